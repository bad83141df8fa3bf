import type { Context, MiddlewareHandler } from 'hono';
import { accepts } from 'hono/accepts';
import { getCookie, setCookie } from 'hono/cookie';

const YEAR_SECONDS = 31_536_000;

/** Which language a page is written in: the first of `languages` is the one for everybody else. */
export function languageChoice<Lang extends string>(cookie: string, languages: readonly [Lang, ...Lang[]]) {
  const known = (text: string | undefined): Lang | undefined => languages.find((one) => one === text);

  /** `?lang=`, or what was chosen here before, or the browser's first that is spoken here. */
  const langOf = (c: Context): Lang => {
    const spoken = accepts(c, {
      header: 'Accept-Language',
      supports: [...languages],
      default: languages[0],
      match: (wanted, { default: fallback }) =>
        wanted
          .toSorted((a, b) => b.q - a.q)
          .map(({ type }) => known(type.slice(0, 2).toLowerCase()))
          .find((one) => one !== undefined) ?? fallback,
    });
    return known(c.req.query('lang')) ?? known(getCookie(c, cookie)) ?? known(spoken) ?? languages[0];
  };

  /** Remembers a choice made with `?lang=`; nothing is kept of anyone who makes none. */
  const keepLanguage: MiddlewareHandler = async (c, next) => {
    const asked = known(c.req.query('lang'));
    if (asked !== undefined) {
      setCookie(c, cookie, asked, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: YEAR_SECONDS });
    }
    await next();
  };

  return { langOf, keepLanguage };
}
