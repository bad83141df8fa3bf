import { describe, expect, it } from 'vitest';
import { parseEmailAddress } from '../../accounts/index.ts';
import { passwordProblem } from './password-rules.ts';

const parsed = parseEmailAddress('ana.rivera@mail.example');
if (!parsed.ok) throw new Error(parsed.error);
const context = { serviceName: 'Signet', address: parsed.value };
const problem = (typed: string) => passwordProblem(typed, context);

describe('B3: a password that someone chooses', () => {
  it('B3: has 8 characters or more, counted as code points after NFC', () => {
    expect(problem('qzvxkwj')).toEqual({ code: 'password-too-short', limit: 8 });
    expect(problem('qzvxkwjp')).toBeUndefined();
    expect(problem('🔑🔒🗝️🔐🪙🧿')).toEqual({ code: 'password-too-short', limit: 8 }); // 7, in 13 UTF-16 units
    expect(problem('🔑🔒🔓🔐🪙🧿🧭🪶')).toBeUndefined();
    expect(problem('e\u0301'.repeat(7))).toEqual({ code: 'password-too-short', limit: 8 }); // 14 before NFC
    expect(problem('e\u0301'.repeat(8))).toBeUndefined();
  });

  it('B3: may be long, with spaces, and is never cut', () => {
    expect(problem('ñ '.repeat(32))).toBeUndefined(); // 64
    expect(problem('x'.repeat(256))).toBeUndefined();
    expect(problem('x'.repeat(257))).toEqual({ code: 'password-too-long', limit: 256 });
  });

  it('B3: needs no capitals, digits or signs', () => {
    expect(problem('quiet amber lantern')).toBeUndefined();
  });

  it.each(['password', 'PassWord', '1234567890', 'qwertyuiop'])(
    'B3: is refused when it is as common as %s',
    (typed) => {
      expect(problem(typed)).toEqual({ code: 'password-too-common' });
    },
  );

  it('B3: is compared whole: a common word inside a longer password is fine', () => {
    expect(problem('my password for the lake')).toBeUndefined();
  });

  it.each(['ana.rivera', 'Ana.Rivera@mail.example', 'ana.rivera2026!', '--ana.rivera--'])(
    'B3: is refused when it is the address, as in %s',
    (typed) => {
      expect(problem(typed)).toEqual({ code: 'password-is-context', context: 'email-address' });
    },
  );

  it('B3: is refused when it is the name of the service', () => {
    expect(problem('signet2026')).toEqual({ code: 'password-is-context', context: 'service-name' });
  });
});
