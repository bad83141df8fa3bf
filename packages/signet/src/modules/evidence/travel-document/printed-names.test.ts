import { describe, expect, it } from 'vitest';
import { dateIn } from './printed-dates.ts';
import { spelledName, spellingsOf } from './printed-names.ts';

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

  it('is as printed where OCR lost the mark of a letter that the zone writes as two', () => {
    expect(spelledName('JUERGEN', printed('JURGEN'), false)).toBe('JURGEN');
    expect(spelledName('SAMUEL', printed('SAMUEL'), false)).toBe('SAMUEL');
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
