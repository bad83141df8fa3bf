import type { Cents } from '../amounts-and-dates/cents.ts';
import type { Day } from '../amounts-and-dates/day.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';

export const planStates = ['running', 'ended', 'paid-off'] as const;
export type PlanState = (typeof planStates)[number];

/** An installment as it was agreed; it is a payment of its own from its day on. */
export interface AgreedInstallment {
  readonly id: string;
  readonly on: Day;
  readonly amount: Cents;
  readonly interest: Cents;
  readonly fee: Cents;
  readonly begun: boolean;
}

/** A payment plan that was agreed. Its installments stand in the order of their days. */
export interface PaymentPlan {
  readonly id: string;
  /** The person who agreed to it, and who alone ends it. On a joint account either spouse sees it. */
  readonly person: CustomerFileNumber;
  readonly taxYear: number;
  readonly kind: 'short-term' | 'long-term';
  readonly bankAccount: string;
  readonly agreedOn: Day;
  readonly state: PlanState;
  readonly installments: readonly AgreedInstallment[];
}

/**
 * The installments that may still be drawn. One whose day passed while nothing was to be drawn, and that a later one has
 * followed, is left out for good: nobody who agreed to so much a month is drawn several months on one day.
 */
export const aheadIn = ({ installments }: Pick<PaymentPlan, 'installments'>): readonly AgreedInstallment[] =>
  installments.slice(installments.findLastIndex(({ begun }) => begun) + 1);
