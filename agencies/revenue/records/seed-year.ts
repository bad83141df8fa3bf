import type { AccountTransaction, Cents, Day, FilingStatus, TaxYearAccount } from '../accounts/account.ts';

/** The make-believe tax law of the sandbox: one deduction by filing status, three brackets. */
const STANDARD_DEDUCTION: Readonly<Record<FilingStatus, Cents>> = {
  single: 15_000_00,
  'married-joint': 30_000_00,
  'married-separate': 15_000_00,
  'head-of-household': 22_500_00,
  'surviving-spouse': 30_000_00,
};
const BRACKETS = [
  { upTo: 12_000_00, percent: 10 },
  { upTo: 48_000_00, percent: 12 },
  { upTo: Number.POSITIVE_INFINITY, percent: 22 },
] as const;

export function taxOn(taxable: Cents): Cents {
  let lower = 0;
  let hundredths = 0;
  for (const { upTo, percent } of BRACKETS) {
    hundredths += Math.max(0, Math.min(taxable, upTo) - lower) * percent;
    lower = upTo;
  }
  return Math.round(hundredths / 100);
}

export const taxableOf = (status: FilingStatus, income: Cents): Cents =>
  Math.max(0, income - STANDARD_DEDUCTION[status]);

/** What happened in one tax year, from which the account is made, so that it cannot disagree with itself. */
export interface SeedYear {
  readonly taxYear: number;
  readonly filingStatus: FilingStatus;
  readonly income: Cents;
  readonly withheld: Cents;
  readonly filedBy: 'electronic' | 'paper';
  readonly receivedOn: Day;
  /** Undefined while the return waits to be processed: no tax is assessed yet. */
  readonly processedOn?: Day;
  /** An overpayment is refunded on this day; undefined while it is approved but not sent. */
  readonly refundSentOn?: Day;
  readonly refundAccountLastFour?: string;
  readonly further?: readonly AccountTransaction[];
}

/** Withholding counts as paid on the day the return was due. */
const dueDay = (taxYear: number): Day => `${taxYear + 1}-04-15`;

export function accountOf(seed: SeedYear): TaxYearAccount {
  const taxableIncome = taxableOf(seed.filingStatus, seed.income);
  const tax = taxOn(taxableIncome);
  const [withheldOn = seed.receivedOn] = [dueDay(seed.taxYear), seed.receivedOn].toSorted();
  const overpaid = seed.withheld - tax;
  const posted: AccountTransaction[] = [
    { code: '806', postedOn: withheldOn, amount: -seed.withheld },
    ...(seed.processedOn === undefined
      ? []
      : [{ code: '150', postedOn: seed.processedOn, amount: tax } as const]),
    ...(seed.refundSentOn === undefined
      ? []
      : [{ code: '846', postedOn: seed.refundSentOn, amount: overpaid } as const]),
    ...(seed.further ?? []),
  ];
  return {
    taxReturn: {
      taxYear: seed.taxYear,
      form: '1040',
      filingStatus: seed.filingStatus,
      filedBy: seed.filedBy,
      receivedOn: seed.receivedOn,
      adjustedGrossIncome: seed.income,
      taxableIncome,
      tax,
    },
    transactions: posted.toSorted((a, b) => a.postedOn.localeCompare(b.postedOn)),
    refund:
      overpaid > 0
        ? {
            amount: overpaid,
            approvedOn: seed.processedOn,
            sentOn: seed.refundSentOn,
            accountLastFour: seed.refundAccountLastFour,
          }
        : undefined,
  };
}
