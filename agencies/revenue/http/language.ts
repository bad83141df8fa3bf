import { languageChoice } from '@signet/relying-party/hono';
import { languages } from '../locales/index.ts';

export const { langOf, keepLanguage } = languageChoice('revenue_lang', languages);
