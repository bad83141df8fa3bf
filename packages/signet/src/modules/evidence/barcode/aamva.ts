import { z } from 'zod';
import { err, ok, type Result } from '../../../kernel/index.ts';
import type { CardType, DocumentFields } from '../document/index.ts';
import { readAddress } from './aamva-address.ts';
import { type HolderSubfile, readAamvaSubfile } from './aamva-elements.ts';
import { readNames } from './aamva-names.ts';
import { type Elements, kept, present } from './aamva-values.ts';
import type { BarcodeProblem, BarcodeReading } from './barcode-reading.ts';

/** Versions whose element ids this file was written from (D2: 01 is the standard of 2000, 10 that of 2020). */
const OLDEST_KNOWN = 1;
const NEWEST_KNOWN = 10;

const documentNumber = z.string().regex(/^[A-Z0-9][A-Z0-9 *-]{0,24}$/);

/** Documents that never expire carry a date that does not exist. */
const NEVER_EXPIRES = new Set(['99999999', '00000000', '99991231', '12319999']);

/**
 * Reads the text of a PDF417 barcode as AAMVA data (D1, D2). `not-aamva`: not such data at all, or malformed in a way
 * that no issuer writes; `incomplete`: a fact that every license states is missing or not a possible value.
 * An optional element that is malformed is left out. An unknown version is read as the newest known one and says so.
 */
export function readAamva(text: string): Result<BarcodeReading, Exclude<BarcodeProblem, 'no-barcode'>> {
  const subfile = readAamvaSubfile(text);
  if (!subfile) return err('not-aamva');
  const fields = readFields(subfile.elements);
  if (!fields) return err('incomplete');
  const { issuerId, version, type } = subfile;
  const knownVersion = version >= OLDEST_KNOWN && version <= NEWEST_KNOWN;
  return ok({ fields, issuerId, version, knownVersion, ...present('cardType', cardTypeOf(type)) });
}

/** An enhanced card (EN) is a license with most issuers and either with some: its print says which. */
function cardTypeOf(subfile: HolderSubfile | undefined): CardType | undefined {
  if (subfile === 'DL') return 'license';
  return subfile === 'ID' ? 'state-id' : undefined;
}

function readFields(elements: Elements): DocumentFields | undefined {
  const names = readNames(elements);
  const number = kept(documentNumber, elements.get('DAQ')?.toUpperCase());
  const birthDate = readDate(elements.get('DBB'));
  const expiry = elements.get('DBA');
  const expiryDate = readDate(expiry);
  const expiryStated = expiryDate !== undefined || NEVER_EXPIRES.has(expiry ?? '');
  if (!names || !number || !birthDate || !expiryStated) return undefined;
  return {
    ...names,
    birthDate,
    documentNumber: number,
    ...present('issueDate', readDate(elements.get('DBD'))),
    ...present('expiryDate', expiryDate),
    ...present('sex', readSex(elements.get('DBC'))),
    ...readAddress(elements),
  };
}

const CENTURY_FIRST = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const MONTH_FIRST = /^(\d{2})(\d{2})((?:19|20)\d{2})$/;

/**
 * ISO date of MMDDCCYY (US) or CCYYMMDD (Canada, and version 01 everywhere); undefined for no possible date. A month is
 * at most 12 and a year begins with 19 or 20, so one order is never valid as the other. Some issuers write dashes in it.
 */
function readDate(stated: string | undefined): string | undefined {
  const value = stated?.replaceAll(/[-/.]/g, '') ?? '';
  const [, year, month, day] = CENTURY_FIRST.exec(value) ?? [];
  const [, usMonth, usDay, usYear] = MONTH_FIRST.exec(value) ?? [];
  const inOrder = kept(z.iso.date(), `${year}-${month}-${day}`);
  return inOrder ?? kept(z.iso.date(), `${usYear}-${usMonth}-${usDay}`);
}

const SEXES = new Map<string, DocumentFields['sex']>([
  ['1', 'male'],
  ['M', 'male'],
  ['2', 'female'],
  ['F', 'female'],
  ['9', 'unspecified'],
  ['X', 'unspecified'],
]);

const readSex = (value: string | undefined) => SEXES.get((value ?? '').toUpperCase());
