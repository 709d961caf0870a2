/**
 * Every way a call can fail. Closed: whatever `fetch`, the network or the server does ends in one of these.
 *
 * - `offline` the browser says it has no network, and the call failed
 * - `network` handed to the network, no usable answer came back
 * - `timeout` no complete answer within `timeoutMs`
 * - `blocked` something between us and GenAuth refused (HTTP 403 without an envelope, or the page's own policy)
 * - `rateLimited` HTTP or envelope 429
 * - `auth` no usable access token, or the server refused it (HTTP or envelope 401, `apiCode` 2020, 2206, 2207, 1010001) and so the renewed one
 * - `reauth` the person has to prove anew who they are, then the same call may be made again: `apiCode` 1635, 1636 or 1708.
 *   No source says which one, if any, a profile operation answers with (contract, sections 3 and 17)
 * - `server` GenAuth or its gateway failed (5xx), or is not at this address (404 without an envelope)
 * - `malformed` a 2xx answer that is not the documented envelope
 * - `refused` a well-formed envelope that says no; `statusCode` and `apiCode` say why
 */
export type FailureKind =
  | 'offline'
  | 'network'
  | 'timeout'
  | 'blocked'
  | 'rateLimited'
  | 'auth'
  | 'reauth'
  | 'server'
  | 'malformed'
  | 'refused';

/**
 * What the failed call may have done.
 * The V3 API has no idempotency key, so `unknown` must be settled by reading, never by repeating.
 */
export type Outcome = 'notDone' | 'unknown';

export interface FailureDetails {
  /** What went wrong, as far as one can tell. */
  kind: FailureKind;
  /** Whether the server may have done what it was asked for all the same. */
  outcome: Outcome;
  /** The SDK method that failed, such as `bindPhone`. */
  operation: string;
  /** Status of the HTTP answer, where there was one. */
  httpStatus?: number;
  /** Business status of the envelope (contract, section 3.1). */
  statusCode?: number;
  /** Finer reason, only on failures with a business meaning (contract, section 4). */
  apiCode?: number;
  /** The server's id of this call, for support. */
  requestId?: string;
  /** The server's own words, cleaned and capped; text, never markup. */
  serverMessage?: string;
  /** How long the server asks to wait, in milliseconds, when it said so readably. */
  retryAfterMs?: number;
}

/** The one error that the SDK's methods reject with. An abort by the caller rejects with the signal's reason instead. */
export class GenAuthError extends Error implements FailureDetails {
  override readonly name = 'GenAuthError';
  declare readonly kind: FailureKind;
  declare readonly outcome: Outcome;
  declare readonly operation: string;
  declare readonly httpStatus?: number;
  declare readonly statusCode?: number;
  declare readonly apiCode?: number;
  declare readonly requestId?: string;
  declare readonly serverMessage?: string;
  declare readonly retryAfterMs?: number;

  constructor(details: FailureDetails) {
    // The text names no number, code or token: errors end up in logs.
    super(`${details.operation} failed: ${details.kind}`);
    Object.assign(this, details);
  }
}
