import { describe, expect, it } from 'vitest';
import { worthDoing } from './recommendations.ts';

const passkey = {
  id: 'a',
  ref: 'a',
  transports: [],
  aaguid: '',
  createdAt: new Date(0),
  userVerified: true,
  synced: false,
  opensVault: true,
};
const whole = {
  password: true,
  totp: true,
  passkeys: [passkey],
  phones: [],
  recoveryCodesLeft: 10,
  finished: true,
};

describe('what is worth doing', () => {
  it('is nothing where two things finish a sign-in, codes are left and two mailboxes are known', () => {
    expect(worthDoing(whole, 2)).toEqual([]);
  });

  it('B14: is a second address, more codes, and a second thing to sign in with', () => {
    const weak = { ...whole, passkeys: [], recoveryCodesLeft: 2 };
    expect(worthDoing(weak, 1)).toEqual([
      { code: 'one-way' },
      { code: 'few-codes', left: 2 },
      { code: 'one-address' },
    ]);
  });
});
