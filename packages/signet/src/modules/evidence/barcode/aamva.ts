import { z } from 'zod';
import { err, ok, type Result } from '../../../kernel/index.ts';
import type { DocumentFields } from '../document/index.ts';
import { readAamvaSubfile } from './aamva-elements.ts';
import type { BarcodeProblem, BarcodeReading } from './barcode-reading.ts';

/** Versions whose element ids this file was written from (D2: 01 is the standard of 2000, 10 that of 2020). */
const OLDEST_KNOWN = 1;
const NEWEST_KNOWN = 10;

/** Element lengths are the standard's; characters are those of names and addresses, so no markup and no control. */
const name = z.string().regex(/^[\p{L}\p{M}\p{N}'’`.,\-/ ]{1,40}$/u);
const place = z.string().regex(/^[\p{L}\p{M}\p{N}'’`.,\-/ #&()]{1,70}$/u);
const documentNumber = z.string().regex(/^[A-Z0-9][A-Z0-9 *-]{0,24}$/);
const state = z.string().regex(/^[A-Z]{2}$/);
const postalCode = z.string().regex(/^(?:\d{5}|\d{9}|[A-Z]\d[A-Z]\d[A-Z]\d)$/);

/** What the standard writes where the holder has no such name, or the issuer does not know it. */
const NO_NAME = new Set(['', 'NONE', 'UNAVL', 'UNAVAIL', 'NMN']);

/** Documents that never expire carry a date that does not exist. */
const NEVER_EXPIRES = new Set(['99999999', '00000000', '99991231', '12319999']);

type Elements = ReadonlyMap<string, string>;

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
  const { issuerId, version } = subfile;
  return ok({ fields, issuerId, version, knownVersion: version >= OLDEST_KNOWN && version <= NEWEST_KNOWN });
}

function readFields(elements: Elements): DocumentFields | undefined {
  const { family, given, middle } = readNames(elements);
  const number = kept(documentNumber, elements.get('DAQ')?.toUpperCase());
  const birthDate = readDate(elements.get('DBB'));
  const expiry = elements.get('DBA');
  const expiryDate = readDate(expiry);
  const expiryStated = expiryDate !== undefined || NEVER_EXPIRES.has(expiry ?? '');
  if (!family || given === undefined || !number || !birthDate || !expiryStated) return undefined;
  return {
    familyName: family,
    givenName: given,
    birthDate,
    documentNumber: number,
    ...present('middleName', middle),
    ...present('issueDate', readDate(elements.get('DBD'))),
    ...present('expiryDate', expiryDate),
    ...present('sex', readSex(elements.get('DBC'))),
    ...readAddress(elements),
  };
}

const present = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };

function kept<T>(schema: z.ZodType<T>, value: string | undefined): T | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** An absent or "no such name" element is '', a malformed one undefined. */
function readName(value: string | undefined): string | undefined {
  const words = (value ?? '').replaceAll(',', ' ').replaceAll(/ +/g, ' ').trim();
  return NO_NAME.has(words.toUpperCase()) ? '' : kept(name, words);
}

/**
 * Names moved between versions: 01 has DAB or all of them in DAA ("FAMILY,GIVEN,MIDDLE"), 02 and 03 the given ones
 * together in DCT, 04 and later DCS, DAC and DAD. A person with one name has no given name: ''.
 */
function readNames(elements: Elements): { family?: string; given?: string; middle?: string } {
  const whole = (elements.get('DAA') ?? '').split(/[,@]/);
  const together = (elements.get('DCT') ?? '').split(/[, ]+/);
  const family = readName(elements.get('DCS') ?? elements.get('DAB') ?? whole[0]);
  const given = readName(elements.get('DAC') ?? (together[0] || whole[1]));
  const middle = readName(elements.get('DAD') ?? (together.slice(1).join(' ') || whole[2]));
  return {
    ...present('family', family),
    ...present('given', given),
    ...present('middle', middle || undefined),
  };
}

const CENTURY_FIRST = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const MONTH_FIRST = /^(\d{2})(\d{2})((?:19|20)\d{2})$/;

/**
 * ISO date of MMDDCCYY (US) or CCYYMMDD (Canada, and version 01 everywhere); undefined for no possible date. A month is
 * at most 12 and a year begins with 19 or 20, so one order is never valid as the other.
 */
function readDate(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
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

/** DAG-DAK; version 01 has the residence in DAL-DAP. Nine digits that end in four zeros are a five-digit code. */
function readAddress(elements: Elements): Pick<DocumentFields, 'street' | 'city' | 'state' | 'postalCode'> {
  const either = (id: string, older: string) => elements.get(id) || elements.get(older) || '';
  const street = [either('DAG', 'DAL'), either('DAH', 'DAM')].filter((line) => !NO_NAME.has(line)).join(' ');
  const code = either('DAK', 'DAP').toUpperCase().replaceAll(/[ -]/g, '');
  return {
    ...present('street', kept(place, street)),
    ...present('city', kept(place, either('DAI', 'DAN'))),
    ...present('state', kept(state, either('DAJ', 'DAO').toUpperCase())),
    ...present('postalCode', kept(postalCode, /^\d{5}0000$/.test(code) ? code.slice(0, 5) : code)),
  };
}
