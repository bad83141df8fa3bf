import type { DocumentHolder } from '../people/person.ts';
import { issuerOf, larch } from './issuer.ts';
import { asPrinted } from './transliterate.ts';

/** Replaces or adds data elements by their three letters, e.g. `{ DBB: '01021990' }`; null leaves one out. */
export type BarcodeOverrides = Readonly<Record<string, string | null>>;

const sexCodes = { male: '1', female: '2', unspecified: '9' } as const;

/** AAMVA writes United States dates as MMDDCCYY and Canadian ones as CCYYMMDD (D1). */
function written(iso: string, isCanadian: boolean): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return isCanadian ? `${year}${month}${day}` : `${month}${day}${year}`;
}

/** The subfile of a license, or of an ID card. */
const subfileOf = ({ license }: DocumentHolder) => (license.isIdCard ? 'ID' : 'DL');

const rightsToDrive: [string, string][] = [
  ['DCA', 'D'],
  ['DCB', 'NONE'],
  ['DCD', 'NONE'],
];

/** The elements of the holder's subfile in the order of the AAMVA 2020 card design standard, D.12.5. */
function elements(holder: DocumentHolder): [string, string][] {
  const isCanadian = issuerOf(holder) === larch;
  const dated = (iso: string) => written(iso, isCanadian);
  const { heightInches } = holder.looks;
  const inches = `${String(heightInches).padStart(3, '0')} in`;
  const centimeters = `${String(Math.round(heightInches * 2.54)).padStart(3, '0')} cm`;
  return [
    ['DAQ', holder.license.number],
    ['DCS', asPrinted(holder.familyName)],
    ['DDE', 'N'], // family name not truncated
    ['DAC', asPrinted(holder.givenName) || 'NONE'],
    ['DDF', 'N'],
    ['DAD', holder.middleName ? asPrinted(holder.middleName) : 'NONE'],
    ['DDG', holder.middleName ? 'N' : 'U'],
    ...(holder.suffix ? [['DCU', holder.suffix] as [string, string]] : []),
    ...(holder.license.isIdCard ? [] : rightsToDrive),
    ['DBD', dated(holder.license.issued)],
    ['DBB', dated(holder.birthDate)],
    ['DBA', dated(holder.license.expires)],
    ['DBC', sexCodes[holder.sex]],
    ['DAU', isCanadian ? centimeters : inches],
    ['DAY', holder.looks.eyes],
    ['DAG', asPrinted(holder.address.street)],
    ['DAI', asPrinted(holder.address.city)],
    ['DAJ', holder.address.state],
    ['DAK', postalCode(holder.address.postalCode).padEnd(11)], // fixed at eleven characters
    ['DCF', documentDiscriminator(holder)],
    ['DCG', isCanadian ? 'CAN' : 'USA'],
    ['DAZ', holder.looks.hair],
    ['DDA', 'N'], // not a REAL ID: nobody issued it
    ['DDB', '09012020'],
  ];
}

const postalCode = (code: string): string =>
  /^\d{5}$/.test(code) ? `${code}0000` : code.replaceAll(' ', '');

/** A number of this one card (5 DD on the front). Letters stand in it so that no digits can be read as an SSN. */
export function documentDiscriminator(holder: DocumentHolder): string {
  return `${issuerOf(holder).code}${written(holder.license.issued, false).slice(0, 4)}${holder.license.number.slice(0, 5)}SPC`;
}

function subfile(type: string, body: readonly [string, string][]): string {
  return `${type}${body.map(([id, value]) => id + value).join('\n')}\r`;
}

/**
 * The text of the barcode: header, two subfile designators with byte offsets and lengths, the holder's subfile, and the
 * jurisdiction's own one, which says SPECIMEN. `version` 10 is the 2020 standard (D2).
 */
export function aamvaData(
  holder: DocumentHolder,
  overrides: BarcodeOverrides = {},
  version = 10,
  type: string = subfileOf(holder),
): string {
  const { code, issuerId } = issuerOf(holder);
  const kept = elements(holder).flatMap(([id, value]): [string, string][] => {
    const override = overrides[id];
    return override === null ? [] : [[id, override ?? value]];
  });
  const added = Object.entries(overrides).flatMap(([id, value]): [string, string][] =>
    value === null || kept.some(([known]) => known === id) ? [] : [[id, value]],
  );
  const subfiles = [
    { type, text: subfile(type, [...kept, ...added]) },
    { type: code, text: subfile(code, [[`${code}A`, 'SPECIMEN']]) },
  ];
  const header = `@\n\x1e\rANSI ${issuerId}${two(version)}01${two(subfiles.length)}`;
  let offset = header.length + subfiles.length * 10;
  const designators = subfiles.map(({ type, text }) => {
    const designator = `${type}${four(offset)}${four(text.length)}`;
    offset += text.length;
    return designator;
  });
  return header + designators.join('') + subfiles.map(({ text }) => text).join('');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function four(number: number): string {
  return String(number).padStart(4, '0');
}
