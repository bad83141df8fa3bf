import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isRoutingNumber } from './routing-number.ts';

it.each([
  ['021000021', true],
  ['990000013', true],
  ['021000022', false],
  ['02100002', false],
  ['0210000210', false],
  ['000000000', false],
  ['02100002a', false],
])('T6: %s: %s', (number, taken) => expect(isRoutingNumber(number)).toBe(taken));

it('T6: one wrong digit is always noticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 9 }), (at, digit) => {
      const right = '990000013';
      const typed = `${right.slice(0, at)}${digit}${right.slice(at + 1)}`;
      expect(isRoutingNumber(typed)).toBe(typed === right);
    }),
  );
});
