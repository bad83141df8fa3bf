import type { Cents } from '../amounts-and-dates/cents.ts';
import type { Day } from '../amounts-and-dates/day.ts';
import type { TransactionCode } from '../records/accounts/account.ts';
import type { DocumentBox, DocumentKind } from '../records/documents/income-document.ts';
import type { FilingStatus, ReturnLine } from '../records/returns/return-lines.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';

/** T1. `record` is the return and the account together. */
export const transcriptKinds = ['return', 'account', 'record', 'wage-and-income', 'non-filing'] as const;
export type TranscriptKind = (typeof transcriptKinds)[number];

export const isTranscriptKind = (text: string): text is TranscriptKind =>
  transcriptKinds.some((kind) => kind === text);

/** What a value is, so that page, PDF and data can each show it in their own way. */
export type Value =
  | { readonly text: string }
  | { readonly cents: Cents }
  | { readonly day: Day }
  | { readonly status: FilingStatus };

/** Names of facts; the words are in the locale. */
export type FactName =
  | 'number'
  | 'name'
  | 'spouse'
  | 'dependent'
  | 'street'
  | 'business'
  | 'business-number'
  | 'form'
  | 'period'
  | 'received'
  | 'filing-status'
  | 'balance'
  | 'payer'
  | 'payer-number'
  | 'payer-street'
  | 'account'
  | 'refund-account'
  | 'statement'
  | 'tax-per-return'
  | ReturnLine
  | DocumentBox;

export interface Fact {
  readonly name: FactName;
  readonly value: Value;
}

export interface Posting {
  readonly code: TransactionCode;
  readonly on: Day;
  readonly cents: Cents;
}

/** Names of sections; a document's section is named by its kind. */
export type SectionName = 'taxpayer' | 'return' | 'account' | 'transactions' | 'statement' | DocumentKind;

export interface Section {
  readonly name: SectionName;
  readonly facts: readonly Fact[];
  readonly postings?: readonly Posting[];
}

/**
 * A transcript before it is a page, a PDF or data: masked already (T2), so that whatever is made of it is masked too.
 */
export interface Transcript {
  readonly kind: TranscriptKind;
  readonly taxYear: number;
  readonly requestedOn: Day;
  /** T3: the number that a transcript is found by; never a taxpayer's. */
  readonly fileNumber: CustomerFileNumber;
  /** Only a wage and income transcript, for filing, after a step-up (T3). */
  readonly unmasked: boolean;
  readonly sections: readonly Section[];
}
