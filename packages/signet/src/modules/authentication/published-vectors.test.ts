import { hkdfSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Secret } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Redacted } from '../../kernel/index.ts';
import { totpStep } from './authenticator-app/totp.ts';
import { verifyCreation, verifyRequest } from './passkey/passkey.ts';

const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/);
const published = z.object({
  rpId: z.string(),
  origin: z.string(),
  vectors: z.array(
    z.object({
      section: z.string(),
      title: z.string(),
      info: z.string(),
      framed: z.boolean().default(false),
      registration: z.object({
        challenge: hex,
        aaguid: hex,
        credentialId: hex,
        clientDataJSON: hex,
        attestationObject: hex,
      }),
      authentication: z.object({
        salt: z.number(),
        challenge: hex,
        authenticatorData: hex,
        clientDataJSON: hex,
        signature: hex,
      }),
    }),
  ),
});

const file = new URL('../../../../../test/vectors/webauthn-level-3.json', import.meta.url);
const { rpId, origin, vectors } = published.parse(JSON.parse(await readFile(file, 'utf8')));
const party = { rpId, origin, serviceName: 'Signet' };

const bytes = (value: string): Buffer => Buffer.from(value, 'hex');
const encoded = (value: string): string => bytes(value).toString('base64url');

type Vector = (typeof vectors)[number];

/** As a browser sends them, with the published values inside. */
const created = ({ registration }: Vector) => ({
  response: {
    id: encoded(registration.credentialId),
    rawId: encoded(registration.credentialId),
    type: 'public-key' as const,
    clientExtensionResults: {},
    response: {
      clientDataJSON: encoded(registration.clientDataJSON),
      attestationObject: encoded(registration.attestationObject),
    },
  },
});

const asserted = ({ registration, authentication }: Vector) => ({
  response: {
    id: encoded(registration.credentialId),
    rawId: encoded(registration.credentialId),
    type: 'public-key' as const,
    clientExtensionResults: {},
    response: {
      clientDataJSON: encoded(authentication.clientDataJSON),
      authenticatorData: encoded(authentication.authenticatorData),
      signature: encoded(authentication.signature),
    },
  },
});

/** Section 16: every random value is derived from this text, so a slip of the pen in the fixture shows. */
const derived = (info: string, salt: number): string =>
  Buffer.from(hkdfSync('sha256', 'WebAuthn test vectors', Buffer.from([salt]), info, 32)).toString('hex');

/** Flags of authenticator data (section 6.1), as the vector's own bytes have them. */
const flagsOf = (vector: Vector) => {
  const flags = bytes(vector.authentication.authenticatorData).readUInt8(32);
  return {
    userVerified: (flags & 0x04) !== 0,
    backupEligible: (flags & 0x08) !== 0,
    backedUp: (flags & 0x10) !== 0,
  };
};

describe('W3C WebAuthn Level 3, section 16', () => {
  it.each(vectors)('B8: $section $title: the challenges are as published', ({ info, ...vector }) => {
    expect(derived(info, 0)).toBe(vector.registration.challenge);
    expect(derived(info, vector.authentication.salt)).toBe(vector.authentication.challenge);
  });

  const ours = vectors.filter(({ framed }) => !framed);

  it.each(ours)(
    'B10: $section $title is registered and asserts, with its flags as they came',
    async (vector) => {
      const { registration, authentication } = vector;
      const registered = await verifyCreation(party, created(vector), encoded(registration.challenge));
      expect(registered?.credentialId.toString('hex')).toBe(registration.credentialId);
      expect(registered?.aaguid.replaceAll('-', '')).toBe(registration.aaguid);
      if (!registered) throw new Error('not registered');
      const assertion = await verifyRequest(
        party,
        asserted(vector),
        encoded(authentication.challenge),
        registered,
      );
      expect(assertion).toEqual({ counter: 0, ...flagsOf(vector) });
    },
  );

  it.each(ours)('attack, phishing: $section $title is worth nothing for another site', async (vector) => {
    const elsewhere = [
      { ...party, origin: 'https://example.org.evil.example' },
      { ...party, rpId: 'evil.example' },
    ];
    for (const other of elsewhere)
      expect(
        await verifyCreation(other, created(vector), encoded(vector.registration.challenge)),
      ).toBeUndefined();
    const replayed = encoded(vector.authentication.challenge);
    expect(await verifyCreation(party, created(vector), replayed)).toBeUndefined();
  });

  const framed = vectors.filter((vector) => vector.framed);

  it.each(framed)(
    'attack, framed ceremony: $section $title is refused, for nobody frames us',
    async (vector) => {
      const { registration, authentication } = vector;
      expect(await verifyCreation(party, created(vector), encoded(registration.challenge))).toBeUndefined();
      const publicKey = bytes(
        registration.attestationObject.slice(registration.attestationObject.indexOf('a50102')),
      );
      const passkey = { credentialId: bytes(registration.credentialId), publicKey };
      expect(
        await verifyRequest(party, asserted(vector), encoded(authentication.challenge), passkey),
      ).toBeUndefined();
    },
  );
});

describe('one-time codes', () => {
  const secret = new Redacted(Secret.fromUTF8('12345678901234567890').base32);
  const hotp = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ');

  it.each(hotp.map((code, count) => [count, code] as const))(
    'B7: RFC 4226, appendix D: count %i is %s',
    (count, code) => {
      expect(totpStep(secret, code, new Date(count * 30_000))).toBe(count);
    },
  );

  /** Eight digits there, six here: the last six of the same number (RFC 4226 section 5.3). */
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('B7: RFC 6238, appendix B: at %i s it is %s', (seconds, code) => {
    expect(totpStep(secret, code.slice(-6), new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });
});
