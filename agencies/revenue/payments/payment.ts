import type { Cents } from '../amounts-and-dates/cents.ts';
import { addDays, type Day } from '../amounts-and-dates/day.ts';
import type { ReturnReason } from '../bank/index.ts';

/** What a person may choose to pay. */
export const payableKinds = [
  'balance',
  'return',
  'extension',
  'estimated',
  'amended-return',
  'notice',
] as const;
export type PayableKind = (typeof payableKinds)[number];

/** What a payment is for. An installment of a plan is nobody's choice of the day. */
export const paymentKinds = [...payableKinds, 'plan'] as const;
export type PaymentKind = (typeof paymentKinds)[number];

/**
 * `scheduled` → `sending` (asked of the bank, not yet answered) → `sent` (and posted), from where the bank may still
 * return it. Or `canceled`, before the cut-off.
 */
export const paymentStates = ['scheduled', 'sending', 'sent', 'returned', 'canceled'] as const;
export type PaymentState = (typeof paymentStates)[number];

export interface Payment {
  /** Names it in an address and at the bank; says nothing about anybody. */
  readonly id: string;
  readonly taxYear: number;
  readonly kind: PaymentKind;
  readonly amount: Cents;
  readonly payOn: Day;
  readonly bankAccount: string;
  readonly state: PaymentState;
  readonly madeAt: Date;
  readonly returned?: { readonly reason: ReturnReason; readonly on: Day };
}

/** A payment may lie this many days ahead. */
export const daysAheadAtMost = 365;

/** The largest single payment. */
export const amountAtMost: Cents = 10_000_000_00;

/** The last day on which a payment can be called back: the one before it is drawn. One for today cannot. */
export const cancelUntil = ({ payOn }: Pick<Payment, 'payOn'>): Day => addDays(payOn, -1);

export const canCancel = (payment: Pick<Payment, 'state' | 'payOn'>, today: Day): boolean =>
  payment.state === 'scheduled' && today <= cancelUntil(payment);
