import { readAccessToken } from './accessToken.ts';
import { draftRequest } from './buildRequest.ts';
import { diagnose, type Finding } from './diagnose.ts';
import { type Call, endpointOf } from './endpoints.ts';
import { parseObject } from './envelope.ts';
import { type FailureDetails, GenAuthError } from './failure.ts';
import { isTokenRefused, judge, type Verdict } from './judge.ts';
import type { Settings } from './options.ts';
import { readSuccess } from './readSuccess.ts';
import { type Reply, send } from './send.ts';
import { tell } from './tell.ts';
import { joinGeneration, refreshToken } from './tokenRefresh.ts';

/** Told to the caller while the exchange runs: from when on a lost answer may hide a success. */
export interface Progress {
  hasLeft: boolean;
}

/**
 * Sends a call and reads its reply as the endpoint's answer. Rejects with a `GenAuthError` for all else.
 * Only a call that was refused for its token, before the server did anything, is sent again: once, with a newer token.
 */
export async function exchange(
  settings: Settings,
  call: Call,
  signal: AbortSignal,
  progress: Progress,
): Promise<object> {
  const fail = (failure: Omit<FailureDetails, 'operation'>) =>
    new GenAuthError({ ...failure, operation: call.operation });
  const inform = (finding: Finding) => tell(settings, call.operation, finding);
  const endpoint = endpointOf(call, settings.appId);
  const draft = draftRequest(settings, endpoint, call);

  async function attempt(token: string | undefined): Promise<{ reply: Reply; verdict: Verdict }> {
    const request = draft(token, signal);
    signal.throwIfAborted();
    progress.hasLeft = true;
    const reply = await send(settings, request, endpoint.maxBytes, fail, inform);
    if (settings.onDiagnostic) diagnose(reply, endpoint.path).forEach(inform);
    return { reply, verdict: judge(reply.status, reply.text, endpoint.answer === 'config') };
  }

  const generation = joinGeneration(settings);
  const token = endpoint.token === 'none' ? undefined : await readAccessToken(settings);
  if (token === undefined && endpoint.token === 'required') {
    throw fail({ kind: 'auth', outcome: 'notDone' });
  }
  let last = await attempt(token);
  if (token !== undefined && isTokenRefused(last.verdict)) {
    // Refused is not done, so a refresh that hangs leaves nothing in doubt.
    progress.hasLeft = false;
    const renewed = await refreshToken(settings, generation, (fresh) => {
      if (fresh !== token) inform({ kind: 'tokenRefreshed' });
    });
    if (renewed !== undefined && renewed !== token) last = await attempt(renewed);
  }

  const { reply, verdict } = last;
  if (endpoint.answer === 'bare') {
    const bare = reply.status === 200 ? parseObject(reply.text ?? '') : undefined;
    if (bare && !Object.hasOwn(bare, 'statusCode')) return bare;
  }
  if (!verdict.ok) {
    const { retryAfterMs } = reply;
    throw fail({ ...verdict.failure, ...(retryAfterMs !== undefined && { retryAfterMs }) });
  }
  const { requestId } = verdict.envelope;
  const success = readSuccess(endpoint.answer, verdict.envelope);
  if (success) return success;
  throw fail({
    kind: 'malformed',
    outcome: 'unknown',
    statusCode: 200,
    ...(requestId !== undefined && { requestId }),
  });
}
