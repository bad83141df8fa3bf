import type { Day } from '../values/day.ts';
import type { AccountNumbers } from './bank.ts';

/** A bank account as the person sees it again: the numbers stay sealed (T2, T6). */
export interface BankAccount {
  readonly id: string;
  readonly bankName: string;
  readonly kind: AccountNumbers['kind'];
  readonly lastFour: string;
  readonly checkedOn: Day;
}
