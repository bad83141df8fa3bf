import { formatDay, formatMoney, type Lang, words } from '../locales/index.ts';
import type { IncomeDocument } from '../records/documents/income-document.ts';
import type { Fact, SectionName, Transcript, Value } from './transcript.ts';

function sayValue(lang: Lang, value: Value): string {
  if ('cents' in value) return formatMoney(lang, value.cents);
  if ('day' in value) return formatDay(lang, value.day);
  return 'status' in value ? words(lang).filingStatuses[value.status] : value.text;
}

export const sayFact = (lang: Lang, { name, value }: Fact): readonly [string, string] => [
  words(lang).transcripts.facts[name],
  sayValue(lang, value),
];

export const saySection = (lang: Lang, name: SectionName): string => words(lang).transcripts.sections[name];

/** A document of the person's own is named by its form. */
export function titleOf(lang: Lang, { kind, taxYear }: Transcript, document?: IncomeDocument): string {
  const say = words(lang).transcripts;
  return say.titleOf(document ? document.kind : say.kinds[kind].name, taxYear);
}

/** What is masked on it. */
export function leadOf(lang: Lang, { unmasked }: Transcript, document?: IncomeDocument): string {
  const say = words(lang).transcripts;
  if (document) return say.ownDocument;
  return unmasked ? say.unmasked : say.masked;
}

/** What stands at the head of each: when it was asked for, and the number it is found by (T3). */
export const headOf = (lang: Lang, { requestedOn, fileNumber }: Transcript) =>
  [
    [words(lang).transcripts.requested, formatDay(lang, requestedOn)],
    [words(lang).transcripts.fileNumber, fileNumber],
  ] as const;
