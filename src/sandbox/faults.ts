import { operationNames } from './routes.ts';

/** Something that goes wrong with one call. */
export type Fault = {
  /** Name of the SDK's method, such as `sendSms`; `*` is any. */
  operation: string;
  /** Only calls with this access token, so that tests in parallel do not disturb each other. */
  account?: string;
  /** How many calls; default 1. */
  times?: number;
} & (
  | { kind: 'delay' /** Real time, whatever the sandbox's clock says. */; ms: number }
  /** No answer until the caller gives up; the operation does not run. */
  | { kind: 'hang' }
  /** The connection breaks; the operation does not run. */
  | { kind: 'resetBeforeHeaders' }
  /** The operation runs, and the connection breaks in the middle of the reply. */
  | { kind: 'resetInBody' }
  /** Something else answers; the operation does not run. */
  | { kind: 'http'; status: number; body?: string; headers?: Record<string, string> }
  /** This JSON instead of the reply; the operation does not run. */
  | { kind: 'envelope'; envelope: unknown }
  /** The operation runs, and its reply is lost. */
  | { kind: 'commitThenLose' }
  /**
   * The person has to sign in anew before this operation: the first account that asks for it is refused until
   * `reauthenticate`, or until it comes with another token. Does not count `times`.
   */
  | { kind: 'reauth' }
);

export type Faults = ReturnType<typeof createFaults>;

const KINDS: Fault['kind'][] = [
  ...(['delay', 'hang', 'resetBeforeHeaders', 'resetInBody'] as const),
  ...(['http', 'envelope', 'commitThenLose', 'reauth'] as const),
];

/** One queue; the first fault that fits a call is taken. */
export function createFaults() {
  let queue: { fault: Fault; left: number }[] = [];

  function add(fault: Fault): void {
    refuse(fault);
    queue.push({ fault: structuredClone(fault), left: fault.times ?? 1 });
  }

  function take(operation: string, token: string | undefined): Fault | undefined {
    const index = queue.findIndex(
      ({ fault }) =>
        (fault.operation === '*' || fault.operation === operation) &&
        (fault.account === undefined || fault.account === token),
    );
    const entry = queue[index];
    if (!entry) return undefined;
    if (entry.fault.kind === 'reauth') {
      // From now on it is this token's affair: another one is the proof that was asked for.
      if (token !== undefined) entry.fault.account = token;
      return entry.fault;
    }
    entry.left -= 1;
    if (entry.left <= 0) queue.splice(index, 1);
    return entry.fault;
  }

  /** The person has signed in anew; without a token, everybody has. */
  function reauthenticate(token?: string): void {
    queue = queue.filter(
      ({ fault }) =>
        fault.kind !== 'reauth' || (token !== undefined && (fault.account ?? token) !== token),
    );
  }

  const pending = () => queue.map(({ fault, left }) => ({ ...fault, times: left }));
  return { add, take, reauthenticate, pending };
}

/** Throws on a fault that would never come or could not be played, so that a typo in a test is heard. */
function refuse(fault: Fault): void {
  if (!KINDS.includes(fault.kind)) throw new TypeError(`There is no fault "${fault.kind}".`);
  if (fault.operation !== '*' && !operationNames().includes(fault.operation)) {
    throw new TypeError(`There is no operation "${fault.operation}".`);
  }
  if (fault.times !== undefined && !(Number.isInteger(fault.times) && fault.times > 0)) {
    throw new TypeError('times must be a whole number above 0.');
  }
  if (fault.kind === 'delay' && !(Number.isFinite(fault.ms) && fault.ms >= 0)) {
    throw new TypeError('A delay needs ms.');
  }
  if (fault.kind === 'http' && !(fault.status >= 200 && fault.status <= 599)) {
    throw new TypeError('An http fault needs a status between 200 and 599.');
  }
}
