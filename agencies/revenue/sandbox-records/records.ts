import type { Day } from '../amounts-and-dates/day.ts';
import { balanceOf } from '../records/accounts/account.ts';
import type { Notice } from '../records/letters/letter.ts';
import type { Taxpayer } from '../records/taxpayers/taxpayer.ts';
import { anaRivera } from './people/ana-rivera.ts';
import { imaniOkoro } from './people/imani-okoro.ts';
import { kaiTanabe } from './people/kai-tanabe.ts';
import { joseNunez, luciaVega } from './people/nunez-vega.ts';
import { robinAldous } from './people/robin-aldous.ts';
import { samuelBrookes } from './people/samuel-brookes.ts';
import type { SeedPerson } from './person.ts';
import { type YearOnFile, yearOnFile } from './year.ts';

/**
 * The sandbox's master file. Its people are nobody: their numbers are in areas that are never issued (D7). Nora Lindgren
 * (901-33-0642) is left out on purpose: she has no record here.
 */
export interface SeedRecord {
  readonly taxpayer: Taxpayer;
  readonly spouse?: Taxpayer['customerFileNumber'];
  readonly years: readonly YearOnFile[];
  readonly letters: readonly Notice[];
}

/** A spouse before who files with them. */
const people: readonly SeedPerson[] = [
  luciaVega,
  anaRivera,
  joseNunez,
  samuelBrookes,
  imaniOkoro,
  robinAldous,
  kaiTanabe,
];

/** The latest tax year whose return was due before `today`. */
export const latestTaxYear = (today: Day): number =>
  Number(today.slice(0, 4)) - (today.slice(5) > '05-31' ? 1 : 2);

/** The records as they stand on `today`: what is under way stays recent. */
export function seedRecords(today: Day): readonly SeedRecord[] {
  const latest = latestTaxYear(today);
  return people.map(({ taxpayer, spouse, years, letters }) => {
    const onFile = years(latest, today).map((year) => yearOnFile(taxpayer.customerFileNumber, spouse, year));
    return {
      taxpayer,
      ...(spouse && { spouse }),
      years: onFile,
      letters: letters(latest, today).map((letter, index) => numbered(letter, index + 1, onFile)),
    };
  });
}

/** A letter about a balance says what was owed on the day it was sent, one about a change of the tax by how much it changed. */
function numbered(letter: Omit<Notice, 'id'>, number: number, years: readonly YearOnFile[]): Notice {
  const id = `${letter.sentOn.slice(0, 4)}-${number}`;
  const year = years.find(({ account }) => account.taxReturn.taxYear === letter.taxYear);
  if (!year) return { ...letter, id };
  const change = year.filings.find((one) => one.change !== undefined)?.change;
  if (letter.kind === 'return-adjusted' && change !== undefined) return { ...letter, id, amount: change };
  if (letter.kind !== 'balance-due') return { ...letter, id };
  const posted = year.account.transactions.filter(({ postedOn }) => postedOn <= letter.sentOn);
  return { ...letter, id, amount: balanceOf(posted) };
}
