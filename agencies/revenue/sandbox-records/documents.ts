import type { Cents } from '../amounts-and-dates/cents.ts';
import {
  type DocumentBox,
  type DocumentKind,
  type IncomeDocument,
  lineOfBox,
  type Payer,
} from '../records/documents/income-document.ts';
import { type IncomeLine, incomeLines } from '../records/returns/return-lines.ts';

/** A document before it has a year and a number. */
export type SeedDocument = Pick<IncomeDocument, 'kind' | 'payer' | 'boxes' | 'accountNumber'> & {
  /** Its person forgot it on the return; the department has it all the same. */
  readonly leftOff?: true;
};

export const leftOff = (one: SeedDocument): SeedDocument => ({ ...one, leftOff: true });

const percentOf = (amount: Cents, hundredths: number): Cents => Math.round((amount * hundredths) / 10_000);

/** Wages, with what an employer keeps back for social security and medicare. */
export const wages = (payer: Payer, amount: Cents, withheld: Cents): SeedDocument => ({
  kind: 'W-2',
  payer,
  boxes: {
    wages: amount,
    'federal-tax-withheld': withheld,
    'social-security-wages': amount,
    'social-security-tax': percentOf(amount, 620),
    'medicare-wages': amount,
    'medicare-tax': percentOf(amount, 145),
  },
});

export const document = (
  kind: DocumentKind,
  payer: Payer,
  boxes: SeedDocument['boxes'],
  accountNumber?: string,
): SeedDocument => ({ kind, payer, boxes, ...(accountNumber && { accountNumber }) });

const boxes = (documents: readonly SeedDocument[]): readonly (readonly [DocumentBox, Cents])[] =>
  documents.flatMap((one) => Object.entries(one.boxes) as [DocumentBox, Cents][]);

/** What the documents add up to on the return. */
export function incomeOf(documents: readonly SeedDocument[]): Record<IncomeLine, Cents> {
  const total = Object.fromEntries(incomeLines.map((line) => [line, 0])) as Record<IncomeLine, Cents>;
  for (const [box, amount] of boxes(documents)) {
    const line = lineOfBox[box];
    if (line) total[line] += amount;
  }
  return total;
}

export const withheldIn = (documents: readonly SeedDocument[]): Cents =>
  boxes(documents).reduce((sum, [box, amount]) => sum + (box === 'federal-tax-withheld' ? amount : 0), 0);

/** As they lie on file: each with its year, the day they came in, and a number in the file of its person. */
export const onFile = (taxYear: number, documents: readonly SeedDocument[]): readonly IncomeDocument[] =>
  documents.map(({ leftOff: _forgotten, ...one }, index) => ({
    ...one,
    id: `${taxYear}-${index + 1}`,
    taxYear,
    receivedOn: `${taxYear + 1}-01-31`,
  }));
