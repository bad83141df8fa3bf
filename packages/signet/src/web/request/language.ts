import { getCookie, setCookie } from 'hono/cookie';
import { spokenOf } from '../locales/index.ts';
import type { WebContext } from './visit.ts';

/** The language that the person chose themselves. */
export const langCookie = 'signet_lang';

export const agencyLangCookie = 'signet_agency_lang';

/** The pages go on in the language of the agency's (`ui_locales`), this browser session, unless the person chose one. */
export function speakAs(c: WebContext, uiLocales: readonly string[]): void {
  const lang = spokenOf(uiLocales);
  const { visit } = c.var;
  if (!lang || getCookie(c, langCookie)) return;
  setCookie(c, agencyLangCookie, lang, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: visit.secureCookies,
  });
  c.set('visit', { ...visit, lang });
}
