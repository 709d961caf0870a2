import type { Finding } from './diagnose.ts';
import type { FailureDetails, GenAuthError } from './failure.ts';
import type { Settings } from './options.ts';
import { watchPolicy } from './policyWatch.ts';
import { readBody } from './readBody.ts';
import { readRetryAfter } from './retryAfter.ts';

/** What came back for one request. */
export interface Reply {
  status: number;
  /** `undefined`: too long to be ours. */
  text: string | undefined;
  retryAfterMs: number | undefined;
}

/** Sends one request and reads its reply; rejects with what `fail` makes of it when there is none. */
export async function send(
  settings: Settings,
  request: Request,
  maxBytes: number,
  fail: (failure: Omit<FailureDetails, 'operation'>) => GenAuthError,
  inform: (finding: Finding) => void,
): Promise<Reply> {
  const wasOffline = isOffline();
  const policy = watchPolicy(request.url);
  try {
    const response = await (settings.fetch ? settings.fetch(request) : globalThis.fetch(request));
    // An opaque or error response, which only a host's own `fetch` can return, says nothing.
    if (!response.status) throw new TypeError('No status.');
    return {
      status: response.status,
      text: await readBody(response, maxBytes),
      retryAfterMs: readRetryAfter(response.headers),
    };
  } catch {
    const isNowOffline = isOffline();
    const directive = await policy.violatedDirective();
    if (directive !== undefined) {
      inform({ kind: 'blockedByPolicy', directive });
      throw fail({ kind: 'blocked', outcome: 'notDone' });
    }
    // Engines name the same fault differently, so the error is not looked at.
    if (!isNowOffline) throw fail({ kind: 'network', outcome: 'unknown' });
    // A connection that was lost on the way may have carried the request.
    throw fail({ kind: 'offline', outcome: wasOffline ? 'notDone' : 'unknown' });
  } finally {
    policy.stop();
  }
}

function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}
