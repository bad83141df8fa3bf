import type { MiddlewareHandler } from 'hono';
import { currentRequest, type WebEnv } from '../web/request/index.ts';

/**
 * Nothing runs, loads or frames that we did not serve. `form-action` also covers the redirects that follow a POST,
 * so on the way to an agency its origin is allowed, and only then. `connectTargets`: in the sandbox its own pages, whose
 * cameras a visitor may borrow.
 */
const policy = (formTargets: readonly string[], connectTargets: readonly string[] = []): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    `connect-src ${["'self'", ...connectTargets].join(' ')}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const always: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  // `no-referrer` would make browsers send `Origin: null` with our own forms
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  [
    'permissions-policy',
    'camera=(self), publickey-credentials-get=(self), publickey-credentials-create=(self)',
  ],
];

const hsts = ['strict-transport-security', 'max-age=63072000; includeSubDomains'] as const;

export function securityHeaders(secure: boolean, sandboxHome?: string): MiddlewareHandler<WebEnv> {
  const connectTargets = sandboxHome ? [new URL(sandboxHome).origin] : [];
  return async (c, next) => {
    await next();
    const request = currentRequest(c);
    // set on the response itself: `c.header` would make a new one for each, and have each read through its stream
    const { headers } = c.res;
    headers.set('content-security-policy', policy(request ? [request.origin] : [], connectTargets));
    for (const [name, value] of always) headers.set(name, value);
    if (secure) headers.set(...hsts);
  };
}

/** The provider's own pages (sign-out, errors) end at an agency; they may post to any registered one. */
export function providerHeaders(agencyOrigins: readonly string[]): (readonly [string, string])[] {
  return [
    ['content-security-policy', policy(agencyOrigins)],
    ...always.filter(([name]) => name !== 'cross-origin-resource-policy'),
  ];
}
