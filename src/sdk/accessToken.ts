import type { AccessTokenOptions, Settings } from './options.ts';

/** The token that the host page has; nothing when it has none that a header can carry. */
export async function readAccessToken(
  settings: Settings,
  ...options: [] | [AccessTokenOptions]
): Promise<string | undefined> {
  const token: unknown = await Promise.resolve()
    .then(() => settings.getAccessToken(...options))
    .catch(() => undefined);
  return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : undefined;
}
