import { describe, expect, it } from 'vitest';
import { dateIn } from './printed-dates.ts';
import { spelledName as spelled, spellingsOf } from './printed-names.ts';

const spelledName = (zone: string, print: ReturnType<typeof printed> | undefined, isTruncated: boolean) =>
  spelled(zone, print, { isTruncated, issuerId: 'ZZR' });
const printed = (text: string) => ({ text, certainty: Array.from(text, () => 0.99) });

describe('finding D15: letters that the zone cannot hold', () => {
  it.each([
    ['Müller', 'MUELLER'],
    ['MÜLLER', 'MULLER'],
    ['ØSTER', 'OESTER'],
    ['ØSTER', 'OSTER'],
    ['ĐẶNG', 'DANG'],
    ['ÞÓRA', 'THORA'],
    ['NÚÑEZ', 'NUNEZ'],
    ['NÚÑEZ', 'NUNXXEZ'],
    ['Straße', 'STRASSE'],
    ['ÅKE', 'AAKE'],
    ["O'CONNOR-SMITH", 'OCONNORSMITH'],
  ])('%s may stand in it as %s', (name, zone) => expect(spellingsOf(name)).toContain(zone));

  it('a name of many such letters is no work without end', () => {
    expect(spellingsOf('ÄÖÜÅØÑ'.repeat(6)).length).toBeLessThanOrEqual(64);
  });
});

describe('the name that is given on', () => {
  it('is the zone’s, for OCR loses spaces of print', () => {
    expect(spelledName('JOSE MARIA', printed('JOSEMARIA'), false)).toBe('JOSE MARIA');
    expect(spelledName('RIVERA', undefined, false)).toBe('RIVERA');
  });

  it('is as printed where the zone had no letter or no room for it', () => {
    expect(spelledName('MUELLER', printed('MÜLLER'), false)).toBe('MÜLLER');
    const long = 'PAPADOPOULOU-KONSTANTINOPOLITIDOU-MAKRI';
    expect(spelledName('PAPADOPOULOU KONSTANTINOPOLITIDOU MA', printed(long), true)).toBe(long);
  });

  it.each([
    ['MUELLER', 'MULLER', 'MÜLLER'],
    ['OESE', 'OSE', 'ÖSE'],
    ['JUERGEN', 'JURGEN', 'JÜRGEN'],
    ['AEHTAERI', 'AHTARI', 'ÄHTÄRI'],
    ['AASE', 'ASE', 'ÅSE'],
    ['NUNXXEZ', 'NUNEZ', 'NUÑEZ'],
    ['MUELLER LUEDENSCHEIDT', 'MULLER-LUDENSCHEIDT', 'MÜLLER-LÜDENSCHEIDT'],
    ['SAMUEL', 'SAMUEL', 'SAMUEL'],
    ['MANUEL MUELLER', 'MANUEL MULLER', 'MANUEL MÜLLER'],
  ])(
    'finding D15: %s in the zone and %s read in print is %s, for OCR knows no such letter',
    (zone, read, name) => expect(spelledName(zone, printed(read), false)).toBe(name),
  );

  it('finding D15: OE is the letter of the state that issued it', () => {
    const name = (issuerId: string) => spelled('SOEREN', printed('SOREN'), { isTruncated: false, issuerId });
    expect([name('DNK'), name('D')]).toEqual(['SØREN', 'SÖREN']);
  });

  it('is the zone’s where print was hard to read: a letter that was not seen is none with a mark', () => {
    const unsure = { text: 'MANUL', certainty: [0.9, 0.9, 0.9, 0.5, 0.9] };
    expect(spelledName('MANUEL', unsure, false)).toBe('MANUEL');
  });

  it('attack, a name made to be spelled in many ways is no work without end', () => {
    expect(spelledName('AE'.repeat(19), printed('A'.repeat(39)), false)).toBe('AE'.repeat(19));
  });

  it('attack, another name printed over a zone: it is never taken from print alone', () => {
    expect(spelledName('MUELLER', printed('MÖLLER'), false)).toBe('MUELLER');
    expect(spelledName('PAPADOPOULOU', printed('PAPADOPOULOU-HALE'), false)).toBe('PAPADOPOULOU');
    expect(spelledName('PAPADOPOULOU KON', printed('PAPADAKIS KONSTANTIN'), true)).toBe('PAPADOPOULOU KON');
  });
});

it.each([
  ['24 AUG 1997', '19970824'],
  ['24AUG1997', '19970824'],
  ['02 NOV/NOV 1989', '19891102'],
  ['12 JAN /JAN 1980', '19800112'],
  ['7 Dic 2031', '20311207'],
  ['14 FÉV 1983', '19830214'],
  ['O2 MAI 2O01', '20010502'],
  ['24.08.1997', '19970824'],
  ['24/08/1997', '19970824'],
])('finding D8: the date %s is %s', (text, digits) => expect(dateIn(printed(text))?.text).toBe(digits));

it.each(['UTOPIAN', 'P5582031', '24 XYZ 1997', '1997'])('%s is no date', (text) =>
  expect(dateIn(printed(text))).toBeUndefined(),
);
