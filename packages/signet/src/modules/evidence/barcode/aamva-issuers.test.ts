import { describe, expect, it } from 'vitest';
import { readAamva } from './aamva.ts';

/** Ana Rivera's license as the standard of 2020 has it; a shape below changes it as some issuer writes it. */
const standard = {
  DAQ: 'R4417209',
  DCS: 'RIVERA',
  DDE: 'N',
  DAC: 'ANA',
  DDF: 'N',
  DAD: 'LUCIA',
  DDG: 'N',
  DCA: 'D',
  DCB: 'NONE',
  DBD: '03142023',
  DBB: '03141983',
  DBA: '03142031',
  DBC: '2',
  DAG: '1420 JUNIPER STREET',
  DAI: 'PORT ALDER',
  DAJ: 'ZZ',
  DAK: '000120000  ',
  DCF: 'ZZ0314R4417SPC',
  DCG: 'USA',
};
type Changes = Readonly<Record<string, string | undefined>>;

const lines = (changes: Changes = {}) =>
  Object.entries({ ...standard, ...changes }).flatMap(([id, value]) =>
    value === undefined ? [] : [id + value],
  );

const head = '@\n\u001e\rANSI 636999100102';
const own = 'ZZ02560014';
const end = '\rZZZZASPECIMEN\r';

/** With the header that the standard asks for. */
const symbol = (changes: Changes = {}, more: readonly string[] = []) =>
  `${head}DL00410215${own}DL${[...lines(changes), ...more].join('\n')}${end}`;

const ana = {
  familyName: 'RIVERA',
  givenName: 'ANA',
  middleName: 'LUCIA',
  birthDate: '1983-03-14',
  issueDate: '2023-03-14',
  expiryDate: '2031-03-14',
  documentNumber: 'R4417209',
  sex: 'female',
  street: '1420 JUNIPER STREET',
  city: 'PORT ALDER',
  state: 'ZZ',
  postalCode: '00012',
};

const fieldsOf = (text: string) => {
  const reading = readAamva(text);
  return reading.ok ? reading.value.fields : reading.error;
};

describe('finding D6: a barcode of an issuer who deviates is read with what is there', () => {
  it.each<[string, string]>([
    ['no type before the first element', `${head}DL00410215${own}${lines().join('\n')}${end}`],
    ['no version of the jurisdiction', `@\n\u001e\rANSI 6369990301DL00290214DL${lines().join('\n')}\r`],
    ['no number of subfiles either', `@\n\u001e\rANSI 63699903DL00290214DL${lines().join('\n')}\r`],
    ['an offset that is no number', `@\n\u001e\rANSI 636999100101DLabacDL${lines().join('\n')}\r`],
    ['an offset into the middle', `${head}DL00600215${own}DL${lines().join('\n')}${end}`],
    ['a space before it', ` ${symbol()}`],
    ['CRLF between elements', symbol().replaceAll(/\n(?=D)/g, '\r\n')],
    ['CRLF after the type', `${head}DL00410215${own}DL\r\n${lines().join('\r\n')}${end}`],
    ['dates with dashes', symbol({ DBB: '03-14-1983', DBA: '03-14-2031' })],
    ['dates with slashes, century first', symbol({ DBB: '1983/03/14', DBA: '2031/03/14' })],
    ['elements of a permit', symbol({}, ['PAAD', 'PAD03142024'])],
    ['a line that is no element', symbol({}, ['', '   ', '--', 'xxxxxxxx'])],
    ['an element twice that is not read', symbol({}, ['DCFOTHER', 'DDB01012020', 'DDB02022020'])],
    ['given names together', symbol({ DAC: undefined, DAD: undefined, DCT: 'ANA LUCIA' })],
    ['NUL at its end', `${head}DL00410215DL${lines().join('\n')}\0\0`],
  ])('%s', (_, text) => {
    expect(fieldsOf(text)).toEqual(ana);
  });

  it('letters beyond English, as the standard writes them and as UTF-8', () => {
    const núñez = { ...ana, familyName: 'NUÑEZ' };
    expect(fieldsOf(symbol({ DCS: 'NUÑEZ' }))).toEqual(núñez);
    expect(fieldsOf(symbol({ DCS: Buffer.from('NUÑEZ').toString('latin1') }))).toEqual(núñez);
  });

  it('attack: two values of an element that is read are not chosen between, whatever ends their lines', () => {
    expect(fieldsOf(symbol({}, ['DBB01011990']))).toBe('not-aamva');
    expect(fieldsOf(symbol({}, ['DCSOTHER']).replaceAll(/\n(?=D)/g, '\r\n'))).toBe('not-aamva');
  });

  it('attack: what stands behind the end of the subfile is not read', () => {
    const text = symbol({ DAD: undefined }).replace(end, `\rDADMALLORY${end}`);
    expect(fieldsOf(text)).toMatchObject({ familyName: 'RIVERA' });
    expect(fieldsOf(text)).not.toHaveProperty('middleName');
  });
});

describe('finding D7: names', () => {
  const whole = (DAA: string) => fieldsOf(symbol({ DCS: undefined, DAC: undefined, DAD: undefined, DAA }));

  it('all in one element, in the order of the standard or as they are spoken', () => {
    expect(whole('RIVERA,ANA,LUCIA')).toEqual(ana);
    expect(whole('ANA LUCIA RIVERA')).toEqual(ana);
    expect(whole('ANA RIVERA')).toMatchObject({ familyName: 'RIVERA', givenName: 'ANA' });
    expect(whole('ANA MARIA DE LA RIVERA'), 'nobody can tell which are the family’s').toBe('incomplete');
  });

  it.each(['N/A', 'NONE', 'unavl', ''])('a middle name %j is none', (DAD) => {
    expect(fieldsOf(symbol({ DAD }))).not.toHaveProperty('middleName');
  });

  it('one name only, in either element', () => {
    const one = { familyName: 'SUKARNO', givenName: '' };
    expect(fieldsOf(symbol({ DCS: 'SUKARNO', DAC: 'NONE', DAD: 'NONE' }))).toMatchObject(one);
    expect(fieldsOf(symbol({ DCS: 'NONE', DAC: 'SUKARNO', DAD: 'NONE' }))).toMatchObject(one);
    expect(fieldsOf(symbol({ DCS: 'NONE', DAC: 'NONE', DAD: 'NONE' }))).toBe('incomplete');
  });

  it('finding D1: a suffix, wherever its version has it', () => {
    const junior = { ...ana, suffix: 'JR' };
    expect(fieldsOf(symbol({ DCU: 'JR' }))).toEqual(junior);
    expect(fieldsOf(symbol({ DCU: 'Jr.' }))).toEqual(junior);
    expect(fieldsOf(symbol({ DAE: 'JR' }))).toEqual(junior);
    expect(whole('RIVERA,ANA,LUCIA,JR')).toEqual(junior);
    expect(fieldsOf(symbol({ DCU: 'III' }))).toMatchObject({ suffix: 'III' });
    expect(fieldsOf(symbol({ DCU: 'NONE' }))).toEqual(ana);
    expect(fieldsOf(symbol({ DCU: 'OTHER' }))).toEqual(ana);
  });
});

describe('finding D7: addresses', () => {
  it.each(['12 MAIN ST; APT "B" @ INN', '4º PISO + C/O A: B', 'RR 2 BOX 9*'])('a street may be %s', (DAG) => {
    expect(fieldsOf(symbol({ DAG }))).toMatchObject({ street: DAG });
  });

  it.each([
    ['00012     0', '00012'],
    ['000120000', '00012'],
    ['00012-0000', '00012'],
    ['00012-3456', '000123456'],
    ['00012 3456', '000123456'],
    ['00012', '00012'],
    ['V6T 1Z4', 'V6T1Z4'],
    ['1234', undefined],
  ])('a postal code %s', (DAK, postalCode) => {
    const fields = fieldsOf(symbol({ DAK }));
    expect(typeof fields === 'object' && fields.postalCode).toBe(postalCode);
  });
});
