import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import sharp from 'sharp';
import { keepPhoneAccount, keepRecords, orderlyPhoneAccount, orderlyRecords } from '../authorities/index.ts';
import { asPrinted, type LicensePhotos, renderLicenseFor } from '../documents/index.ts';
import type { DocumentHolder } from '../people/person.ts';
import type { Words } from './words.ts';

export type VisitorProblem = keyof Words['own']['problem'];
export type VisitorField = 'photo' | 'givenName' | 'familyName' | 'birthDate';
export type Problems = Partial<Record<VisitorField, VisitorProblem>>;

/** What a visitor typed, as it came. */
export interface Typed {
  readonly givenName: string;
  readonly familyName: string;
  readonly month: string;
  readonly day: string;
  readonly year: string;
}

export interface Visitor extends DocumentHolder {
  readonly ssn: string;
  readonly phone: string;
}

export const photoLimitBytes = 15 * 1024 * 1024;

const name = /^\p{Script=Latin}[\p{Script=Latin}\p{M} '’-]{0,39}$/u;

/** Made-up facts into a holder of a license that is a year old, or what is wrong with them. */
export function visitorFrom(
  typed: Typed,
  now: Date,
): { readonly visitor: Visitor } | { readonly problems: Problems } {
  const birthDate = isoDate(typed);
  const age = birthDate === null ? null : yearsBetween(birthDate, now);
  const problems: Problems = {
    ...(!printable(typed.givenName) && { givenName: 'given-name' }),
    ...(!printable(typed.familyName) && { familyName: 'family-name' }),
    ...(age === null && { birthDate: 'birth-date' }),
    ...(age !== null && age < 18 && { birthDate: 'too-young' }),
    ...(age !== null && age > 110 && { birthDate: 'too-old' }),
  };
  if (birthDate === null || Object.keys(problems).length > 0) return { problems };
  return {
    visitor: {
      givenName: typed.givenName,
      familyName: typed.familyName,
      birthDate,
      sex: 'unspecified',
      address: { street: '100 Visitor Way', city: 'Port Alder', state: 'ZZ', postalCode: '00012' },
      looks: { heightInches: 67, eyes: 'BRO', hair: 'BRO' },
      license: {
        number: `V${String(randomInt(10_000_000)).padStart(7, '0')}`,
        issued: shifted(now, -1),
        expires: shifted(now, 5),
      },
      ssn: madeUpSsn(),
      phone: madeUpPhone(),
    },
  };
}

/** Area 910-999 and group 10-49: never given to anyone as an SSN (D5), nor as a taxpayer number (D6, D7). */
function madeUpSsn(): string {
  return `${randomInt(910, 1000)}-${randomInt(10, 50)}-${String(randomInt(1, 10_000)).padStart(4, '0')}`;
}

/** Real area codes, so that a number of theirs looks like any other; 202 is left to the people of the sandbox. */
const areaCodes = [
  205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 303, 304, 305, 307, 308, 309,
];

/** 555-0100 to 555-0199 is kept for fiction in every area code: nobody can be sent the text message. */
function madeUpPhone(): string {
  return `+1${areaCodes[randomInt(areaCodes.length)]}55501${String(randomInt(100)).padStart(2, '0')}`;
}

/**
 * The photo as a license portrait: upright, cut to the portrait's shape from the middle. It lives in memory for the
 * length of the request only.
 */
export async function portraitFrom(
  photo: Buffer,
): Promise<{ readonly portrait: Buffer } | { readonly problem: VisitorProblem }> {
  if (photo.length > photoLimitBytes) return { problem: 'photo-too-large' };
  const image = sharp(photo, { limitInputPixels: 60_000_000, failOn: 'truncated' });
  try {
    const { format, width, height } = await image.metadata();
    if (!['jpeg', 'png', 'webp'].includes(format)) return { problem: 'photo-unreadable' };
    if (Math.min(width, height) < 300) return { problem: 'photo-too-small' };
    const portrait = await image.rotate().resize(424, 545, { fit: 'cover' }).jpeg({ quality: 92 }).toBuffer();
    return { portrait };
  } catch {
    // With any file that sharp cannot decode, the visitor can only choose another one.
    return { problem: 'photo-unreadable' };
  }
}

/** Draws the license and makes the visitor known to the authorities, so that the whole journey works. */
export async function welcome(pool: Pool, visitor: Visitor, portrait: Buffer): Promise<LicensePhotos> {
  const photos = await renderLicenseFor(visitor, portrait);
  await keepRecords(pool, orderlyRecords(visitor));
  await keepPhoneAccount(pool, orderlyPhoneAccount(visitor));
  return photos;
}

function printable(text: string): boolean {
  return name.test(text) && asPrinted(text) !== '';
}

/** ISO, or null where month, day and year name no day. */
function isoDate({ month, day, year }: Typed): string | null {
  if (!/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

function yearsBetween(iso: string, now: Date): number {
  const [year = 0] = iso.split('-').map(Number);
  const years = now.getUTCFullYear() - year;
  return now.toISOString().slice(5, 10) < iso.slice(5) ? years - 1 : years;
}

function shifted(now: Date, years: number): string {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}
