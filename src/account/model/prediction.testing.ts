import type { Answering, Exchange } from './wire.testing.ts';

/** What a request for a code did, as far as whoever made it can know. */
type Effect =
  | { is: 'sent' }
  /** "Too often": one was sent a moment ago. */
  | { is: 'maybe'; waitMs: number | undefined }
  | { is: 'refused'; waitMs: number };

const MAYBE: Effect = { is: 'maybe', waitMs: 10_000 };
const TOO_OFTEN: Effect = { is: 'maybe', waitMs: undefined };
const REFUSED: Effect = { is: 'refused', waitMs: 0 };

/** I9, read off the requirements and off nothing else. */
const EFFECTS: Record<Exclude<Answering, 'answered'>, Effect> = {
  lostOnTheWay: MAYBE,
  lostOnTheWayBack: MAYBE,
  neverAnswered: MAYBE,
  doneAndNeverAnswered: MAYBE,
  tooOften: TOO_OFTEN,
  tooOftenFor7: { is: 'maybe', waitMs: 7_000 },
  error: REFUSED,
  busyFor30: { is: 'refused', waitMs: 30_000 },
  gatewayGaveUp: MAYBE,
  doneAndGatewayGaveUp: MAYBE,
  otherPage: MAYBE,
  doneAndCutShort: MAYBE,
  doneAndContradicted: MAYBE,
  forbidden: REFUSED,
  tokenRefused: REFUSED,
  reauthNeeded: REFUSED,
  codeExpired: REFUSED,
  tooManyTries: TOO_OFTEN,
};

export function effectOf({ answering, statusCode, contradicted, state }: Exchange): Effect {
  if (state === 'abandoned') return MAYBE;
  // A refusal is one, whatever HTTP says around it.
  if (contradicted === 429) return TOO_OFTEN;
  if (contradicted !== undefined && contradicted !== 200) return REFUSED;
  if (answering !== 'answered') return EFFECTS[answering];
  if (statusCode === 200) return { is: 'sent' };
  return statusCode === 429 ? TOO_OFTEN : REFUSED;
}

interface Known {
  state: 'sent' | 'maybe';
  at: number;
  count: number;
}

const TEN_MINUTES = 600_000;
const PAUSES = [60_000, 120_000, 300_000];

/** What everybody ought to know of the codes sent: one list, one clock that nobody sets. */
export class Prediction {
  private readonly known = new Map<string, Known>();
  private readonly until = new Map<string, number>();
  /** For the rule that holds whatever else happens: when each number's code was accepted, and may have been sent. */
  private readonly acceptedAt = new Map<string, number>();
  private readonly mayHaveCode = new Set<string>();
  private readonly stoppedUntil = new Map<string, number>();

  record(to: string, effect: Effect, now: number): void {
    const { waitMs: given } = { waitMs: undefined, ...effect };
    const before = this.look(to, now);
    const count = before.count + (effect.is === 'sent' ? 1 : 0);
    const usual = PAUSES[Math.min(Math.max(count, 1), 3) - 1] ?? 0;
    const until = now + (given ?? usual);
    // Nothing that is learnt later makes a wait shorter.
    this.until.set(to, Math.max(this.until.get(to) ?? 0, until));
    if (effect.is === 'refused') return;
    this.known.set(to, { state: effect.is, at: now, count });
    this.mayHaveCode.add(to);
    if (effect.is !== 'sent') return;
    this.acceptedAt.set(to, now);
    this.stoppedUntil.delete(to);
  }

  /** the server takes no more tries of the code that went there. */
  recordStop(to: string, waitMs: number, now: number): void {
    this.stoppedUntil.set(to, Math.max(this.stoppedUntil.get(to) ?? 0, now + waitMs));
  }

  look(to: string, now: number) {
    for (const [key, { at }] of this.known) if (now - at >= TEN_MINUTES) this.known.delete(key);
    const known = this.known.get(to);
    const all = [...this.known.values()];
    return {
      state: known?.state,
      count: known?.count ?? 0,
      secondsLeft: secondsUntil(this.until.get(to), now),
      secondsToTry: secondsUntil(this.stoppedUntil.get(to), now),
      isNewest: known !== undefined && all.every(({ at }) => at <= known.at),
      isExhausted: all.reduce((sum, { count }) => sum + count, 0) >= 5,
    };
  }

  /** less than a minute ago a code went there, and whoever asks has heard of it. */
  mustWait(to: string, now: number): boolean {
    return now - (this.acceptedAt.get(to) ?? -TEN_MINUTES) < 60_000;
  }

  /** Whether the signed-in person may have a code that went there. */
  mayBind(to: string): boolean {
    return this.mayHaveCode.has(to);
  }

  /** After a success the waits are over: there is nothing left to ask for. */
  forgetWaits(): void {
    this.known.clear();
    this.until.clear();
    this.acceptedAt.clear();
    this.stoppedUntil.clear();
  }

  /** Somebody else is signed in. */
  forgetEverything(): void {
    this.forgetWaits();
    this.mayHaveCode.clear();
  }
}

function secondsUntil(then: number | undefined, now: number): number {
  return Math.ceil(Math.max((then ?? 0) - now, 0) / 1_000);
}
