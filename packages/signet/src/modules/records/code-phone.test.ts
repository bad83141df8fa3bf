import { describe, expect, it } from 'vitest';
import { err, ok } from '../../kernel/index.ts';
import { type CodeBy, parseCodePhone } from './code-phone.ts';

const read = (typed: string, by: CodeBy = 'text') => parseCodePhone(typed, 'production', by);

describe('a number that is to get codes', () => {
  it.each([
    ['202 456 1414', '+12024561414', 'US', '+1202456'],
    ['+52 81 2345 6789', '+528123456789', 'MX', '+52812345'],
    ['+1 787 622 0123', '+17876220123', 'PR', '+1787622'],
    ['+49 151 23456789', '+4915123456789', 'DE', '+491512345'],
  ])(
    'B6: %s is taken from any country, with the block that toll fraud is paid by',
    (typed, number, country, prefix) => {
      expect(read(typed)).toEqual(ok({ number, country, prefix }));
    },
  );

  it.each([
    ['+1 900 622 0199', 'costs-extra'],
    ['+44 845 123 4567', 'costs-extra'],
    ['+33 812 34 56 78', 'costs-extra'],
    ['+1 800 622 0199', 'toll-free'],
    ['+44 56 1234 5678', 'internet-phone'],
    ['+44 7012 345678', 'cannot-be-reached'],
    ['+1 500 622 0123', 'cannot-be-reached'],
    ['+1 202 456 1414 ext. 7', 'has-an-extension'],
    ['+1 202 456', 'not-a-phone-number'],
    ['', 'empty'],
    ['202 555 0101', 'fictional'],
  ] as const)('B6: refuses %s as %s, for texts and for calls', (typed, why) => {
    expect([read(typed), read(typed, 'voice')]).toEqual([err(why), err(why)]);
  });

  it('B6: a landline gets calls and no texts', () => {
    expect(read('+44 20 7946 0958')).toEqual(err('gets-no-texts'));
    expect(read('+44 20 7946 0958', 'voice')).toMatchObject({ ok: true, value: { country: 'GB' } });
  });

  it.each(['+1 202 555 0101', '+46 70 174 06 10', '+61 491 570 156'])(
    'the sandbox takes %s, which nobody has, and production does not',
    (typed) => {
      expect(parseCodePhone(typed, 'sandbox', 'text')).toMatchObject({ ok: true });
      expect(read(typed)).toEqual(err('fictional'));
    },
  );
});
