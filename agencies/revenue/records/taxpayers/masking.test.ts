import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maskAccountNumber,
  maskBusinessName,
  maskEin,
  maskFamilyName,
  maskGivenNames,
  maskPhone,
  maskSsn,
  maskStreet,
} from './masking.ts';

describe('T2: what a transcript shows', () => {
  it.each([
    ['900-12-3417', 'XXX-XX-3417'],
    ['900123417', 'XXX-XX-3417'],
    ['3417', 'XXX-XX-3417'],
  ])('T2: SSN %s as %s', (ssn, shown) => expect(maskSsn(ssn)).toBe(shown));

  it.each([
    ['12-3456789', 'XX-XXX6789'],
    ['123456789', 'XX-XXX6789'],
  ])('T2: EIN %s as %s', (ein, shown) => expect(maskEin(ein)).toBe(shown));

  it.each([
    ['Rivera', 'Rive•••'],
    ['Castellan', 'Cast•••'],
    ['Hale', 'Hal•••'],
    ['Okoro', 'Okor•••'],
    ['Núñez-Ortiz', 'Núñe•••'],
    ['Nu\u0301n\u0303ez', 'Núñe•••'],
    ["O'Brien", "O'Bri•••"],
    ['De La Cruz', 'De La•••'],
    ['Lee', 'Le•••'],
    ['Ng', 'N•••'],
    ['O', 'O'],
  ])('T2: surname %s as %s', (surname, shown) => expect(maskFamilyName(surname)).toBe(shown));

  it.each([
    ['Ana Lucia', 'An•••'],
    ['José María', 'Jos•••'],
    ['Samuel Dean', 'Samu•••'],
    ['Lucía', 'Lucí•••'],
  ])('T28c: given names %s as %s', (names, shown) => expect(maskGivenNames(names)).toBe(shown));

  it.each([
    ['Alder Mill Works', 'Alde•••'],
    ['J & R Tools', 'J &•••'],
    ['Bo', 'Bo'],
  ])('T2: business %s as %s', (name, shown) => expect(maskBusinessName(name)).toBe(shown));

  it.each([
    ['1420 Juniper Street', '1420 J•••'],
    ['9 Harbor Lane', '9 Harb•••'],
    ['77 Alameda del Río Apt 3', '77 Ala•••'],
    ['5 A', '5 A'],
  ])('T2: street %s as %s', (street, shown) => expect(maskStreet(street)).toBe(shown));

  it.each([
    ['000123456789', 'XXXX6789'],
    ['0001-2345 6789', 'XXXX6789'],
    ['6789', 'XXXX'],
  ])('T2: account %s as %s', (account, shown) => expect(maskAccountNumber(account)).toBe(shown));

  it('marks what is cut off, and only that', () => {
    expect(maskFamilyName('Rivera')).toBe('Rive•••');
    expect(maskBusinessName('Bo')).toBe('Bo');
  });

  it('T2: phone', () => expect(maskPhone('+1 (202) 555-0101')).toBe('XXX-XXX-0101'));

  it('T2: no surname of two letters or more is ever shown whole, and never more than four letters of it', () => {
    const surname = fc.string({ unit: fc.constantFrom(...'abcdéñüøÅz'), minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(surname, (name) => {
        const [shown = ''] = maskFamilyName(name).split('•••');
        expect(name.normalize('NFC').startsWith(shown)).toBe(true);
        expect(shown.length).toBeLessThan(name.normalize('NFC').length);
        expect(shown.length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
