/**
 * Whether a page of this origin may call (contract, section 15). Exact origins, no wildcards.
 * Callers that are no browser send no origin; a page always reaches its own.
 */
export function isOriginAllowed(request: Request, allowedOrigins: string[]): boolean {
  const origin = request.headers.get('origin');
  return (
    origin === null ||
    allowedOrigins.length === 0 ||
    allowedOrigins.includes(origin) ||
    origin === new URL(request.url).origin
  );
}

/** Headers that let the requesting page read the reply. */
export function corsHeaders(request: Request): Record<string, string> {
  const origin = request.headers.get('origin');
  if (origin === null) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    vary: 'Origin',
  };
}

/** The answer to a preflight. */
export function preflight(request: Request, isAllowed: boolean): Response {
  if (!isAllowed) return new Response(null, { status: 204, headers: { vary: 'Origin' } });
  return new Response(null, {
    status: 204,
    headers: {
      ...corsHeaders(request),
      'access-control-allow-methods': 'GET,POST,PUT,DELETE,OPTIONS',
      'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '',
      'access-control-max-age': '600',
    },
  });
}
