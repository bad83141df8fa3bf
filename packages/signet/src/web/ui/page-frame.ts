import type { Lang } from '../locales/index.ts';

/** What every page of one request shares. `http` makes it once, pages hand it to `Page` and `Form`. */
export interface PageFrame {
  readonly lang: Lang;
  /** Path and query under which this page is got again (GET): the language switch returns here. */
  readonly path: string;
  /** Token that `Form` sends back in the hidden field `csrfField`. */
  readonly csrf: string;
  /** True where all people, documents and authorities are made up: every page says so. */
  readonly sandbox: boolean;
  /** There: the page where mail and texts arrive. */
  readonly outbox?: string | undefined;
  /** Display name of the agency the person is on the way to, when there is one. */
  readonly agency?: string | undefined;
  /** Names the agency's request that this page is on the way to: two tabs may be on the way to two, or one of them to none. */
  readonly request?: string | undefined;
  /** On a page off the way: the agency whose request still waits, and the way back to it. */
  readonly waiting?: { readonly agency: string; readonly href: string } | undefined;
  /** Set while someone is signed in: the header then offers to sign out. */
  readonly signedIn?: SignedIn | undefined;
  /** The person's account is to be deleted then: its pages say so, and how to keep it. */
  readonly closing?: Date | undefined;
}

export interface SignedIn {
  /** Seconds until the idle limit ends the session (B11); the page warns before it. */
  readonly idleSeconds: number;
  /** With both factors: the account opens, and the header leads there. */
  readonly fully?: boolean;
}

/** Name of the hidden form field and of the header that browser elements send. */
export const csrfField = 'csrf';
export const csrfHeader = 'x-csrf-token';
/** Name of the hidden field, or query parameter, that says which request a form was on the way to; empty for none. */
export const requestField = 'request';

/** Addresses that every page knows. Sign-out and keep-alive take POST only. */
export const places = {
  home: '/',
  account: '/account',
  help: '/help',
  agencies: '/help/agencies',
  privacy: '/privacy',
  signOut: '/sign-out',
  stayIn: '/session/extend',
} as const;

/** The same page in another language. Never leaves this site, whatever the path looks like. */
export function inLanguage(path: string, lang: Lang): string {
  const url = new URL(`/${path.replace(/^[/\\]+/, '')}`, 'http://this-site.invalid');
  url.searchParams.set('lang', lang);
  return url.pathname + url.search;
}
