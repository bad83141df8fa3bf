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
  /** `letter`: the notice about it, where it is new or has a day to act by, `dueOn`, to come. */
  | {
      readonly kind: 'balance';
      readonly taxYear: number;
      readonly owed: Cents;
      readonly letter?: Notice;
      readonly dueOn?: Day;
    }
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
  const waiting = waitingNotices(facts, today);
  // a balance is said once: with its payment that came back, or with the notice about it
  const balances = owed
    .filter(({ taxYear }) => !returned.some((payment) => payment.taxYear === taxYear))
    .map((balance) => {
      const notice = waiting.find(
        ({ letter }) => letter.kind === 'balance-due' && letter.taxYear === balance.taxYear,
      );
      return { kind: 'balance', ...balance, ...notice } as const;
    });
  const others = waiting.filter(({ letter }) => !balances.some((balance) => balance.letter === letter));
  return [
    ...returned.map((payment): ToDo => ({ kind: 'returned-payment', payment })),
    ...sentBack(facts.filings).map((taxYear): ToDo => ({ kind: 'rejected-return', taxYear })),
    ...balances,
    ...notices(others),
  ];
}

interface WaitingNotice {
  readonly letter: Notice;
  /** The day to act by, where it is still to come and what it asks for is not paid. */
  readonly dueOn?: Day;
}

/** Those with a day to come, and those that nobody has opened. */
function waitingNotices({ letters, balances }: Facts, today: Day): readonly WaitingNotice[] {
  const isMoot = ({ kind, taxYear }: Notice): boolean =>
    kind === 'balance-due' && !balances.some((balance) => balance.taxYear === taxYear);
  return letters
    .map((letter) => {
      const { dueOn } = letter;
      return { letter, ...(dueOn !== undefined && dueOn >= today && !isMoot(letter) && { dueOn }) };
    })
    .filter(({ letter, dueOn }) => !letter.readAt || dueOn !== undefined);
}

/** Each notice with a day to come is named; the others only count. */
function notices(waiting: readonly WaitingNotice[]): readonly ToDo[] {
  const due = waiting.filter(({ dueOn }) => dueOn !== undefined);
  const unread = waiting.filter(({ dueOn }) => dueOn === undefined);
  const [only] = unread;
  return [
    ...due.map((notice): ToDo => ({ kind: 'notice', ...notice })),
    ...(only && unread.length === 1 ? [{ kind: 'notice', ...only } as const] : []),
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
