import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAamva } from './aamva.ts';

const person = {
  DAQ: 'S5301234',
  DCS: 'MCDACEY',
  DAC: 'ROSA',
  DAD: 'MARIE',
  DBB: '01311990',
  DBA: '01312031',
  DBD: '02152023',
  DBC: '2',
  DAG: '12 ELM ST',
  DAH: 'APT 4',
  DAI: 'SPRINGFIELD',
  DAJ: 'ZZ',
  DAK: '990010000  ',
  DCG: 'USA',
};

/** AAMVA text of the given elements, as an issuer would write it; `stated` overrides what the header says. */
function aamva(
  elements: Record<string, string | undefined>,
  stated: { version?: string; offset?: string; type?: string } = {},
): string {
  const type = stated.type ?? 'DL';
  const version = stated.version ?? '10';
  const lines = Object.entries(elements).flatMap(([id, value]) => (value === undefined ? [] : [id + value]));
  const body = `${type}${lines.join('\n')}\r`;
  const head = `@\n\u001e\rANSI 999901${version}${version === '01' ? '' : '01'}01${type}`;
  const offset = stated.offset ?? String(head.length + 8).padStart(4, '0');
  return `${head}${offset}${String(body.length).padStart(4, '0')}${body}`;
}

const fieldsOf = (text: string) => {
  const reading = readAamva(text);
  return reading.ok ? reading.value.fields : reading.error;
};

describe('AAMVA barcode text', () => {
  it('D1: reads the holder, the document and the issuer', () => {
    expect(readAamva(aamva(person))).toEqual({
      ok: true,
      value: {
        issuerId: '999901',
        version: 10,
        knownVersion: true,
        cardType: 'license',
        fields: {
          familyName: 'MCDACEY',
          givenName: 'ROSA',
          middleName: 'MARIE',
          birthDate: '1990-01-31',
          expiryDate: '2031-01-31',
          issueDate: '2023-02-15',
          documentNumber: 'S5301234',
          sex: 'female',
          street: '12 ELM ST APT 4',
          city: 'SPRINGFIELD',
          state: 'ZZ',
          postalCode: '99001',
        },
      },
    });
  });

  it('D1: reads a state ID, Canadian dates, and a wrong offset that points elsewhere', () => {
    expect(fieldsOf(aamva(person, { type: 'ID' }))).toMatchObject({ familyName: 'MCDACEY' });
    const canadian = { ...person, DCG: 'CAN', DBB: '19900131', DBA: '20310131', DAK: 'V6T 1Z4' };
    expect(fieldsOf(aamva(canadian))).toMatchObject({ birthDate: '1990-01-31', postalCode: 'V6T1Z4' });
    expect(fieldsOf(aamva(person, { offset: '0007' }))).toMatchObject({ givenName: 'ROSA' });
  });

  it('D1: a barcode says which card it is by its subfile, and where that says neither nothing is made up', () => {
    const typeOf = (text: string) => {
      const reading = readAamva(text);
      return reading.ok ? (reading.value.cardType ?? 'not said') : reading.error;
    };
    expect(typeOf(aamva(person))).toBe('license');
    expect(typeOf(aamva(person, { type: 'ID' }))).toBe('state-id');
    expect(typeOf(aamva(person, { type: 'ID', offset: '0007' }))).toBe('state-id');
    expect(typeOf(aamva(person, { type: 'EN' }))).toBe('not said'); // an enhanced license or an enhanced ID card
    expect(typeOf(aamva(person).replace('DLDAQ', 'DAQ'))).toBe('license'); // the header lists it
    expect(typeOf(aamva(person).replace('DLDAQ', 'DAQ').replace('DL', 'ZZ'))).toBe('not said');
    const twice = aamva(person, { type: 'ID', offset: '0041' }).replace('01ID', '02ZZ00000000ID');
    expect(typeOf(twice)).toBe('state-id'); // an issuer's own subfile stands before it
  });

  it('D2: reads versions 01 to 03, whose names stand elsewhere', () => {
    const first = { DAQ: 'A1', DAA: 'DOE,JANE,ANN', DBB: '19900131', DBA: '20310131' };
    const jane = { familyName: 'DOE', givenName: 'JANE', middleName: 'ANN', birthDate: '1990-01-31' };
    expect(fieldsOf(aamva(first, { version: '01' }))).toMatchObject(jane);
    const third = { DAQ: 'A1', DCS: 'DOE', DCT: 'JANE,ANN', DBB: '01311990', DBA: '01312031' };
    expect(fieldsOf(aamva(third, { version: '03' }))).toMatchObject(jane);
  });

  it('D2: an unknown version degrades, it does not crash', () => {
    expect(readAamva(aamva(person, { version: '47' }))).toMatchObject({
      ok: true,
      value: { version: 47, knownVersion: false, fields: { familyName: 'MCDACEY' } },
    });
  });

  it('takes a person with one name, and a document that never expires', () => {
    const fields = fieldsOf(aamva({ ...person, DAC: 'NONE', DAD: 'NONE', DBA: '99999999' }));
    expect(fields).toMatchObject({ givenName: '', familyName: 'MCDACEY' });
    expect(fields).not.toHaveProperty('middleName');
    expect(fields).not.toHaveProperty('expiryDate');
  });

  it('says incomplete where a fact every license states is missing or impossible', () => {
    for (const element of ['DAQ', 'DCS', 'DBB', 'DBA'])
      expect(fieldsOf(aamva({ ...person, [element]: undefined }))).toBe('incomplete');
    expect(fieldsOf(aamva({ ...person, DBB: '02311990' }))).toBe('incomplete');
    expect(fieldsOf(aamva({ ...person, DBB: '01311890' }))).toBe('incomplete');
  });

  it('says not-aamva for other barcodes', () => {
    for (const text of ['', 'hello', 'M1DOE/JANE EABC123', 'ANSI 999901', `x${aamva(person)}`])
      expect(fieldsOf(text)).toBe('not-aamva');
  });

  it('attack: markup, control characters and over-long values never become a field', () => {
    expect(fieldsOf(aamva({ ...person, DCS: '<script>alert(1)</script>' }))).toBe('incomplete');
    expect(fieldsOf(aamva({ ...person, DCS: 'A'.repeat(41) }))).toBe('incomplete');
    expect(fieldsOf(aamva({ ...person, DAC: 'ROSA\u0000' }))).toBe('not-aamva');
    expect(fieldsOf(aamva({ ...person, DAC: 'ROSA\u001b[2J' }))).toBe('not-aamva');
    expect(fieldsOf(aamva({ ...person, DAI: `"><img src=x>` }))).not.toHaveProperty('city');
    expect(fieldsOf(aamva({ ...person, DAH: 'X'.repeat(2000) }))).toBe('not-aamva');
  });

  it('attack: a second, different birth date in one barcode is refused, not chosen from', () => {
    expect(fieldsOf(aamva(person).replace('DBC2', 'DBB01311970\nDBC2'))).toBe('not-aamva');
  });

  it('attack: no text makes it throw, and every field it gives is printable', () => {
    const id = fc.constantFrom(...Object.keys(person));
    const anything = fc.dictionary(id, fc.string({ unit: 'binary', maxLength: 60 }));
    fc.assert(
      fc.property(anything, fc.string({ unit: 'binary' }), (changes, tail) => {
        const reading = readAamva(aamva({ ...person, ...changes }) + tail);
        if (reading.ok)
          for (const value of Object.values(reading.value.fields)) expect(value).toMatch(/^[^\p{C}<>]*$/u);
      }),
    );
  });
});
