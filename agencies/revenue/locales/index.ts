import type { Lang } from '@signet/agencies-ui/language';
import { en, type Words } from './en.ts';
import { es } from './es.ts';

export { formatDay, formatMoment, formatMoney, type Lang, languages } from '@signet/agencies-ui/language';
export type { Words };

const dictionaries: Readonly<Record<Lang, Words>> = { en, es };

export const words = (lang: Lang): Words => dictionaries[lang];
