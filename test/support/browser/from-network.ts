import { CookieBrowser } from './cookie-browser.ts';

/** For a world behind one proxy: Signet then takes a request's source from what the proxy says. */
export const behindProxy = { SIGNET_TRUSTED_PROXIES: '1' } as const;

/** A browser at this network address, as that proxy saw it. */
export const browserAt = (address: string): CookieBrowser =>
  new CookieBrowser({ 'x-forwarded-for': address });

/** The n-th of many networks, each a household's own: IPv6 in the range for documentation. */
export const network = (n: number): string => `2001:db8:${n.toString(16)}::1`;
