import { type Cents, sumOf } from '../amounts-and-dates/cents.ts';
import type { FilingStatus, IncomeLine, ReturnLines } from '../records/returns/return-lines.ts';

/** The make-believe tax law of the sandbox: one deduction by filing status, three brackets, one credit. */
const standardDeduction: Readonly<Record<FilingStatus, Cents>> = {
  single: 15_000_00,
  'married-joint': 30_000_00,
  'married-separate': 15_000_00,
  'head-of-household': 22_500_00,
  'surviving-spouse': 30_000_00,
};
const brackets = [
  { upTo: 12_000_00, percent: 10 },
  { upTo: 48_000_00, percent: 12 },
  { upTo: Number.POSITIVE_INFINITY, percent: 22 },
] as const;
const childCredit: Cents = 1_500_00;
const selfEmploymentPercent = 14;

/** What a return is made of. All amounts in whole cents. */
export interface ReturnFacts {
  readonly filingStatus: FilingStatus;
  readonly income: Readonly<Record<IncomeLine, Cents>>;
  readonly businessProfit: Cents;
  readonly children: number;
  readonly withheld: Cents;
  readonly estimatedPayments: Cents;
}

const percentOf = (amount: Cents, percent: number): Cents => Math.round((amount * percent) / 100);

/** Tax by brackets, rounded to the cent once. */
export function taxOn(taxable: Cents): Cents {
  let lower = 0;
  let hundredths = 0;
  for (const { upTo, percent } of brackets) {
    hundredths += Math.max(0, Math.min(taxable, upTo) - lower) * percent;
    lower = upTo;
  }
  return Math.round(hundredths / 100);
}

/** A return's lines from its facts. Pure: two people with the same facts have the same return. */
export function computeReturn(facts: ReturnFacts): ReturnLines {
  const { income, businessProfit, withheld, estimatedPayments } = facts;
  const totalIncome = businessProfit + sumOf(Object.values(income));
  const selfEmploymentTax = percentOf(Math.max(0, businessProfit), selfEmploymentPercent);
  const adjustments = Math.round(selfEmploymentTax / 2); // half of it, as an employer would have paid
  const adjustedGrossIncome = totalIncome - adjustments;
  const deduction = standardDeduction[facts.filingStatus];
  const taxableIncome = Math.max(0, adjustedGrossIncome - deduction);
  const incomeTax = taxOn(taxableIncome);
  const credit = Math.min(incomeTax, facts.children * childCredit);
  const totalTax = incomeTax - credit + selfEmploymentTax;
  const totalPayments = withheld + estimatedPayments;
  return {
    ...income,
    'business-income': businessProfit,
    'total-income': totalIncome,
    adjustments,
    'adjusted-gross-income': adjustedGrossIncome,
    deduction,
    'taxable-income': taxableIncome,
    'income-tax': incomeTax,
    'child-credit': credit,
    'self-employment-tax': selfEmploymentTax,
    'total-tax': totalTax,
    withheld,
    'estimated-payments': estimatedPayments,
    'total-payments': totalPayments,
    overpaid: Math.max(0, totalPayments - totalTax),
    owed: Math.max(0, totalTax - totalPayments),
  };
}
