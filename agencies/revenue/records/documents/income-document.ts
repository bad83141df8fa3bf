import type { Cents } from '../../amounts-and-dates/cents.ts';
import type { Day } from '../../amounts-and-dates/day.ts';
import type { IncomeLine } from '../returns/return-lines.ts';
import type { MailingAddress } from '../taxpayers/taxpayer.ts';

/** What employers, banks and offices send this department about a person (T1: wage and income). */
export const documentKinds = [
  'W-2',
  '1099-INT',
  '1099-DIV',
  '1099-NEC',
  '1099-R',
  '1099-G',
  'SSA-1099',
  '1098',
  '1098-T',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Boxes by name; which a kind has is in `boxesOf`. Their words are in the locale. */
export const documentBoxes = [
  'wages',
  'federal-tax-withheld',
  'social-security-wages',
  'social-security-tax',
  'medicare-wages',
  'medicare-tax',
  'interest',
  'ordinary-dividends',
  'qualified-dividends',
  'nonemployee-compensation',
  'gross-distribution',
  'taxable-amount',
  'unemployment',
  'net-benefits',
  'mortgage-interest',
  'tuition-payments',
] as const;
export type DocumentBox = (typeof documentBoxes)[number];

export const boxesOf: Readonly<Record<DocumentKind, readonly DocumentBox[]>> = {
  'W-2': [
    'wages',
    'federal-tax-withheld',
    'social-security-wages',
    'social-security-tax',
    'medicare-wages',
    'medicare-tax',
  ],
  '1099-INT': ['interest', 'federal-tax-withheld'],
  '1099-DIV': ['ordinary-dividends', 'qualified-dividends', 'federal-tax-withheld'],
  '1099-NEC': ['nonemployee-compensation', 'federal-tax-withheld'],
  '1099-R': ['gross-distribution', 'taxable-amount', 'federal-tax-withheld'],
  '1099-G': ['unemployment', 'federal-tax-withheld'],
  'SSA-1099': ['net-benefits', 'federal-tax-withheld'],
  '1098': ['mortgage-interest'],
  '1098-T': ['tuition-payments'],
};

/** Where a box goes on the return. What is not here informs and adds nothing: its income is elsewhere, or none. */
export const lineOfBox: Readonly<Partial<Record<DocumentBox, IncomeLine>>> = {
  wages: 'wages',
  interest: 'interest',
  'ordinary-dividends': 'dividends',
  'taxable-amount': 'retirement',
  unemployment: 'unemployment',
  'net-benefits': 'social-security',
};

/** The payer or employer who sent the document. */
export interface Payer {
  readonly name: string;
  /** `12-3456789` */
  readonly ein: string;
  readonly address: MailingAddress;
}

export interface IncomeDocument {
  /** Names it in an address; says nothing about anybody. */
  readonly id: string;
  readonly kind: DocumentKind;
  readonly taxYear: number;
  readonly receivedOn: Day;
  readonly payer: Payer;
  /** The payer's number for the person's account, where it states one. */
  readonly accountNumber?: string;
  /** In the order of `boxesOf`; whole cents. */
  readonly boxes: Readonly<Partial<Record<DocumentBox, Cents>>>;
}
