import { type Cents, sumOf } from '../amounts-and-dates/cents.ts';
import type { Day } from '../amounts-and-dates/day.ts';
import type { AccountTransaction, Refund, TaxYearAccount } from '../records/accounts/account.ts';
import type { IncomeDocument } from '../records/documents/income-document.ts';
import type { Filing, Rejection } from '../records/returns/filing.ts';
import type { FilingStatus } from '../records/returns/return-lines.ts';
import type { Dependent } from '../records/returns/tax-return.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';
import { computeReturn } from './compute-return.ts';
import { incomeOf, onFile, type SeedDocument, withheldIn } from './documents.ts';

/**
 * What happened to one person in one tax year. Everything on file is made from this: the documents give the return,
 * the return gives the postings, the postings give the balance. So no record can disagree with another.
 */
export interface SeedYear {
  readonly taxYear: number;
  readonly filingStatus: FilingStatus;
  readonly documents: readonly SeedDocument[];
  /** The spouse's, on a joint return. */
  readonly spouseDocuments?: readonly SeedDocument[];
  readonly dependents?: readonly Dependent[];
  readonly businessProfit?: Cents;
  readonly estimated?: readonly { readonly on: Day; readonly amount: Cents }[];
  readonly filedBy: 'electronic' | 'paper';
  readonly receivedOn: Day;
  /** Undefined while the return waits to be processed: no tax is assessed yet. */
  readonly processedOn?: Day;
  /** It was sent before and came back. */
  readonly rejectedBefore?: { readonly sentOn: Day; readonly rejection: Rejection };
  readonly refund?: {
    /** Undefined while it is approved and not sent. */
    readonly sentOn?: Day;
    readonly accountLastFour?: string;
    readonly offset?: NonNullable<Refund['offset']>;
  };
  /** For the documents that were left off: what it changes follows from them. */
  readonly amended?: Pick<Filing, 'filedBy' | 'sentOn' | 'state' | 'since'> & { readonly paidOn: Day };
  /** Payments, penalties, interest. */
  readonly further?: readonly AccountTransaction[];
}

export interface YearOnFile {
  readonly account: TaxYearAccount;
  readonly filings: readonly Filing[];
  readonly documents: readonly IncomeDocument[];
  readonly spouseDocuments: readonly IncomeDocument[];
}

/** Withholding counts as paid on the day the return was due. */
const dueDay = (taxYear: number): Day => `${taxYear + 1}-04-15`;

export function yearOnFile(
  filer: CustomerFileNumber,
  spouse: CustomerFileNumber | undefined,
  seed: SeedYear,
): YearOnFile {
  const { taxYear, filingStatus, dependents = [], documents, spouseDocuments = [], estimated = [] } = seed;
  const all = [...documents, ...spouseDocuments];
  const returnOf = (reported: readonly SeedDocument[]) =>
    computeReturn({
      filingStatus,
      income: incomeOf(reported),
      businessProfit: seed.businessProfit ?? 0,
      children: dependents.filter(({ relation }) => relation === 'child').length,
      withheld: withheldIn(reported),
      estimatedPayments: sumOf(estimated.map(({ amount }) => amount)),
    });
  const lines = returnOf(all.filter(({ leftOff }) => !leftOff));
  const change = returnOf(all)['total-tax'] - lines['total-tax'];
  const joint = spouse !== undefined && filingStatus === 'married-joint';
  return {
    account: {
      taxReturn: {
        taxYear,
        form: '1040',
        filingStatus,
        filedBy: seed.filedBy,
        receivedOn: seed.receivedOn,
        lines,
        filer,
        ...(joint && { spouse }),
        dependents,
      },
      transactions: posted(seed, lines, change),
      refund: refundOf(seed, lines.overpaid),
    },
    filings: filingsOf(seed, change),
    documents: onFile(taxYear, documents),
    spouseDocuments: onFile(taxYear, spouseDocuments),
  };
}

function posted(
  seed: SeedYear,
  lines: { readonly withheld: Cents; readonly 'total-tax': Cents; readonly overpaid: Cents },
  change: Cents,
): readonly AccountTransaction[] {
  const { receivedOn, processedOn, refund, estimated = [], further = [] } = seed;
  const [withheldOn = receivedOn] = [dueDay(seed.taxYear), receivedOn].toSorted();
  const all: AccountTransaction[] = estimated.map(({ on, amount }) => ({
    code: '660',
    postedOn: on,
    amount: -amount,
  }));
  if (lines.withheld > 0) all.push({ code: '806', postedOn: withheldOn, amount: -lines.withheld });
  if (processedOn) all.push({ code: '150', postedOn: processedOn, amount: lines['total-tax'] });
  if (refund?.sentOn) {
    const taken = refund.offset?.amount ?? 0;
    if (taken > 0) all.push({ code: '898', postedOn: refund.sentOn, amount: taken });
    all.push({ code: '846', postedOn: refund.sentOn, amount: lines.overpaid - taken });
  }
  return [...all, ...amendment(seed, change), ...further].toSorted((a, b) =>
    a.postedOn.localeCompare(b.postedOn),
  );
}

/** An amended return comes in, its tax is added with interest since the due day, and is paid. */
function amendment({ taxYear, amended }: SeedYear, change: Cents): readonly AccountTransaction[] {
  if (!amended) return [];
  const { sentOn, since, paidOn } = amended;
  const interest = interestOn(change, dueDay(taxYear), since);
  return [
    { code: '977', postedOn: sentOn, amount: 0 },
    { code: '290', postedOn: since, amount: change },
    { code: '196', postedOn: since, amount: interest },
    { code: '670', postedOn: paidOn, amount: -(change + interest) },
  ];
}

/** 26 U.S.C. 6622: compounded daily, at the sandbox's rate of 7 percent a year. */
function interestOn(amount: Cents, from: Day, to: Day): Cents {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  return Math.round(amount * ((1 + 0.07 / 365) ** days - 1));
}

function refundOf({ processedOn, refund }: SeedYear, overpaid: Cents): Refund | undefined {
  if (overpaid === 0) return undefined;
  return {
    amount: overpaid,
    approvedOn: processedOn,
    sentOn: refund?.sentOn,
    accountLastFour: refund?.accountLastFour,
    ...(refund?.offset && { offset: refund.offset }),
  };
}

function filingsOf(seed: SeedYear, change: Cents): readonly Filing[] {
  const { taxYear, filedBy, receivedOn, processedOn, rejectedBefore, amended } = seed;
  const common = { taxYear, form: '1040' } as const;
  return [
    ...(rejectedBefore
      ? [
          {
            ...common,
            filedBy: 'electronic',
            sentOn: rejectedBefore.sentOn,
            state: 'rejected',
            since: rejectedBefore.sentOn,
            rejection: rejectedBefore.rejection,
          } as const,
        ]
      : []),
    {
      ...common,
      filedBy,
      sentOn: receivedOn,
      state: processedOn ? 'accepted' : 'received',
      since: processedOn ?? receivedOn,
    },
    ...(amended ? [amendedReturn(taxYear, amended, change)] : []),
  ];
}

function amendedReturn(taxYear: number, amended: NonNullable<SeedYear['amended']>, change: Cents): Filing {
  const { filedBy, sentOn, state, since } = amended;
  return { taxYear, form: '1040-X', filedBy, sentOn, state, since, change };
}
