import type { Context, MiddlewareHandler } from 'hono';
import { languageDetector } from 'hono/language';
import { en, type Words } from './words.ts';
import { es } from './words-es.ts';

export type Lang = 'en' | 'es';

/** From `?lang=`, else what was chosen before (cookie), else what the browser asks for, else English. */
export const language: MiddlewareHandler = languageDetector({
  supportedLanguages: ['en', 'es'],
  fallbackLanguage: 'en',
  lookupQueryString: 'lang',
  lookupCookie: 'sandbox_lang',
  order: ['querystring', 'cookie', 'header'],
  caches: ['cookie'],
  // Set over plain HTTP on a laptop, so it cannot ask for a secure channel; it says nothing but a language.
  cookieOptions: { path: '/', sameSite: 'Lax', secure: false, httpOnly: true, maxAge: 31_536_000 },
});

export function langOf(c: Context): Lang {
  return c.get('language') === 'es' ? 'es' : 'en';
}

export function wordsIn(lang: Lang): Words {
  return lang === 'es' ? es : en;
}
