/**
 * The origin that every request goes to, from what the developer passed as `appHost`.
 * A host without TLS is accepted on this machine only: the access token travels in a header.
 */
export function readAppHost(appHost: string): string {
  let url: URL;
  try {
    url = new URL(appHost);
  } catch {
    throw new TypeError(
      `appHost must be an address such as https://example.genauth.ai, not "${appHost}".`,
    );
  }
  if (url.username || url.password || url.search || url.hash || url.pathname !== '/') {
    throw new TypeError('appHost must have no user, path, query or fragment.');
  }
  const isLocal = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) {
    throw new TypeError('appHost must use https, or http on localhost.');
  }
  return url.origin;
}
