import { getCookie, setCookie } from 'hono/cookie';
import { isToken, newToken, Redacted } from '../../../kernel/index.ts';
import type { PhoneTokens } from '../../../modules/proofing/index.ts';
import type { WebContext } from '../../request/index.ts';

const nameOf = (secure: boolean): string => (secure ? '__Host-signet_phone' : 'signet_phone');

/** What this browser holds as a phone, which is no session: a token of its own, and that of the link it came with. */
export function phoneTokens(c: WebContext): PhoneTokens | undefined {
  const [own = '', link = ''] = (getCookie(c, nameOf(c.var.visit.secureCookies)) ?? '').split('.');
  if (!isToken(own)) return undefined;
  return { own: new Redacted(own), ...(isToken(link) && { link: new Redacted(link) }) };
}

/** With the browser and no longer: whoever gets the phone next holds nothing. */
function keep(c: WebContext, tokens: PhoneTokens): PhoneTokens {
  const { secureCookies } = c.var.visit;
  const value = [tokens.own, tokens.link].map((token) => token?.reveal() ?? '').join('.');
  setCookie(c, nameOf(secureCookies), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax', // links are opened from a camera or a message
    secure: secureCookies,
  });
  return tokens;
}

/** The same link once more leaves the phone what it has; another begins anew. */
export function keepLink(c: WebContext, link: Redacted<string>): PhoneTokens {
  const before = phoneTokens(c);
  return before?.link?.reveal() === link.reveal() ? before : keep(c, { own: newToken(), link });
}

/** A phone that is to type a code. */
export const keepPhone = (c: WebContext): PhoneTokens => keep(c, { own: newToken() });
