import type { Cents } from '../amounts-and-dates/cents.ts';
import type { Day } from '../amounts-and-dates/day.ts';
import type { Payment } from '../payments/index.ts';
import type { Notice } from '../records/letters/letter.ts';
import { type Filing, sentAgain } from '../records/returns/filing.ts';

/** One thing that waits for the person. Words and ways are in the locale and on the page. */
export type ToDo =
  /** `dueOn`: the day to act by, where it is still to come. */
  | { readonly kind: 'notice'; readonly letter: Notice; readonly dueOn?: Day }
  | { readonly kind: 'new-notices'; readonly count: number }
  | { readonly kind: 'balance'; readonly taxYear: number; readonly owed: Cents }
  | { readonly kind: 'rejected-return'; readonly taxYear: number }
  | { readonly kind: 'returned-payment'; readonly payment: Payment };

export interface Facts {
  /** The latest first. */
  readonly letters: readonly Notice[];
  /** What is owed and not on its way, by year. */
  readonly balances: readonly { readonly taxYear: number; readonly owed: Cents }[];
  /** Years that a running plan pays off. */
  readonly plannedYears: readonly number[];
  readonly filings: readonly Filing[];
  readonly payments: readonly Payment[];
}

/** What needs doing on `today`, the most pressing first; empty when nothing does. Pure: made from facts alone. */
export function whatNeedsDoing(facts: Facts, today: Day): readonly ToDo[] {
  const owed = facts.balances.filter(({ taxYear }) => !facts.plannedYears.includes(taxYear));
  const returned = returnedPayments(facts.payments).filter(({ taxYear }) =>
    facts.balances.some((balance) => balance.taxYear === taxYear),
  );
  return [
    ...returned.map((payment): ToDo => ({ kind: 'returned-payment', payment })),
    ...sentBack(facts.filings).map((taxYear): ToDo => ({ kind: 'rejected-return', taxYear })),
    // a balance whose payment came back is said once, with the payment
    ...owed
      .filter(({ taxYear }) => !returned.some((payment) => payment.taxYear === taxYear))
      .map((balance): ToDo => ({ kind: 'balance', ...balance })),
    ...notices(facts, today),
  ];
}

/** Each notice with a day to come is named; of the others only those that nobody has opened count. */
function notices({ letters, balances }: Facts, today: Day): readonly ToDo[] {
  const isMoot = ({ kind, taxYear }: Notice): boolean =>
    kind === 'balance-due' && !balances.some((balance) => balance.taxYear === taxYear);
  const isDue = ({ dueOn }: Notice): boolean => dueOn !== undefined && dueOn >= today;
  const due = letters.filter((letter) => isDue(letter) && !isMoot(letter));
  const unread = letters.filter((letter) => !letter.readAt && !due.includes(letter));
  const [only] = unread;
  return [
    ...due.map(
      (letter): ToDo => ({
        kind: 'notice',
        letter,
        ...(letter.dueOn !== undefined && { dueOn: letter.dueOn }),
      }),
    ),
    ...(only && unread.length === 1 ? [{ kind: 'notice', letter: only } as const] : []),
    ...(unread.length > 1 ? [{ kind: 'new-notices', count: unread.length } as const] : []),
  ];
}

/** Years whose latest filing was sent back: one that was sent again is settled. */
function sentBack(filings: readonly Filing[]): readonly number[] {
  const rejected = filings.filter(({ state }) => state === 'rejected');
  const open = rejected.filter((one) => !sentAgain(one, filings));
  return [...new Set(open.map(({ taxYear }) => taxYear))];
}

/** The latest payment of each year, where the bank returned it. */
const returnedPayments = (payments: readonly Payment[]): readonly Payment[] =>
  payments.filter(
    (payment) =>
      payment.state === 'returned' &&
      !payments.some((later) => later.taxYear === payment.taxYear && later.madeAt > payment.madeAt),
  );
