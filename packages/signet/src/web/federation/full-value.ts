import type { Shown } from '../../modules/agencies/index.ts';
import { formatDay, type Lang } from '../locales/index.ts';

/** A value in full, as people write it in their language. */
export function inFull(shown: Shown | undefined, lang: Lang): string {
  if (!shown) return '';
  return typeof shown.full === 'string' ? shown.full : formatDay(lang, shown.full.day);
}
