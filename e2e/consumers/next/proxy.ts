import { type NextRequest, NextResponse } from 'next/server';

/**
 * The widget's own policy, and what Next.js cannot do without: a nonce for the scripts that it writes into the page, and
 * the Trusted Types policy of its bundler, through which its scripts get their addresses. Built with webpack: the code
 * that Turbopack 16.4 loads its chunks with has no policy, and would need a default one.
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types nextjs#bundler',
  ].join('; ');
  const headers = new Headers(request.headers);
  // Next.js reads the nonce from the policy of the request.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: '/:locale(en|zh-CN)/:view*' };
