import { sumOf } from '../amounts-and-dates/cents.ts';
import { formatDay, formatMoney, type Lang, words } from '../locales/index.ts';
import type { Block, Paper } from '../pdf/document.ts';
import type { IncomeDocument } from '../records/documents/income-document.ts';
import type { Section, Transcript } from './transcript.ts';
import { headOf, leadOf, sayFact, saySection, titleOf } from './value-in-words.ts';

/** A transcript as a PDF says it, or one document of the person's own. */
export function transcriptAsPdf(lang: Lang, transcript: Transcript, document?: IncomeDocument): Paper {
  const say = words(lang);
  return {
    lang,
    title: titleOf(lang, transcript, document),
    from: say.agency,
    notice: say.demonstration,
    lead: leadOf(lang, transcript, document),
    blocks: [
      { facts: headOf(lang, transcript) },
      ...transcript.sections.map((section) => blockOf(lang, section, transcript.taxYear)),
    ],
  };
}

function blockOf(lang: Lang, { name, facts, postings }: Section, taxYear: number): Block {
  const { ledger, transactions, transcripts } = words(lang);
  return {
    heading: saySection(lang, name),
    facts: facts.map((fact) => sayFact(lang, fact)),
    ...(name === 'statement' && { note: transcripts.statement(taxYear) }),
    ...(postings && {
      note: ledger.note,
      table: {
        head: [ledger.code, ledger.explanation, ledger.amount],
        rows: postings.map(({ code, on, cents }) => [
          code,
          `${transactions[code]}, ${formatDay(lang, on)}`,
          formatMoney(lang, cents),
        ]),
        foot: ['', ledger.sum, formatMoney(lang, sumOf(postings.map(({ cents }) => cents)))],
      },
    }),
  };
}
