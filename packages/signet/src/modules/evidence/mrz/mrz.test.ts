import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../../../../../sandbox/documents/mrz.ts';
import { type MrzFormat, readMrz } from './mrz.ts';

const book: MrzFormat = { format: 'TD3', lines: 2, cells: 44, code: /^P/ };
const card: MrzFormat = { format: 'TD1', lines: 3, cells: 30, code: /^I/ };
const today = '2026-05-04';

/** ICAO 9303-4, the specimen of a book, and 9303-5, that of a card. */
const names = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const data = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10';
const ofCard = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
];

const named = (text: string) => {
  const reading = readMrz([`P<UTO${text}`.padEnd(44, '<'), data], book, today);
  if (!reading.ok) throw new Error(reading.error);
  const { familyName, givenName, middleName, suffix } = reading.value.fields;
  return [familyName, givenName, middleName, suffix, reading.value.isTruncated];
};

describe('D3: a machine-readable zone', () => {
  it('of a book and of a card is read as ICAO lays it out', () => {
    const fields = {
      familyName: 'ERIKSSON',
      givenName: 'ANNA',
      middleName: 'MARIA',
      birthDate: '1974-08-12',
      expiryDate: '2012-04-15',
      sex: 'female',
    };
    expect(readMrz([names, data], book, today)).toEqual({
      ok: true,
      value: { fields: { ...fields, documentNumber: 'L898902C3' }, issuerId: 'UTO', isTruncated: false },
    });
    expect(readMrz(ofCard, card, today)).toEqual({
      ok: true,
      value: { fields: { ...fields, documentNumber: 'D23145890' }, issuerId: 'UTO', isTruncated: false },
    });
  });

  it('reads a look-alike as what may stand in its place, and says so of nothing that may be either', () => {
    const read = readMrz(
      [names.replace('UTO', 'UT0'), data.replace('740812', '74O8I2').replace('UTO', 'UT0')],
      book,
      today,
    );
    expect(read).toMatchObject({ ok: true, value: { issuerId: 'UTO', fields: { birthDate: '1974-08-12' } } });
    // a number holds letters and digits: which it was is not for us to choose
    expect(readMrz([names, data.replace('L898902', 'L8989O2')], book, today)).toEqual({
      ok: false,
      error: 'check-digit',
    });
  });

  it.each([
    ['the number', 'L898902C3', 'L898902C4'],
    ['the birth date', '740812', '750812'],
    ['the last day', '120415', '320415'],
    ['the personal number', 'ZE184226B', 'ZE184227B'],
  ])('attack, edited digits: %s no longer agrees with its check digit, and is not made to', (_, from, to) => {
    expect(readMrz([names, data.replace(from, to)], book, today)).toEqual({
      ok: false,
      error: 'check-digit',
    });
  });

  it('attack, an edited number with a check digit of its own: the one over all fields tells', () => {
    const number = 'L898902C4';
    const edited = data.replace('L898902C36', number + checkDigit(number));
    expect(readMrz([names, edited], book, today)).toEqual({ ok: false, error: 'check-digit' });
  });

  it('attack, an issuing state that there is none of: no check digit tells, and ICAO’s list does', () => {
    for (const code of ['CAN', 'D<<', 'ZZR', 'XOM'])
      expect(readMrz([names.replace('UTO', code), data], book, today).ok).toBe(true);
    for (const code of ['XQZ', 'CAM', 'C<<', '<<<'])
      expect(readMrz([names.replace('UTO', code), data], book, today)).toEqual({
        ok: false,
        error: 'zone-unreadable',
      });
  });

  it('takes no visa, and no identity card, for a passport', () => {
    expect(readMrz([names.replace('P<', 'V<'), data], book, today)).toEqual({
      ok: false,
      error: 'another-document',
    });
    expect(readMrz(ofCard, book, today)).toEqual({ ok: false, error: 'zone-unreadable' });
    expect(readMrz(ofCard, { ...card, code: /^IP/ }, today)).toEqual({
      ok: false,
      error: 'another-document',
    });
  });

  it('takes no other text', () => {
    expect(readMrz([], book, today)).toEqual({ ok: false, error: 'zone-unreadable' });
    expect(readMrz(['x'.repeat(44), 'y'.repeat(44)], book, today).ok).toBe(false);
    expect(readMrz([names, data.replace('740812', '<<<<<<')], book, today).ok).toBe(false);
  });

  it('finding D1: keeps a suffix apart, with the family name or behind the given ones', () => {
    expect(named('RIVERA<JR<<LUIS<ALBERTO')).toEqual(['RIVERA', 'LUIS', 'ALBERTO', 'JR', false]);
    expect(named('RIVERA<<LUIS<ALBERTO<III')).toEqual(['RIVERA', 'LUIS', 'ALBERTO', 'III', false]);
  });

  it('reads one name only as the family name, several surnames as one, and what was cut as cut', () => {
    expect(named('ARKFREITH')).toEqual(['ARKFREITH', '', undefined, undefined, false]);
    expect(named('<<ARKFREITH')).toEqual(['ARKFREITH', '', undefined, undefined, false]);
    expect(named('VAN<DER<BERG<<ANNA')).toEqual(['VAN DER BERG', 'ANNA', undefined, undefined, false]);
    expect(named('PAPADOPOULOU<KONSTANTINOPOLITIDOU<TH<<E')).toEqual([
      'PAPADOPOULOU KONSTANTINOPOLITIDOU TH',
      'E',
      undefined,
      undefined,
      true,
    ]);
    expect(named('PAPADOPOULOU<KONSTANTINOPOLITIDOU<THEOD')[0]).toBe(
      'PAPADOPOULOU KONSTANTINOPOLITIDOU THEOD',
    );
  });

  it('tells the century of a birth and of a last day', () => {
    const dated = (born: string, expires: string) => {
      const parts = [
        'L898902C36',
        born + checkDigit(born),
        `${expires}${checkDigit(expires)}ZE184226B<<<<<1`,
      ];
      const line = `${parts[0]}UTO${parts[1]}F${parts[2]}${checkDigit(parts.join(''))}`;
      const read = readMrz([names, line], book, today);
      return read.ok && [read.value.fields.birthDate, read.value.fields.expiryDate];
    };
    expect(dated('260504', '360504')).toEqual(['2026-05-04', '2036-05-04']);
    expect(dated('260505', '990504')).toEqual(['1926-05-05', '1999-05-04']);
  });
});
