import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../../kernel/index.ts';
import { parsePhoneNumber } from './phone-number.ts';

const digits = (n: number, from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((value) => String(value).padStart(n, '0'));
const area = fc.constantFrom('202', '205', '212', '303', '415', '617', '808');
const line = digits(4, 0, 9999);
const exchange = digits(3, 200, 999).filter((value) => value !== '555' && !value.endsWith('11'));
const shapes: readonly ((a: string, e: string, l: string) => string)[] = [
  (a, e, l) => `${a}${e}${l}`,
  (a, e, l) => `${a}-${e}-${l}`,
  (a, e, l) => `(${a}) ${e}-${l}`,
  (a, e, l) => `+1 ${a} ${e} ${l}`,
  (a, e, l) => `1.${a}.${e}.${l}`,
  (a, e, l) => `  ${a} ${e} ${l} `,
];
const shape = fc.constantFrom(...shapes);

describe('a phone number as it is typed', () => {
  it('production takes every way to write a number of the United States, as E.164', () => {
    fc.assert(
      fc.property(area, exchange, line, shape, (a, e, l, write) => {
        expect(parsePhoneNumber(write(a, e, l), 'production')).toEqual(ok(`+1${a}${e}${l}`));
      }),
    );
  });

  it('what is taken reads back as itself, gets texts, and is E.164', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'+0123456789 ()-.x#') }),
      fc
        .integer({ min: 1, max: 999 })
        .chain((country) => digits(9, 0, 999_999_999).map((n) => `+${country}${n}`)),
    );
    fc.assert(
      fc.property(anything, (typed) => {
        const read = parsePhoneNumber(typed, 'production');
        if (!read.ok) return;
        expect(read.value).toMatch(/^\+[1-9]\d{6,14}$/);
        expect(parsePhoneNumber(read.value, 'production')).toEqual(read);
        expect(parsePhoneNumberFromString(read.value)?.isValid()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('the sandbox takes only 555-0100 to 555-0199, and production none of them', () => {
    fc.assert(
      fc.property(area, exchange, line, digits(2, 0, 99), shape, (a, e, l, n, write) => {
        expect(parsePhoneNumber(write(a, e, l), 'sandbox')).toEqual(err('not-for-sandbox'));
        expect(parsePhoneNumber(write(a, '555', `01${n}`), 'sandbox')).toEqual(ok(`+1${a}55501${n}`));
        expect(parsePhoneNumber(write(a, '555', `01${n}`), 'production')).toEqual(err('fictional'));
      }),
    );
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['911', 'not-a-phone-number'],
    ['555-0142', 'not-a-phone-number'],
    ['666-21-7730', 'not-a-phone-number'],
    ['call 415 200 0142', 'not-a-phone-number'],
    ['<b>4152000142</b>', 'not-a-phone-number'],
    [`${'4'.repeat(5000)}`, 'not-a-phone-number'],
    ['415 200 0142 ext 4', 'has-an-extension'],
    ['800-200-0142', 'gets-no-texts'],
    ['1-900-200-0142', 'gets-no-texts'],
    ['+44 20 7946 0958', 'gets-no-texts'],
  ] as const)('%j is answered with %s', (typed, problem) => {
    expect(parsePhoneNumber(typed, 'production')).toEqual(err(problem));
  });

  it('a mobile phone of another country is taken with its country', () => {
    expect(parsePhoneNumber('+44 7400 123456', 'production')).toEqual(ok('+447400123456'));
  });
});
