import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuthenticatorUse, amrOf, decideAal } from './authenticator-assurance.ts';

const at = new Date('2026-05-04T12:00:00Z');
const use = (method: AuthenticatorUse['method'], more: Partial<AuthenticatorUse> = {}): AuthenticatorUse => ({
  method,
  at,
  ...more,
});
const passkey = (userVerified?: boolean, backupEligible?: boolean) =>
  use('passkey', {
    ...(userVerified === undefined ? {} : { userVerified }),
    ...(backupEligible === undefined ? {} : { backupEligible }),
  });
const password = use('password');

describe('B10: the flags of a passkey, inspected', () => {
  it.each([
    [true, false, 3, 3],
    [true, true, 2, 2],
    [true, undefined, 2, 2], // not said: taken for a key that can be copied
    [false, false, 1, 3],
    [false, true, 1, 2],
    [undefined, true, 1, 2], // not said: taken for not verified
    [undefined, undefined, 1, 2],
  ] as const)(
    'B2, B10: UV=%s BE=%s is AAL%i alone and AAL%i beside the password',
    (uv, be, alone, beside) => {
      expect(decideAal([passkey(uv, be)])).toMatchObject({ aal: alone, phishingResistant: true });
      expect(decideAal([password, passkey(uv, be)])).toMatchObject({ aal: beside, phishingResistant: true });
    },
  );

  it('B2: says that the key may be copied', () => {
    expect(decideAal([passkey(true, true)]).reasons).toContainEqual({
      rule: 'B2',
      code: 'key-is-syncable',
      ok: false,
    });
  });
});

describe('what the other authenticators amount to', () => {
  it.each([
    ['nothing', [], 0],
    ['a password', [password], 1],
    ['two passwords', [password, password], 1],
    ['an app code alone', [use('totp')], 1],
    ['an app code and a text code: both are held', [use('totp'), use('text-code')], 1],
    ['a password and an app code', [password, use('totp')], 2],
    ['a password and a text code', [password, use('text-code')], 2],
    ['a password and a recovery code (B15)', [password, use('recovery-code')], 2],
    ['a recovery code alone', [use('recovery-code')], 1],
    ['an app code and a passkey without UV', [use('totp'), passkey(false, false)], 1],
  ] as const)('B1: %s', (_, uses, aal) => {
    expect(decideAal(uses)).toMatchObject({ aal });
  });

  it('B5: attack: email is not an authenticator, alone or beside a password', () => {
    expect(decideAal([use('email-code')]).aal).toBe(0);
    expect(decideAal([use('email-code'), use('email-code')]).aal).toBe(0);
    expect(decideAal([password, use('email-code')]).aal).toBe(1);
  });

  it("B1: codes that can be typed into a stranger's page resist no phishing", () => {
    expect(decideAal([password, use('totp'), use('text-code'), use('recovery-code')]).phishingResistant).toBe(
      false,
    );
  });
});

const anyUse: fc.Arbitrary<AuthenticatorUse> = fc.record(
  {
    method: fc.constantFrom(
      'password',
      'totp',
      'passkey',
      'recovery-code',
      'text-code',
      'voice-code',
      'email-code',
    ),
    at: fc.constant(at),
    userVerified: fc.boolean(),
    backupEligible: fc.boolean(),
  },
  { requiredKeys: ['method', 'at'] },
);

describe('whatever was used', () => {
  it('one more authentication never lowers the level, and order does not matter', () => {
    fc.assert(
      fc.property(fc.array(anyUse, { maxLength: 5 }), anyUse, (uses, more) => {
        const before = decideAal(uses);
        const after = decideAal([...uses, more]);
        expect(after.aal).toBeGreaterThanOrEqual(before.aal);
        expect(after.phishingResistant || !before.phishingResistant).toBe(true);
        expect(decideAal([more, ...uses]).aal).toBe(after.aal);
      }),
    );
  });

  it('B2: attack: without a device-bound passkey there is no AAL3', () => {
    fc.assert(
      fc.property(fc.array(anyUse), (uses) => {
        const bound = uses.some(
          ({ method, backupEligible }) => method === 'passkey' && backupEligible === false,
        );
        return bound || decideAal(uses).aal < 3;
      }),
    );
  });
});

describe('P5: amr, in the words of RFC 8176', () => {
  it.each([
    [[], []],
    [[password], ['pwd']],
    [
      [password, use('totp')],
      ['pwd', 'otp', 'mfa'],
    ],
    [
      [password, use('text-code')],
      ['pwd', 'sms', 'mfa'],
    ],
    [[passkey(true, false)], ['hwk', 'user', 'mfa']],
    [[passkey(true, true)], ['swk', 'user', 'mfa']],
    [[passkey(false, true)], ['swk', 'user']],
    [[password, password, use('email-code')], ['pwd']],
  ] as const)('P5: %# is %j', (uses, amr) => {
    expect(amrOf(uses)).toEqual(amr);
  });
});
