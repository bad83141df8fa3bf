import { readCents } from '../amounts-and-dates/read-cents.ts';
import { type FilingStatus, filingStatuses } from '../records/returns/return-lines.ts';

/** The form as it was typed, to show again when something is wrong with it. */
export interface TypedQuestion {
  readonly number: string;
  readonly year: string;
  readonly status: string;
  readonly amount: string;
}

/** What only the person who filed is likely to know together. */
export interface RefundQuestion {
  /** Nine digits. */
  readonly taxpayerNumber: string;
  readonly taxYear: number;
  readonly filingStatus: FilingStatus;
  /** Whole dollars, as on the return. */
  readonly dollars: number;
}

export type QuestionField = keyof TypedQuestion;

/** A question, or the fields that nobody could make one of. */
export function readQuestion(
  typed: TypedQuestion,
  years: readonly number[],
): { readonly question: RefundQuestion } | { readonly wrong: readonly QuestionField[] } {
  const taxpayerNumber = typed.number.replaceAll(/[\s-]/g, '');
  const taxYear = years.find((year) => String(year) === typed.year);
  const filingStatus = filingStatuses.find((status) => status === typed.status);
  const cents = readCents(typed.amount);
  const wrong: QuestionField[] = [];
  if (!/^\d{9}$/.test(taxpayerNumber)) wrong.push('number');
  if (taxYear === undefined) wrong.push('year');
  if (filingStatus === undefined) wrong.push('status');
  if (!cents) wrong.push('amount');
  if (!taxYear || !filingStatus || !cents || wrong.length > 0) return { wrong };
  return { question: { taxpayerNumber, taxYear, filingStatus, dollars: Math.floor(cents / 100) } };
}
