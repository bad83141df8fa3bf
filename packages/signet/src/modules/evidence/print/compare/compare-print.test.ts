import { describe, expect, it } from 'vitest';
import type { ComparedField, DocumentFields } from '../../document/index.ts';
import { comparePrint } from './compare-print.ts';
import { printedCardType, printedKind, saysSpecimen } from './print-kind.ts';
import { readPrintedFields } from './printed-fields.ts';
import type { PrintedLine } from './printed-line.ts';
import { fields, front, line } from './test-world.ts';

type Front = Partial<Record<keyof typeof front, PrintedLine | undefined>>;
const printed = (changes: Front = {}) =>
  Object.values({ ...front, ...changes }).filter((one): one is PrintedLine => one !== undefined);

function agreement(field: ComparedField, changes: Front, stated: Partial<DocumentFields> = {}) {
  return comparePrint({ ...fields, ...stated }, printed(changes)).find((one) => one.field === field)
    ?.agreement;
}

describe('A18: the barcode against the print', () => {
  it('is the same through accents, lost spaces, and O for 0', () => {
    expect(comparePrint(fields, printed()).map((one) => one.agreement)).toEqual(Array(7).fill('same'));
    expect(agreement('documentNumber', { number: line('S53O1234', 640, 250) })).toBe('same');
  });

  it('reads names on one line, labels in words and values under their labels', () => {
    expect(
      agreement('familyName', { family: line('1 NUNEZ ORTIZ, JOSE L', 580, 330), given: undefined }),
    ).toBe('same');
    const stacked = { birthLabel: line('Date of birth', 640, 560), birth: line('11-02-1989', 640, 610) };
    expect(agreement('birthDate', stacked)).toBe('same');
    const together = { numberLabel: undefined, number: line('4d DL S5301234 4b EXP 11/02/2031', 540, 250) };
    expect(agreement('documentNumber', { ...together, expiry: undefined })).toBe('same');
  });

  it.each(['4d DL N5520184', 'DLN5520184', '4dDLN5520184', 'LICENCE NO. N5520184', 'ID N5520184'])(
    'finding D2: a number that begins with N is whole beside its label: %s',
    (text) => {
      const number = { numberLabel: undefined, number: line(text, 540, 250) };
      expect(agreement('documentNumber', number, { documentNumber: 'N5520184' })).toBe('same');
      expect(agreement('documentNumber', number, { documentNumber: 'N5520784' })).toBe('differs');
    },
  );

  it.each(['DLN 5520184', 'DLN: 5520184'])('a label that ends with N is none of the number: %s', (text) => {
    const number = { numberLabel: undefined, number: line(text, 540, 250) };
    expect(agreement('documentNumber', number, { documentNumber: '5520184' })).toBe('same');
  });

  it('finding D1: a suffix stands behind either name, and differs where it is another one', () => {
    const junior = { familyName: 'RIVERA', givenName: 'ANA', middleName: 'LUCIA', suffix: 'JR' };
    const names = (family: string, given: string) => ({
      family: line(family, 580, 330),
      given: line(given, 580, 400),
    });
    for (const [family, given] of [
      ['RIVERA JR', 'ANA LUCIA'],
      ['RIVERA, JR.', 'ANA LUCIA'],
      ['RIVERA', 'ANA LUCIA JR'],
      ['RIVERA', 'ANA LUCIA'],
    ] as const) {
      expect(agreement('familyName', names(family, given), junior)).toBe('same');
      expect(agreement('givenName', names(family, given), junior)).toBe('same');
    }
    expect(agreement('familyName', names('RIVERA III', 'ANA'), { ...junior, suffix: 'III' })).toBe('same');
    expect(agreement('familyName', names('RIVERA SR', 'ANA LUCIA'), junior)).not.toBe('same');
    const { suffix: _, ...unstated } = junior;
    expect(agreement('familyName', names('RIVERA JR', 'ANA LUCIA'), unstated)).toBe('same');
  });

  it.each([
    ['SÆTHER', 'SAETHER'],
    ['ÞÓRSDÓTTIR', 'THORSDOTTIR'],
    ['ĐẶNG', 'DANG'],
    ['GROß', 'GROSS'],
  ])('finding D8: %s on the print is the %s of the barcode', (shown, stated) => {
    const named = { family: line(shown, 580, 330) };
    expect(agreement('familyName', named, { familyName: stated })).toBe('same');
  });

  it('is close where a name lost a letter or was cut short', () => {
    expect(agreement('familyName', { family: line('NUNEZ-ORTZ', 580, 330) })).toBe('close');
    expect(agreement('familyName', { family: line('NUNEZ-ORT', 580, 330) })).toBe('close');
  });

  it('attack: a changed birth date, number, expiry, name or street on the print differs', () => {
    expect(agreement('birthDate', { birth: line('11/02/1983', 640, 610) })).toBe('differs');
    expect(agreement('documentNumber', { number: line('S5301734', 640, 250) })).toBe('differs');
    expect(agreement('expiryDate', { expiry: line('11/02/2034', 1200, 250) })).toBe('differs');
    expect(agreement('familyName', { family: line('HALE', 580, 330) })).toBe('differs');
    expect(agreement('givenName', { given: line('MARIA', 580, 400) })).toBe('differs');
    expect(agreement('street', { street: line('900 OAK AVENUE', 580, 470) })).toBe('differs');
  });

  it('attack: the right name in the signature does not stand in for the printed one', () => {
    const forged = { family: line('HALE', 580, 330), title: line('Jose Nunez-Ortiz', 60, 840) };
    expect(agreement('familyName', forged)).toBe('differs');
  });

  it('attack: the right birth date printed elsewhere does not outweigh another one beside its label', () => {
    const forged = { birth: line('11/02/1983', 640, 610), title: line('11/02/1989', 60, 900) };
    expect(agreement('birthDate', forged)).toBe('differs');
  });

  it('attack, another name of which one letter is blurred: no unsure letter makes it the same', () => {
    const blurred = (text: string, unsure: number, x = 580, y = 330) => {
      const one = line(text, x, y);
      return { ...one, certainty: one.certainty.map((sure, at) => (at < unsure ? 0.4 : sure)) };
    };
    expect(agreement('familyName', { family: blurred('OBERHOLTZER', 1) })).toBe('differs');
    expect(agreement('familyName', { family: blurred('OBERHOLTZER', 7) })).toBe('unread');
    const number = blurred('Q9988776', 1, 640, 250);
    expect(agreement('documentNumber', { number })).toBe('differs');
  });

  it('is unread, never different, where the photo is weak', () => {
    expect(agreement('birthDate', { birth: line('11/82/7983', 640, 610, 0.5) })).toBe('unread');
    expect(agreement('birthDate', { birth: undefined })).toBe('unread');
    expect(agreement('familyName', { family: line('HALE', 580, 330, 0.5) })).toBe('unread');
    expect(comparePrint(fields, []).every((one) => one.agreement === 'unread')).toBe(true);
  });

  it('finding D8: reads dates that begin with the year and a postal code of letters, as cards of Canada have them', () => {
    const canadian = { birthDate: '1989-11-02', postalCode: 'Z0L1A4' };
    const card = (birth: string, town: string) => ({
      birth: line(birth, 640, 610),
      town: line(`SPRINGFIELD,ZZ${town}`, 580, 530),
    });
    expect(agreement('birthDate', card('1989/11/02', 'Z0L 1A4'), canadian)).toBe('same');
    expect(agreement('birthDate', card('1989-11-02', 'Z0L 1A4'), canadian)).toBe('same');
    expect(agreement('postalCode', card('1989/11/02', 'ZOL1A4'), canadian)).toBe('same');
    // attack: edited digits
    expect(agreement('birthDate', card('1969/11/02', 'Z0L 1A4'), canadian)).toBe('differs');
    expect(agreement('postalCode', card('1989/11/02', 'Z0L 7A4'), canadian)).toBe('differs');
    expect(readPrintedFields(printed(card('1989/11/02', 'Z0L 1A4')))).toMatchObject({
      familyName: 'NÚÑEZ-ORTIZ',
      birthDate: '1989-11-02',
      expiryDate: '2031-11-02',
    });
  });

  it('takes the postal code under the holder’s street, whatever other address the card has', () => {
    const offices = { title: line('OAKTON,ZZ00099', 60, 60), issued: line('MILLS,ZZ00077', 60, 940) };
    expect(agreement('postalCode', offices)).toBe('same');
    const labeled = { ...offices, street: line('8 12 ELM ST APT 4', 540, 470) };
    expect(agreement('postalCode', labeled)).toBe('same');
    const forged = { ...offices, town: line('SPRINGFIELD,ZZ00013', 580, 530) };
    expect(agreement('postalCode', forged)).toBe('differs');
  });

  it('leaves out what the barcode does not state', () => {
    const { street: _, expiryDate: __, ...few } = fields;
    const compared = comparePrint({ ...few, givenName: '' }, printed()).map((one) => one.field);
    expect(compared).toEqual(['familyName', 'birthDate', 'documentNumber', 'postalCode']);
  });
});

describe('what the front is', () => {
  it('tells a license, a passport and neither', () => {
    expect(printedKind(printed())).toBe('aamva-card');
    expect(printedKind(printed({ title: undefined }))).toBe('aamva-card');
    expect(printedKind([line('P<UTOERIKSSON<<ANNA<MARIA<<<<', 60, 900)])).toBe('passport');
    expect(printedKind([line('PASSPORT', 60, 90), line('REPUBLIC', 60, 190)])).toBe('passport');
    expect(printedKind([line('LIBRARY CARD', 60, 90), line('MEMBER 12', 60, 190)])).toBe('unknown');
  });

  it('tells a license from an ID card by its title, and nothing of a card that says both or neither', () => {
    const said = (...texts: string[]) =>
      printedCardType(texts.map((text, at) => line(text, 60, 90 + 100 * at)));
    expect(said('DRIVER LICENSE')).toBe('license');
    expect(said('PERMIS DE CONDUIRE', 'FEDERAL LIMITS APPLY')).toBe('license');
    expect(said('COMMONWEALTH OF ALDER', 'IDENTIFICATION CARD')).toBe('state-id');
    expect(said('ID CARD', 'NOT A DRIVER LICENSE')).toBe('state-id');
    expect(said('DRIVER LICENSE', 'NOT VALID AS AN IDENTIFICATION CARD')).toBeUndefined();
    expect(said('COMMONWEALTH OF ALDER', 'CLASS D')).toBeUndefined();
  });

  it('finds SPECIMEN with a character misread', () => {
    expect(saysSpecimen([line('XXSPEC1MENXX', 60, 90)])).toBe(true);
    expect(saysSpecimen([line('SPECIAL MEN', 60, 90), line('SP', 60, 190)])).toBe(false);
  });
});
