import { type Lang, languages } from '@signet/agencies-ui/language';
import { languageChoice } from '@signet/relying-party/hono';
import { en, type Words } from './en.ts';
import { es } from './es.ts';

export { formatDay, type Lang } from '@signet/agencies-ui/language';

const dictionaries: Readonly<Record<Lang, Words>> = { en, es };

export const words = (lang: Lang): Words => dictionaries[lang];

export const { langOf, keepLanguage } = languageChoice<Lang>('benefits_lang', languages);
