import type { DocumentFields } from '../document/index.ts';

/** What tells a son from his father; ICAO 9303-3, 4.6 puts it with the family name. V and I are too often a name's own. */
const SUFFIX = /<(JR|SR|II|III|IV)$/;

type Names = Pick<DocumentFields, 'familyName' | 'givenName' | 'middleName' | 'suffix'>;

/**
 * The names of a zone (ICAO 9303-3, 4.6): the primary identifier, two fillers, the secondary one; one filler is a space. A
 * person with one name has no second part, and issuers that have no family name to print begin with the fillers. Undefined
 * where there is no name.
 */
export function splitNames(zone: string): (Names & { readonly isTruncated: boolean }) | undefined {
  if (!/^[A-Z<]+$/.test(zone)) return undefined;
  const isTruncated = !zone.endsWith('<');
  const [primary = '', ...rest] = zone.replace(/<+$/, '').split('<<');
  const secondary = rest.filter((part) => part !== '').join('<');
  const [family, suffix] = withoutSuffix(primary);
  const [givens, lateSuffix] = suffix ? [secondary] : withoutSuffix(secondary);
  const [given = '', ...middle] = spaced(givens ?? '')
    .split(' ')
    .filter(Boolean);
  const familyName = spaced(family ?? '') || given;
  if (familyName === '') return undefined;
  const tail = suffix ?? lateSuffix;
  return {
    familyName,
    givenName: family === '' ? '' : given,
    ...(middle.length > 0 && { middleName: middle.join(' ') }),
    ...(tail && { suffix: tail }),
    isTruncated,
  };
}

const spaced = (zone: string): string => zone.replaceAll('<', ' ').trim();

function withoutSuffix(names: string): readonly [string, string?] {
  const [whole, suffix] = SUFFIX.exec(names) ?? [];
  return whole === undefined || suffix === undefined ? [names] : [names.slice(0, -whole.length), suffix];
}
