import { formatDay, formatMoney, type Lang, words } from '../locales/index.ts';
import type { Paper } from '../pdf/document.ts';
import type { Proof } from './proof.ts';

export const proofTitle = (lang: Lang, { statement, taxYear }: Proof): string =>
  words(lang).transcripts.titleOf(words(lang).letters.kinds[statement.kind].title, taxYear);

/** What the letter is there to say, in one sentence. */
export function sayStatement(lang: Lang, { statement, taxYear, writtenOn }: Proof): string {
  const say = words(lang).proofs;
  if (statement.kind === 'filing-proof') return say.received(formatDay(lang, statement.receivedOn), taxYear);
  const day = formatDay(lang, writtenOn);
  return statement.owed === 0
    ? say.nothingOwed(day, taxYear)
    : say.owed(day, formatMoney(lang, statement.owed), taxYear);
}

/** The person it is about, and the fact; under the names that a transcript gives them. */
export function proofFacts(lang: Lang, proof: Proof): readonly (readonly [name: string, value: string])[] {
  const { proofs, transcripts } = words(lang);
  const { about, fileNumber, statement, taxYear, writtenOn } = proof;
  const { facts } = transcripts;
  return [
    [facts.name, about.name],
    [facts.number, about.taxpayerNumber],
    [transcripts.fileNumber, fileNumber],
    ...(about.spouse ? [[facts.spouse, about.spouse] as const] : []),
    [facts.period, formatDay(lang, `${taxYear}-12-31`)],
    statement.kind === 'balance-proof'
      ? [proofs.owedAmount, formatMoney(lang, statement.owed)]
      : [facts.received, formatDay(lang, statement.receivedOn)],
    [proofs.writtenOn, formatDay(lang, writtenOn)],
  ];
}

/** The letter as a PDF says it. */
export function proofAsPaper(lang: Lang, proof: Proof): Paper {
  const say = words(lang);
  return {
    lang,
    title: proofTitle(lang, proof),
    from: say.agency,
    notice: say.demonstration,
    lead: sayStatement(lang, proof),
    blocks: [
      { facts: proofFacts(lang, proof) },
      { note: say.proofs.limits[proof.statement.kind] },
      { note: say.transcripts.masked },
    ],
  };
}
