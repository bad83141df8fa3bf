import type { Day } from '../amounts-and-dates/day.ts';
import { balanceOf, isProcessed, type TaxYearAccount } from '../records/accounts/account.ts';
import { boxesOf, type IncomeDocument } from '../records/documents/income-document.ts';
import { returnLines } from '../records/returns/return-lines.ts';
import type { Taxpayer } from '../records/taxpayers/taxpayer.ts';
import type { Mask } from './mask.ts';
import type { Fact, FactName, Section, Transcript, TranscriptKind } from './transcript.ts';

/** Everything on file that a transcript of one person and one year may be made of. */
export interface TranscriptSource {
  readonly taxpayer: Taxpayer;
  /** With whom a joint return was filed. */
  readonly spouse?: Taxpayer;
  readonly taxYear: number;
  /** Undefined: no return is on file for that year. */
  readonly account?: TaxYearAccount;
  readonly documents: readonly IncomeDocument[];
}

/** Why there is none: shown to the person, who may ask for another kind. */
export type NoTranscript = 'no-return' | 'not-processed' | 'no-documents' | 'filed';

export const whyNone = (
  kind: TranscriptKind,
  { account, documents }: TranscriptSource,
): NoTranscript | undefined => {
  if (kind === 'wage-and-income') return documents.length === 0 ? 'no-documents' : undefined;
  if (kind === 'non-filing') return account ? 'filed' : undefined;
  if (!account) return 'no-return';
  // until the tax is assessed, its account would say a balance that nobody has worked out
  return isProcessed(account) ? undefined : 'not-processed';
};

/** T1, masked by `mask`. Pure. Throws for a kind that `whyNone` says there is none of. */
export function writeTranscript(
  kind: TranscriptKind,
  source: TranscriptSource,
  today: Day,
  mask: Mask,
): Transcript {
  const missing = whyNone(kind, source);
  if (missing) throw new Error(`no ${kind} transcript: ${missing}`);
  return {
    kind,
    taxYear: source.taxYear,
    requestedOn: today,
    fileNumber: source.taxpayer.customerFileNumber,
    unmasked: mask.unmasked,
    sections: [taxpayerSection(kind, source, mask), ...contents(kind, source, today, mask)],
  };
}

function contents(
  kind: TranscriptKind,
  source: TranscriptSource,
  today: Day,
  mask: Mask,
): readonly Section[] {
  const { account, documents } = source;
  if (kind === 'wage-and-income') return documents.map((document) => documentSection(document, mask));
  if (!account) return [{ name: 'statement', facts: [{ name: 'statement', value: { day: today } }] }];
  const asReturn = returnSection(account);
  const asAccount = accountSections(account, mask);
  if (kind === 'return') return [asReturn];
  return kind === 'account' ? asAccount : [asReturn, ...asAccount];
}

const text = (name: FactName, value: string): Fact => ({ name, value: { text: value } });

function taxpayerSection(
  kind: TranscriptKind,
  { taxpayer, spouse, taxYear, account }: TranscriptSource,
  mask: Mask,
): Section {
  const onReturn = account !== undefined && kind !== 'wage-and-income';
  return {
    name: 'taxpayer',
    facts: [
      text('number', mask.taxpayerNumber(taxpayer.taxpayerNumber)),
      text('name', mask.name(taxpayer)),
      text('street', mask.street(taxpayer.address.street)),
      ...(onReturn && spouse ? [text('spouse', mask.name(spouse))] : []),
      ...(onReturn ? account.taxReturn.dependents : []).map((one) =>
        text('dependent', `${mask.name(one)}, ${mask.taxpayerNumber(one.ssnLastFour)}`),
      ),
      ...(taxpayer.business
        ? [
            text('business', mask.businessName(taxpayer.business.name)),
            text('business-number', mask.ein(taxpayer.business.ein)),
          ]
        : []),
      { name: 'period', value: { day: `${taxYear}-12-31` } },
    ],
  };
}

function returnSection({ taxReturn }: TaxYearAccount): Section {
  return {
    name: 'return',
    facts: [
      text('form', taxReturn.form),
      { name: 'filing-status', value: { status: taxReturn.filingStatus } },
      { name: 'received', value: { day: taxReturn.receivedOn } },
      ...returnLines.map((line): Fact => ({ name: line, value: { cents: taxReturn.lines[line] } })),
    ],
  };
}

/** Only the last four of a bank account are kept, so something stands before them for the mask. */
const keptAccount = (lastFour: string): string => `0000${lastFour}`;

function accountSections(
  { taxReturn, transactions, refund }: TaxYearAccount,
  mask: Mask,
): readonly Section[] {
  // as filed: what was changed since stands in the postings
  const brief = ['adjusted-gross-income', 'taxable-income'] as const;
  return [
    {
      name: 'account',
      facts: [
        { name: 'balance', value: { cents: balanceOf(transactions) } },
        text('form', taxReturn.form),
        { name: 'filing-status', value: { status: taxReturn.filingStatus } },
        ...brief.map((line): Fact => ({ name: line, value: { cents: taxReturn.lines[line] } })),
        { name: 'tax-per-return', value: { cents: taxReturn.lines['total-tax'] } },
        ...(refund?.sentOn && refund.accountLastFour
          ? [text('refund-account', mask.account(keptAccount(refund.accountLastFour)))]
          : []),
      ],
    },
    {
      name: 'transactions',
      facts: [],
      postings: transactions.map(({ code, postedOn, amount }) => ({ code, on: postedOn, cents: amount })),
    },
  ];
}

function documentSection({ kind, payer, accountNumber, boxes }: IncomeDocument, mask: Mask): Section {
  return {
    name: kind,
    facts: [
      text('payer', mask.businessName(payer.name)),
      text('payer-number', mask.ein(payer.ein)),
      text('payer-street', mask.street(payer.address.street)),
      ...(accountNumber ? [text('account', mask.account(accountNumber))] : []),
      ...boxesOf[kind].flatMap((box): Fact[] => {
        const cents = boxes[box];
        return cents === undefined ? [] : [{ name: box, value: { cents } }];
      }),
    ],
  };
}
