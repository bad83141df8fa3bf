import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownSpelling } from './own-spelling.ts';

describe('a proven name as its person writes it', () => {
  it.each([
    ['JOSE MARIA', 'José María'],
    ['NUNEZ ORTIZ', 'Núñez-Ortiz'],
    ['NUNEZ-ORTIZ', 'Núñez Ortiz'],
    ['OBRIEN', "O'Brien"],
    ['OBRIEN', 'O’Brien'],
    ['DANGELO ONEIL', 'D’Angelo-O’Neil'],
    ['STRASSE', 'Straße'],
    ['SORENSEN', 'Sørensen'],
    ['LUKASZ', 'Łukasz'],
    ['NGUYEN', 'Nguyễn'],
    ['ISIK', 'Işık'],
    ['JANSEN', 'Jansen'],
    ['José', 'JOSE'],
  ])('%s: %s', (proven, typed) => expect(ownSpelling(proven, typed)).toEqual({ name: typed }));

  it('is kept composed and without spaces around it', () => {
    expect(ownSpelling('JOSE MARIA', '  Jose\u0301  Mari\u0301a ')).toEqual({ name: 'José María' });
    expect(ownSpelling('KIM', '\u212aim')).toEqual({ name: 'Kim' }); // the sign of the kelvin is a K to Unicode
  });

  it('as it was proven it may stay, whatever is in it', () => {
    expect(ownSpelling('SMITH JR.', 'SMITH JR.')).toEqual({ name: 'SMITH JR.' });
    expect(ownSpelling('SMITH JR.', 'Smith Jr')).toEqual({ problem: 'another-name' });
  });
});

describe('attack: by a spelling nobody gets another name', () => {
  it.each([
    ['another one', 'Josefa'],
    ['a letter less', 'Jos'],
    ['a letter more', 'Josée'],
    ['another letter', 'Jozé'],
    ['a word cut in two', 'Jo sé'],
    ['a second name', 'José María'],
    ['endless', `Jos${'e'.repeat(2000)}`],
    ['endless accents', `José${'\u0301'.repeat(400)}`],
    ['nothing', ''],
    ['spaces', '   '],
  ])('%s', (_what, typed) => expect(ownSpelling('JOSE', typed)).toHaveProperty('problem'));

  it.each([
    ['Cyrillic letters that look the same', 'Jоsе'],
    ['Greek letters that look the same', 'Jοsε'],
    ['a letter of another alphabet among them', 'ЈOSE'],
    ['wide letters', 'ＪＯＳＥ'],
    ['mathematical letters', '𝐉𝐎𝐒𝐄'],
    ['small capitals', 'ᴊose'],
    ['a long s', 'Joſe'],
    ['letters in circles', 'ⒿⓄⓈⒺ'],
    ['a stroke laid over a letter', 'Jo\u0338se'],
    ['a line laid over a letter', 'Jo\u0305se'],
    ['more marks than a letter has', 'Jo\u0301\u0302\u0303se'],
    ['a mark without a letter', '\u0301Jose'],
    ['a mark on what carries none', 'J\u0304\u0323ose'],
    ['nothing wide in between', 'Jo\u200bse'],
    ['a joiner', 'Jo\u200dse'],
    ['a turn of direction', '\u202eesoJ'],
    ['a soft hyphen', 'Jo\u00adse'],
    ['a space that does not break', 'Jo\u00a0se'],
    ['a line break', 'Jo\nse'],
    ['a tab', 'Jo\tse'],
    ['a mark that no name carries', 'Jȍse'],
    ['digits', 'J0se'],
    ['markup', '<b>Jose</b>'],
    ['an emoji', 'Jose😀'],
    ['punctuation', 'Jose.'],
    ['an apostrophe at the end', "Jose'"],
    ['two apostrophes', "J'os'e"],
    ['a hyphen at the end', 'Jose-'],
    ['an apostrophe that is a letter', 'Joʼse'],
    ['half a sign', 'Jos\ud800e'],
  ])('%s', (_what, typed) => expect(ownSpelling('JOSE', typed)).toEqual({ problem: 'not-letters' }));

  const unmarked = (name: string) => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase();

  it('whatever is typed: what is taken has the letters that were proven, and no other sign', () => {
    const units = fc.constantFrom(...'aáàâäãåeéêëiíïoóöõuúünñcçsśzžAÉÑ', ' ', '-', "'", '’', 'х', '\u0301');
    const typed = fc.oneof(fc.string({ unit: units, maxLength: 6 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'AENOS'), minLength: 1, maxLength: 4 }),
        typed,
        (proven, other) => {
          const read = ownSpelling(proven, other);
          if (!('name' in read)) return;
          expect(read.name).toMatch(/^[\p{Script=Latin}'’ -]+$/u);
          expect(unmarked(read.name).replaceAll(/['’]/g, '')).toBe(proven);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('step by step it comes no further than at once: each spelling has the letters of the first', () => {
    const spellings = ['JOSE', 'José', 'jose', 'JOSÉ', "Jo'sé"];
    for (const from of spellings)
      for (const to of spellings) expect(ownSpelling(from, to)).toEqual({ name: to });
  });
});
