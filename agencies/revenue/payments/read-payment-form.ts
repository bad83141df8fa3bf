import { readDay } from '../amounts-and-dates/day.ts';
import { readCents } from '../amounts-and-dates/read-cents.ts';
import { type PayableKind, payableKinds } from './payment.ts';
import type { PaymentOrder } from './payments.ts';

/** The form as it was typed, to show again when something is wrong with it. */
export interface TypedPayment {
  readonly what: string;
  readonly amount: string;
  readonly day: string;
  readonly from: string;
  readonly formKey: string;
  /** What the form filled in by itself, and for what: an amount that is owed says nothing about another payment. */
  readonly suggested: string;
}

/** `balance-2025`: what a choice of "what" says. */
export const whatOf = ({ kind, taxYear }: Pick<PaymentOrder, 'kind' | 'taxYear'>): string =>
  `${kind}-${taxYear}`;

/** A balance with its amount, as the form hands them on. */
export const suggestionOf = (what: string, amount: string): string => (what ? `${what} ${amount}` : '');

/** What the form filled in for something else stands there still. */
export function keepsSuggestion({ suggested, what, amount }: TypedPayment): boolean {
  const [suggestedFor, suggestedAmount] = suggested.split(' ');
  return suggested !== '' && what !== suggestedFor && amount === suggestedAmount;
}

export type PaymentField = 'what' | 'amount' | 'day' | 'from';

/** An order, or the fields that nobody could make one of. What is possible is judged by `payments.ts`. */
export function readPaymentForm(
  typed: TypedPayment,
): { readonly order: PaymentOrder } | { readonly wrong: readonly PaymentField[] } {
  const what = readWhat(typed.what);
  const amount = readCents(typed.amount);
  const payOn = readDay(typed.day);
  const wrong: PaymentField[] = [];
  if (!what) wrong.push('what');
  if (amount === undefined || amount === 0) wrong.push('amount');
  if (payOn === undefined) wrong.push('day');
  if (typed.from === '') wrong.push('from');
  if (!what || amount === undefined || payOn === undefined || wrong.length > 0) return { wrong };
  return { order: { ...what, amount, payOn, bankAccount: typed.from, formKey: typed.formKey } };
}

function readWhat(text: string): { readonly kind: PayableKind; readonly taxYear: number } | undefined {
  const [, name, year] = /^([a-z-]+)-(\d{4})$/.exec(text) ?? [];
  const kind = payableKinds.find((one) => one === name);
  return kind && { kind, taxYear: Number(year) };
}
