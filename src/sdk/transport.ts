import { lazyModule } from '../lazyModule.ts';
import { withDeadline } from './deadline.ts';
import type { Call } from './endpoints.ts';
import type { Progress } from './exchange.ts';
import { GenAuthError } from './failure.ts';
import type { CallOptions, Settings } from './options.ts';

/** Fetches the code that talks to the server: needed after the first gesture only, so not on a page's first load. */
export const exchangeModule = lazyModule(() => import('./exchange.ts'));

/**
 * Runs a call with the deadline around all of it: the code for it, the access token, headers and body.
 * Whatever is lost before the request has left is certain not to have happened.
 */
export function transport(
  settings: Settings,
  call: Call,
  { signal: callerSignal }: CallOptions = {},
): Promise<object> {
  const progress: Progress = { hasLeft: false };
  const lost = (kind: 'network' | 'timeout') =>
    new GenAuthError({
      operation: call.operation,
      kind,
      outcome: progress.hasLeft ? 'unknown' : 'notDone',
    });
  return withDeadline(
    async (signal) => {
      const { exchange } = await exchangeModule.load().catch(() => {
        throw lost('network');
      });
      return exchange(settings, call, signal, progress);
    },
    settings.timeoutMs,
    () => lost('timeout'),
    callerSignal,
  );
}
