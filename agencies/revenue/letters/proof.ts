import type { Cents } from '../amounts-and-dates/cents.ts';
import type { Day } from '../amounts-and-dates/day.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';

/** The person whom a letter for others is about, masked (T2) before it is kept: whatever is made of it is masked too. */
export interface About {
  readonly name: string;
  readonly taxpayerNumber: string;
  /** With whom the return was filed. */
  readonly spouse?: string;
}

/** What a letter for others says. */
export type Statement =
  /** What the account came to on the day of the letter; a credit is nothing owed. */
  | { readonly kind: 'balance-proof'; readonly owed: Cents }
  | { readonly kind: 'filing-proof'; readonly receivedOn: Day };

/** A letter that a person asked for, to show to others. It says what was so on its day, for good. */
export interface Proof {
  /** T3: the number that the file is found by; never a taxpayer's. */
  readonly fileNumber: CustomerFileNumber;
  readonly taxYear: number;
  readonly writtenOn: Day;
  readonly about: About;
  readonly statement: Statement;
}

export interface StoredProof extends Proof {
  /** Names it in an address; says nothing about anybody. */
  readonly id: string;
}
