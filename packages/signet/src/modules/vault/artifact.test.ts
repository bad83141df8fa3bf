import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { lookupUnder, openUnder, sealUnder } from './artifact.ts';

const identifier = randomBytes(32).toString('base64url');
const plaintext = Buffer.from(JSON.stringify({ accountId: 'person', claims: { family_name: 'Specimen' } }));

it('opens under the identifier that it was sealed under, found by the hash', () => {
  const { lookup, sealed } = sealUnder(identifier, 'AccessToken', plaintext);
  expect(lookup).toEqual(lookupUnder(identifier, 'AccessToken'));
  expect(openUnder(identifier, 'AccessToken', sealed)).toEqual(plaintext);
  expect(sealed.includes('Specimen')).toBe(false);
});

it('attack: what is stored tells nothing of the identifier and does not open itself', () => {
  const { lookup, sealed } = sealUnder(identifier, 'Grant', plaintext);
  for (const guess of [lookup.toString('hex'), lookup.toString('base64url'), lookup.toString('latin1')]) {
    expect(() => openUnder(guess, 'Grant', sealed)).toThrow('does not open');
  }
});

it('attack: a row moved to another identifier or kind, changed or cut is refused', () => {
  const { sealed } = sealUnder(identifier, 'AuthorizationCode', plaintext);
  const changed = Buffer.from(sealed);
  changed.writeUInt8(changed.readUInt8(20) ^ 1, 20);
  expect(() => openUnder(`${identifier}x`, 'AuthorizationCode', sealed)).toThrow('does not open');
  expect(() => openUnder(identifier, 'AccessToken', sealed)).toThrow('does not open');
  expect(() => openUnder(identifier, 'AuthorizationCode', changed)).toThrow('does not open');
  expect(() => openUnder(identifier, 'AuthorizationCode', sealed.subarray(0, 10))).toThrow('does not open');
});

it('gives one identifier two places for two purposes', () => {
  expect(lookupUnder(identifier, 'Session')).not.toEqual(lookupUnder(identifier, 'Session.uid'));
});
