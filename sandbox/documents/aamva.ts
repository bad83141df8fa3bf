import type { DocumentHolder } from '../people/person.ts';
import { alder } from './issuer.ts';
import { asPrinted } from './transliterate.ts';

/** Replaces or adds data elements by their three letters, e.g. `{ DBB: '01021990' }`; null leaves one out. */
export type BarcodeOverrides = Readonly<Record<string, string | null>>;

const sexCodes = { male: '1', female: '2', unspecified: '9' } as const;

/** AAMVA writes United States dates as MMDDCCYY (D1). */
function usDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${month}${day}${year}`;
}

/** The elements of the DL subfile in the order of the AAMVA 2020 card design standard, D.12.5. */
function elements(holder: DocumentHolder): [string, string][] {
  return [
    ['DAQ', holder.license.number],
    ['DCS', asPrinted(holder.familyName)],
    ['DDE', 'N'], // family name not truncated
    ['DAC', asPrinted(holder.givenName)],
    ['DDF', 'N'],
    ['DAD', holder.middleName ? asPrinted(holder.middleName) : 'NONE'],
    ['DDG', holder.middleName ? 'N' : 'U'],
    ...(holder.suffix ? [['DCU', holder.suffix] as [string, string]] : []),
    ['DCA', 'D'],
    ['DCB', 'NONE'],
    ['DCD', 'NONE'],
    ['DBD', usDate(holder.license.issued)],
    ['DBB', usDate(holder.birthDate)],
    ['DBA', usDate(holder.license.expires)],
    ['DBC', sexCodes[holder.sex]],
    ['DAU', `${String(holder.looks.heightInches).padStart(3, '0')} in`],
    ['DAY', holder.looks.eyes],
    ['DAG', asPrinted(holder.address.street)],
    ['DAI', asPrinted(holder.address.city)],
    ['DAJ', holder.address.state],
    ['DAK', `${holder.address.postalCode}0000`.padEnd(11)], // fixed at eleven characters
    ['DCF', documentDiscriminator(holder)],
    ['DCG', 'USA'],
    ['DAZ', holder.looks.hair],
    ['DDA', 'N'], // not a REAL ID: nobody issued it
    ['DDB', '09012020'],
  ];
}

/** A number of this one card (5 DD on the front). Letters stand in it so that no digits can be read as an SSN. */
export function documentDiscriminator(holder: DocumentHolder): string {
  return `${alder.code}${usDate(holder.license.issued).slice(0, 4)}${holder.license.number.slice(0, 5)}SPC`;
}

function subfile(type: string, body: readonly [string, string][]): string {
  return `${type}${body.map(([id, value]) => id + value).join('\n')}\r`;
}

/**
 * The text of the barcode: header, two subfile designators with byte offsets and lengths, the DL subfile, and the
 * jurisdiction's own one, which says SPECIMEN. `version` 10 is the 2020 standard (D2).
 */
export function aamvaData(holder: DocumentHolder, overrides: BarcodeOverrides = {}, version = 10): string {
  const kept = elements(holder).flatMap(([id, value]): [string, string][] => {
    const override = overrides[id];
    return override === null ? [] : [[id, override ?? value]];
  });
  const added = Object.entries(overrides).flatMap(([id, value]): [string, string][] =>
    value === null || kept.some(([known]) => known === id) ? [] : [[id, value]],
  );
  const subfiles = [
    { type: 'DL', text: subfile('DL', [...kept, ...added]) },
    { type: alder.code, text: subfile(alder.code, [[`${alder.code}A`, 'SPECIMEN']]) },
  ];
  const header = `@\n\x1e\rANSI ${alder.issuerId}${two(version)}01${two(subfiles.length)}`;
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
