import type { Context, MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import { getCookie, setCookie } from 'hono/cookie';
import { isLang, type Lang, languages } from './locales/index.ts';

const COOKIE = 'revenue_lang';
const YEAR_SECONDS = 31_536_000;

/** The language chosen here before, or the browser's first that we speak, or English. */
export function langOf(c: Context): Lang {
  const asked = c.req.query('lang');
  if (isLang(asked)) return asked;
  const chosen = getCookie(c, COOKIE);
  if (isLang(chosen)) return chosen;
  const spoken = accepts(c, {
    header: 'Accept-Language',
    supports: [...languages],
    default: 'en',
    match: (wanted, { default: fallback }) =>
      wanted
        .toSorted((a, b) => b.q - a.q)
        .map(({ type }) => type.slice(0, 2).toLowerCase())
        .find(isLang) ?? fallback,
  });
  return isLang(spoken) ? spoken : 'en';
}

/** Remembers a choice made with `?lang=`; nothing is kept of anyone who makes none. */
export const keepLanguage: MiddlewareHandler = async (c, next) => {
  const asked = c.req.query('lang');
  if (isLang(asked))
    setCookie(c, COOKIE, asked, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: YEAR_SECONDS });
  await next();
};
