import { languageChoice } from '../../packages/relying-party/hono/index.ts';
import { languages } from './locales/index.ts';

export const { langOf, keepLanguage } = languageChoice('revenue_lang', languages);
