import {
  type ComparedField,
  comparedFields,
  type DocumentFields,
  type FieldComparison,
} from '../../document/index.ts';
import { comparePostalCode, compareStreet } from './compare-address.ts';
import { compareNames } from './compare-names.ts';
import { compareDate, compareNumber } from './compare-numbers.ts';
import type { Agreement } from './compare-values.ts';
import type { PrintedLine } from './printed-line.ts';

/**
 * Compares what the machine-read data states with what the document prints (A18), field by field. `differs` needs a value clearly
 * read in that field's own place: beside its label, or, for names and streets that stand without one, in the line
 * next to another field that was found. Everything else that was not found is `unread`: the photo is weak, the document
 * not proven false. A field that the data does not state is left out.
 */
export function comparePrint(fields: DocumentFields, lines: readonly PrintedLine[]): FieldComparison[] {
  const names = compareNames(fields, lines);
  const agreements: Record<ComparedField, Agreement | undefined> = {
    familyName: names.familyName,
    givenName: fields.givenName === '' ? undefined : names.givenName,
    birthDate: compareDate(fields.birthDate, 'birthDate', fields, lines),
    documentNumber: compareNumber(fields.documentNumber, lines),
    expiryDate: ifStated(fields.expiryDate, (date) => compareDate(date, 'expiryDate', fields, lines)),
    street: ifStated(fields.street, (street) => compareStreet(street, fields, lines)),
    postalCode: ifStated(fields.postalCode, (code) => comparePostalCode(code, fields, lines)),
    issuer: undefined, // the barcode's number stands in no print
  };
  return comparedFields.flatMap((field) => {
    const agreement = agreements[field];
    return agreement === undefined ? [] : [{ field, agreement }];
  });
}

const ifStated = (value: string | undefined, compare: (value: string) => Agreement) =>
  value === undefined ? undefined : compare(value);
