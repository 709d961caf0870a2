/** A request to the API, as it arrived. */
export interface SandboxCall {
  /** Name of the SDK's method; absent when nothing is at the path. */
  operation?: string;
  method: string;
  path: string;
  query: string;
  /** The access token. */
  account?: string;
  /** Parsed, or the text when it is no JSON; absent when empty. */
  body?: unknown;
  /** By lower-case name; of `authorization` only whether the token came raw or as `Bearer`. */
  headers: Record<string, string>;
  /** Milliseconds of the sandbox's clock. */
  at: number;
}

const CAPACITY = 1_000;

/** Requests to the API, oldest first. */
export function createLog() {
  const calls: SandboxCall[] = [];
  return {
    add(call: SandboxCall) {
      calls.push(call);
      if (calls.length > CAPACITY) calls.shift();
    },
    all: (account?: string) =>
      structuredClone(calls.filter((call) => account === undefined || call.account === account)),
  };
}

/** Headers without the token. */
export function loggedHeaders(headers: Headers): Record<string, string> {
  const logged = Object.fromEntries(headers);
  if (logged.authorization) {
    logged.authorization = /^bearer /i.test(logged.authorization) ? 'Bearer' : 'raw';
  }
  return logged;
}
