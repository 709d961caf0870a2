import type { Sandbox } from '../../sandbox/index.ts';
import { phoneOf } from '../contactsOfUser.ts';

/** What becomes of a request. `acts`: the server does what it was asked for. */
export const ANSWERS = {
  answered: { acts: true },
  lostOnTheWay: { acts: false },
  lostOnTheWayBack: { acts: true },
  neverAnswered: { acts: false },
  doneAndNeverAnswered: { acts: true },
  tooOften: { acts: false },
  tooOftenFor7: { acts: false },
  error: { acts: false },
  busyFor30: { acts: false },
  gatewayGaveUp: { acts: false },
  doneAndGatewayGaveUp: { acts: true },
  otherPage: { acts: false },
  doneAndCutShort: { acts: true },
  doneAndContradicted: { acts: true },
  forbidden: { acts: false },
  tokenRefused: { acts: false },
  reauthNeeded: { acts: false },
  codeExpired: { acts: false },
  tooManyTries: { acts: false },
} as const satisfies Record<string, { acts: boolean }>;

export type Answering = keyof typeof ANSWERS;

/** How one request is to be answered, and whether its answer is held back until it is released. */
export interface Plan {
  answering: Answering;
  isHeld: boolean;
}

/** One request, as the network saw it. */
export interface Exchange {
  /** Which form made it. */
  formId: number;
  operation: string;
  body: Readonly<Record<string, unknown>>;
  token: string;
  answering: Answering;
  state: 'waiting' | 'answered' | 'abandoned';
  /** The decoded status of the server's own answer, where it came through. */
  statusCode?: number;
  apiCode?: number;
  requestId?: string;
  /** The number that a profile showed, as it was when the server read it. */
  phone?: string;
  /** The status inside an answer whose outside contradicts it. */
  contradicted?: number;
}

export interface Wire {
  /** The fetch of one form. */
  fetchOf: (formId: number) => (request: Request) => Promise<Response>;
  exchanges: Exchange[];
  /** The next requests of this kind are answered so; all others as the server likes. */
  plan: (kind: 'post' | 'profile', plan: Plan) => void;
  /** Lets go of an answer held back; any of them, in any order. */
  release: (index: number) => boolean;
  /** From now on everything is answered. */
  recover: () => void;
  heldCount: () => number;
}

interface Listener {
  started: (exchange: Exchange) => void;
  answered: (exchange: Exchange) => void;
  abandoned: (exchange: Exchange) => void;
}

/** In every text that a server or something before it says for itself. */
export const SERVER_WORDS = 'of the server';
const HTML = `<!doctype html><title>A page ${SERVER_WORDS}</title>`;
const NEVER = new Promise<never>(() => undefined);

/** A network between the forms and the server, in which everything that can happen to a request is arranged. */
export function createWire(sandbox: Sandbox, listener: Listener): Wire {
  const exchanges: Exchange[] = [];
  const plans: Record<'post' | 'profile', Plan[]> = { post: [], profile: [] };
  let held: (() => void)[] = [];

  async function answer(exchange: Exchange, request: Request, isHeld: boolean): Promise<Response> {
    const { answering } = exchange;
    const reply = ANSWERS[answering].acts ? await sandbox.fetch(request.clone()) : undefined;
    if (isHeld) await new Promise<void>((resolve) => held.push(resolve));
    switch (answering) {
      case 'lostOnTheWay':
      case 'lostOnTheWayBack':
        throw new TypeError('network error');
      case 'neverAnswered':
      case 'doneAndNeverAnswered':
        return NEVER;
      case 'tooOften':
        return new Response(HTML, { status: 429 });
      case 'tooOftenFor7':
        return new Response(HTML, { status: 429, headers: { 'retry-after': '7' } });
      case 'error':
        return new Response(HTML, { status: 500 });
      case 'busyFor30':
        return new Response(HTML, { status: 503, headers: { 'retry-after': '30' } });
      case 'gatewayGaveUp':
      case 'doneAndGatewayGaveUp':
        return new Response(HTML, { status: 504 });
      case 'otherPage':
        return new Response(HTML, { status: 200 });
      case 'doneAndCutShort':
        return new Response((await reply?.text())?.slice(0, -1));
      case 'doneAndContradicted':
        return new Response(await reply?.text(), { status: 500 });
      case 'forbidden':
        return new Response(HTML, { status: 403 });
      case 'tokenRefused':
        return refusal(401, 2020);
      case 'reauthNeeded':
        return refusal(403, 1635);
      case 'codeExpired':
        return refusal(499, 2300);
      case 'tooManyTries':
        return refusal(429, 2001);
      case 'answered':
        return reply ?? NEVER;
    }
  }

  async function fetchFor(formId: number, request: Request): Promise<Response> {
    // What the tenant says to everyone was read before the first gesture.
    if (request.url.endsWith('/public-config')) return sandbox.fetch(request);
    const { pathname } = new URL(request.url);
    const operation = pathname.replace('/api/v3/', '');
    const kind = request.method === 'POST' ? 'post' : 'profile';
    const plan = plans[kind].shift() ?? { answering: 'answered', isHeld: false };
    const { answering, isHeld } = plan;
    const token = (request.headers.get('authorization') ?? '').replace(/^Bearer /, '');
    const exchange: Exchange = {
      ...{ formId, operation, token, answering },
      body: {},
      state: 'waiting',
    };
    exchanges.push(exchange);
    const text = await request.clone().text();
    exchange.body = text ? JSON.parse(text) : {};
    const abandon = () => {
      if (exchange.state !== 'waiting') return;
      exchange.state = 'abandoned';
      listener.abandoned(exchange);
    };
    if (request.signal.aborted) {
      abandon();
      throw request.signal.reason;
    }
    const abandoned = new Promise<never>((_, reject) => {
      request.signal.addEventListener('abort', () => {
        abandon();
        reject(request.signal.reason);
      });
    });
    // Also before anybody waits for it.
    abandoned.catch(() => undefined);
    listener.started(exchange);
    const end = async (response: Response | undefined) => {
      if (exchange.state !== 'waiting') return;
      if (response && (answering === 'answered' || !ANSWERS[answering].acts)) {
        const { statusCode, apiCode, requestId, data } = await response
          .clone()
          .json()
          .catch(() => ({}));
        Object.assign(exchange, { statusCode, apiCode, requestId });
        if (!isPost(exchange) && data) exchange.phone = phoneOf(data);
      }
      if (response && answering === 'doneAndContradicted') {
        const { statusCode, apiCode } = await response.clone().json();
        Object.assign(exchange, { contradicted: statusCode, apiCode });
      }
      if (exchange.state !== 'waiting') return;
      exchange.state = 'answered';
      listener.answered(exchange);
    };
    return Promise.race([
      abandoned,
      answer(exchange, request, isHeld).then(
        async (response) => {
          await end(response);
          return response;
        },
        async (error: unknown) => {
          await end(undefined);
          throw error;
        },
      ),
    ]);
  }

  return {
    fetchOf: (formId) => (request) => fetchFor(formId, request),
    exchanges,
    plan: (kind, plan) => void plans[kind].push(plan),
    release(index) {
      const [release] = held.splice(index % Math.max(held.length, 1), 1);
      release?.();
      return release !== undefined;
    },
    recover() {
      plans.post = [];
      plans.profile = [];
      for (const release of held.splice(0)) release();
      held = [];
    },
    heldCount: () => held.length,
  };
}

function refusal(statusCode: number, apiCode: number): Response {
  return Response.json({ statusCode, apiCode, message: `A no ${SERVER_WORDS}`, requestId: 'r' });
}

export function isPost({ operation }: Exchange): boolean {
  return operation !== 'get-profile';
}
