import type { Day } from '../amounts-and-dates/day.ts';
import type { Notice } from '../records/letters/letter.ts';
import type { CustomerFileNumber, Taxpayer } from '../records/taxpayers/taxpayer.ts';
import type { SeedYear } from './year.ts';

/** A person of the made-up town, and what happened to them. */
export interface SeedPerson {
  readonly taxpayer: Taxpayer;
  readonly spouse?: CustomerFileNumber;
  /** `latest` is the last tax year whose return was due before `today`. The latest year first. */
  years(latest: number, today: Day): readonly SeedYear[];
  letters(latest: number, today: Day): readonly Omit<Notice, 'id'>[];
}

export const town = (street: string, city: string, postalCode: string) => ({
  street,
  city,
  state: 'ZZ',
  postalCode,
});
