import type { Day } from '../amounts-and-dates/day.ts';
import type { AccountNumbers } from '../bank/index.ts';

/** A bank account as the person sees it again: the numbers stay sealed (T2, T6). */
export interface BankAccount {
  readonly id: string;
  readonly bankName: string;
  readonly kind: AccountNumbers['kind'];
  readonly lastFour: string;
  readonly checkedOn: Day;
}
