import { z } from 'zod';
import type { DocumentFields } from '../document/index.ts';
import { type Elements, isNone, kept, present } from './aamva-values.ts';

/** Lengths are the standard's; any sign that an address is written with, so no markup and no control. */
const place = z.string().regex(/^[\p{L}\p{M}\p{N}'’`.,\-/ #&();:"@+*°º]{1,70}$/u);
const state = z.string().regex(/^[A-Z]{2}$/);
const canadian = /^[A-Z]\d[A-Z]\d[A-Z]\d$/;

/** DAG-DAK; version 01 has the residence in DAL-DAP. */
export function readAddress(
  elements: Elements,
): Pick<DocumentFields, 'street' | 'city' | 'state' | 'postalCode'> {
  const either = (id: string, older: string) => elements.get(id) || elements.get(older) || '';
  const street = [either('DAG', 'DAL'), either('DAH', 'DAM')].filter((line) => !isNone(line)).join(' ');
  return {
    ...present('street', kept(place, street)),
    ...present('city', kept(place, either('DAI', 'DAN'))),
    ...present('state', kept(state, either('DAJ', 'DAO').toUpperCase())),
    ...present('postalCode', readPostalCode(either('DAK', 'DAP'))),
  };
}

/** Five digits, nine, or a Canadian code. Spaces and zeros that only fill the element up say nothing. */
function readPostalCode(stated: string): string | undefined {
  const [, five, four] = /^(\d{5})[ -]*(?:(\d{4})|[ 0]*)$/.exec(stated.trim()) ?? [];
  if (five !== undefined) return four === undefined || four === '0000' ? five : five + four;
  const code = stated.toUpperCase().replaceAll(/[ -]/g, '');
  return canadian.test(code) ? code : undefined;
}
