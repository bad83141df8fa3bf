import { z } from 'zod';
import type { DocumentFields } from '../../document/index.ts';
import { isNameLike } from './compare-names.ts';
import { isNumber, numberIn } from './compare-numbers.ts';
import { labeledTexts } from './print-labels.ts';
import { datesIn, isDate, isoOf } from './printed-date.ts';
import type { PrintedLine } from './printed-line.ts';

/**
 * What a license states by its print alone, each field beside its own label: for a card whose barcode no reader reads
 * (finding D4). OCR misreads, and there is nothing to compare with: a person has to look, and the issuer's record decides.
 */
export function readPrintedFields(lines: readonly PrintedLine[]): DocumentFields | undefined {
  const names = labeledNames(lines) ?? namesOverAddress(lines);
  const birthDate = dateOf('birthDate', lines);
  const [number] = labeledTexts('documentNumber', lines, isNumber).map(numberIn);
  if (!names || !birthDate || !number) return undefined;
  const expiryDate = dateOf('expiryDate', lines);
  const [given = '', ...middle] = words(names.given);
  return {
    familyName: words(names.family).join(' '),
    givenName: given,
    ...(middle.length > 0 && { middleName: middle.join(' ') }),
    birthDate,
    documentNumber: number.text.toUpperCase().replaceAll(' ', ''),
    ...(expiryDate && { expiryDate }),
    // no address: OCR drops the spaces of long lines
  };
}

/** In capitals, as a barcode has them. */
const words = (name: string): readonly string[] => name.trim().toUpperCase().split(/\s+/);

interface Names {
  readonly family: string;
  readonly given: string;
}

function labeledNames(lines: readonly PrintedLine[]): Names | undefined {
  const named = (field: 'familyName' | 'givenName') =>
    labeledTexts(field, lines, (text) => isNameLike({ text, certainty: [] }))[0]?.text;
  const [family, given] = [named('familyName'), named('givenName')];
  return family && given && isName(family) && isName(given) ? { family, given } : undefined;
}

/** It ends in the state and a postal code, of the United States or of Canada. */
const TOWN = /[A-Z]{2}[\s,]*(?:[\dO]{5}(?:-?\d{4})?|[A-Z][\dO][A-Z] ?[\dO][A-Z][\dO])$/i;

/** A label of one small digit is often not seen: by the standard the names stand right over the address. */
function namesOverAddress(lines: readonly PrintedLine[]): Names | undefined {
  const town = lines.find(({ text }) => TOWN.test(text));
  const street = town && lineOver(town, lines);
  const given = street && lineOver(street, lines);
  const family = given && lineOver(given, lines);
  if (!family || !isName(family.text) || !isName(given.text)) return undefined;
  return { family: family.text, given: given.text };
}

/** A label that was read as one line with its value moves its left edge by up to two heights. */
function lineOver(line: PrintedLine, lines: readonly PrintedLine[]): PrintedLine | undefined {
  const left = (of: PrintedLine) => of.x - of.width / 2;
  return lines
    .filter((other) => Math.abs(left(other) - left(line)) < 2 * line.height && /[A-Z]{2}/i.test(other.text))
    .filter(({ y }) => line.y - y > 0.5 * line.height && line.y - y < 2.5 * line.height)
    .sort((a, b) => b.y - a.y)[0];
}

const isName = (text: string): boolean => isNameLike({ text, certainty: [] }) && /\p{L}{2}/u.test(text);

function dateOf(field: 'birthDate' | 'expiryDate', lines: readonly PrintedLine[]): string | undefined {
  const [value] = labeledTexts(field, lines, isDate).flatMap(datesIn);
  const date = z.iso.date().safeParse(value && isoOf(value.text));
  return date.success ? date.data : undefined;
}
