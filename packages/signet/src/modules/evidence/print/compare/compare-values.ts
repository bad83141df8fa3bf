import type { FieldComparison } from '../../document/index.ts';
import type { LabeledText } from './print-labels.ts';
import { bare, editDistance, folded } from './printed-line.ts';
import { printComparison } from './settings.ts';

export type Agreement = FieldComparison['agreement'];

const RANK: Record<Agreement, number> = { same: 3, close: 2, differs: 1, unread: 0 };

/** The nearest to sameness of several comparisons; `unread` of none. */
export function best(agreements: Iterable<Agreement>): Agreement {
  let found: Agreement = 'unread';
  for (const agreement of agreements) if (RANK[agreement] > RANK[found]) found = agreement;
  return found;
}

/**
 * Whether a text was read well enough to contradict the barcode, from which it is so many edits away. A character that the
 * reader was unsure of may be any other; another word is another word all the same, with an unsure letter in it.
 */
function contradicts(edits: number, { certainty }: LabeledText): boolean {
  const sure = certainty.filter((one) => one >= printComparison.clearLeast);
  const unsure = certainty.length - sure.length;
  if (sure.length === 0 || sure.length < printComparison.sureShare * certainty.length) return false;
  const mean = sure.reduce((sum, one) => sum + one, 0) / sure.length;
  return mean >= printComparison.clearMean && edits > unsure;
}

/**
 * Dates and numbers, where one character is another fact: alike but for look-alike or unsure characters is `close`,
 * any other clear difference `differs`.
 */
export function compareExact(expected: string, printed: LabeledText): Agreement {
  if (bare(expected) === bare(printed.text) || folded(expected) === folded(printed.text)) return 'same';
  const edits = editDistance(folded(expected), folded(printed.text));
  if (contradicts(edits, printed)) return 'differs';
  return edits <= printComparison.unsureEdits ? 'close' : 'unread';
}

/** Words, where OCR, truncation and transliteration change a few letters of the same name. */
export function compareWords(expected: string, printed: LabeledText): Agreement {
  const [a, b] = [folded(expected), folded(printed.text)];
  if (a === b) return 'same';
  const edits = editDistance(a, b);
  if (edits <= tolerance(a)) return 'close';
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  if (shorter.length >= printComparison.truncatedFrom && longer.startsWith(shorter)) return 'close';
  return contradicts(edits - tolerance(a), printed) ? 'differs' : 'unread';
}

function tolerance(word: string): number {
  return word.length < printComparison.shortWord ? 0 : Math.ceil(word.length * printComparison.editShare);
}
