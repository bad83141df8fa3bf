import { languageChoice } from '@signet/relying-party/hono';
import { en, type Words } from './en.ts';
import { es } from './es.ts';

const dictionaries = { en, es } as const;

export type Lang = keyof typeof dictionaries;

export const words = (lang: Lang): Words => dictionaries[lang];

export const { langOf, keepLanguage } = languageChoice<Lang>('benefits_lang', ['en', 'es']);

/** A calendar day, `YYYY-MM-DD`. */
export const formatDay = (lang: Lang, day: string): string =>
  new Intl.DateTimeFormat(lang === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
