import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../../kernel/index.ts';
import { parseSsn, parseTaxpayerNumber } from './ssn.ts';

const digits = (n: number, from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((value) => String(value).padStart(n, '0'));
const group = digits(2, 1, 99);
const serial = digits(4, 1, 9999);
const separator = fc.constantFrom('', '-', ' ');
const written = (area: fc.Arbitrary<string>, groups = group, serials = serial) =>
  fc
    .tuple(area, groups, serials, separator)
    .map(([a, g, s, dash]) => ({ typed: [a, g, s].join(dash), plain: a + g + s }));

const possibleArea = digits(3, 1, 899).filter((area) => area !== '666');
const sandboxArea = fc.oneof(fc.constant('666'), digits(3, 900, 999));
const itinGroup = fc.oneof(digits(2, 50, 65), digits(2, 70, 88), digits(2, 90, 92), digits(2, 94, 99));

describe('an SSN as it is typed', () => {
  it('D5: production takes every number of a possible area, group and serial, with no geography', () => {
    fc.assert(
      fc.property(
        written(possibleArea).filter(({ plain }) => plain !== '078051120' && plain !== '219099999'),
        ({ typed, plain }) => {
          expect(parseSsn(typed, 'production')).toEqual(ok(plain));
        },
      ),
    );
  });

  it('D5: area 000, 666 and 900-999, group 00 and serial 0000 are refused in production', () => {
    const impossible = fc.oneof(
      written(fc.constantFrom('000', '666')),
      written(possibleArea, fc.constant('00')),
      written(possibleArea, group, fc.constant('0000')),
      written(digits(3, 900, 999)),
    );
    fc.assert(
      fc.property(impossible, ({ typed }) => {
        expect(parseSsn(typed, 'production').ok).toBe(false);
      }),
    );
  });

  it.each(['078-05-1120', '219-09-9999'])('D5: the void specimen %s is refused in production', (typed) => {
    expect(parseSsn(typed, 'production')).toEqual(err('never-issued'));
  });

  it('D6: a taxpayer number is told apart from a bad SSN, in both profiles', () => {
    const itin = written(digits(3, 900, 999), itinGroup).filter(({ plain }) => !/^98765432/.test(plain));
    fc.assert(
      fc.property(itin, fc.constantFrom('sandbox' as const, 'production' as const), ({ typed }, profile) => {
        expect(parseSsn(typed, profile)).toEqual(err('itin'));
      }),
    );
  });

  it('D7: the sandbox takes only areas 666 and 900-999, whatever else the number is', () => {
    fc.assert(
      fc.property(written(fc.oneof(possibleArea, sandboxArea)), ({ typed, plain }) => {
        const read = parseSsn(typed, 'sandbox');
        if (read.ok) expect(plain).toMatch(/^(666|9)/);
        else if (!/^9/.test(plain)) expect(read).toEqual(err('not-for-sandbox'));
      }),
    );
  });

  it.each(['900-12-3417', '666 21 7730', '901330642', '  987-65-4321 ', '900\u201112\u20113417'])(
    'D7: the sandbox takes %s',
    (typed) => {
      expect(parseSsn(typed, 'sandbox').ok).toBe(true);
    },
  );

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['900-12-341', 'not-nine-digits'],
    ['900-12-34178', 'not-nine-digits'],
    ['900-123417', 'not-nine-digits'],
    ['XXX-XX-3417', 'not-nine-digits'],
    ['９００-12-3417', 'not-nine-digits'],
    ['<b>900123417</b>', 'not-nine-digits'],
  ] as const)('%j is not repaired but answered with %s', (typed, problem) => {
    expect(parseSsn(typed, 'sandbox')).toEqual(err(problem));
  });

  it('no text at all makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseSsn(text, 'production')));
  });
});

describe('D6: a number by which somebody’s records are found (finding T6)', () => {
  it('production takes an ITIN, written in any of the ways, and says that it is one', () => {
    const itin = written(digits(3, 900, 999), itinGroup).filter(({ plain }) => !/^98765432/.test(plain));
    fc.assert(
      fc.property(itin, ({ typed, plain }) => {
        expect(parseTaxpayerNumber(typed, 'production')).toEqual(ok({ kind: 'itin', number: plain }));
      }),
    );
    expect(parseTaxpayerNumber('123‑45‑6789', 'production')).toEqual(
      ok({ kind: 'ssn', number: '123456789' }),
    );
  });

  it('D7: the sandbox takes none that could be somebody’s own, and group 93 in place of one', () => {
    expect(parseTaxpayerNumber('912-70-4471', 'sandbox')).toEqual(err('itin'));
    expect(parseTaxpayerNumber('912-93-4471', 'sandbox')).toEqual(ok({ kind: 'itin', number: '912934471' }));
    expect(parseTaxpayerNumber('900-12-3417', 'sandbox')).toEqual(ok({ kind: 'ssn', number: '900123417' }));
    expect(parseTaxpayerNumber('666-93-3417', 'sandbox')).toEqual(ok({ kind: 'ssn', number: '666933417' }));
  });

  it('D5: what is no number of any kind is refused as before', () => {
    expect(parseTaxpayerNumber('912-93-4471', 'production')).toEqual(err('never-issued'));
    expect(parseTaxpayerNumber('', 'production')).toEqual(err('empty'));
    expect(parseTaxpayerNumber('912-70-447', 'production')).toEqual(err('not-nine-digits'));
  });
});
