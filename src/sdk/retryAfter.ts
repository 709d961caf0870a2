const MIN_MS = 1_000;
const MAX_MS = 60 * 60_000;
/** Without the server's own clock a date is only as good as the local one. */
const MAX_MS_BY_LOCAL_CLOCK = 5 * 60_000;

/**
 * `Retry-After` in milliseconds (RFC 9110, section 10.2.3), between a second and an hour.
 * Cross-origin the header is readable only when the server exposes it: absent is the usual case.
 */
export function readRetryAfter(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return clamp(Number(value) * 1_000, MAX_MS);
  if (!/[a-z]/i.test(value)) return undefined;
  const until = Date.parse(value);
  if (Number.isNaN(until)) return undefined;
  const serverNow = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(serverNow)
    ? clamp(until - now, MAX_MS_BY_LOCAL_CLOCK)
    : clamp(until - serverNow, MAX_MS);
}

function clamp(ms: number, max: number): number {
  return Math.min(Math.max(ms, MIN_MS), max);
}
