import { readAccessToken } from './accessToken.ts';
import type { Settings } from './options.ts';

/**
 * The calls of one client that asked for their tokens before one and the same refresh ended: whichever of them
 * is refused, that refresh is theirs. Only they hold on to it, so its token is kept no longer than they run.
 */
export interface Generation {
  refresh?: { token: Promise<string | undefined>; startedAt: number };
}

const youngest = new WeakMap<Settings, Generation>();

/** The generation of a call that is about to ask for its token. */
export function joinGeneration(settings: Settings): Generation {
  const generation = youngest.get(settings) ?? {};
  youngest.set(settings, generation);
  return generation;
}

/** The token after a refusal: of the refresh that this call's generation has, or else of a new one. */
export function refreshToken(
  settings: Settings,
  generation: Generation,
  onRefresh: (token: string) => void,
): Promise<string | undefined> {
  const { refresh } = generation;
  // One that hangs must not hold later calls for ever.
  if (refresh && performance.now() - refresh.startedAt < settings.timeoutMs) return refresh.token;
  const token = readAccessToken(settings, { force: true }).then((renewed) => {
    if (youngest.get(settings) === generation) youngest.delete(settings);
    if (renewed !== undefined) onRefresh(renewed);
    return renewed;
  });
  generation.refresh = { token, startedAt: performance.now() };
  return token;
}
