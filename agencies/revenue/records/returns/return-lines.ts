import type { Cents } from '../../amounts-and-dates/cents.ts';

export const filingStatuses = [
  'single',
  'married-joint',
  'married-separate',
  'head-of-household',
  'surviving-spouse',
] as const;
export type FilingStatus = (typeof filingStatuses)[number];

/**
 * The lines of an income tax return, in the order in which they are read. Their words are in the locale. What each is
 * made of is in `compute-return.ts`.
 */
export const returnLines = [
  'wages',
  'interest',
  'dividends',
  'retirement',
  'social-security',
  'unemployment',
  'business-income',
  'total-income',
  'adjustments',
  'adjusted-gross-income',
  'deduction',
  'taxable-income',
  'income-tax',
  'child-credit',
  'self-employment-tax',
  'total-tax',
  'withheld',
  'estimated-payments',
  'total-payments',
  'overpaid',
  'owed',
] as const;

export type ReturnLine = (typeof returnLines)[number];

/** Every line of a return, in whole cents; what does not apply is zero. */
export type ReturnLines = Readonly<Record<ReturnLine, Cents>>;

/** The lines that income documents add up to. */
export const incomeLines = [
  'wages',
  'interest',
  'dividends',
  'retirement',
  'social-security',
  'unemployment',
] as const satisfies readonly ReturnLine[];

export type IncomeLine = (typeof incomeLines)[number];
