import { hkdfSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { err, ok } from '../../../kernel/index.ts';
import { verifyCreation, verifyRequest } from './webauthn.ts';

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

const file = new URL('../../../../../../test/vectors/webauthn-level-3.json', import.meta.url);
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
      const verified = await verifyCreation(party, created(vector), encoded(registration.challenge));
      if (!verified.ok) throw new Error(`not registered: ${verified.error}`);
      const registered = verified.value;
      expect(registered.credentialId.toString('hex')).toBe(registration.credentialId);
      expect(registered.aaguid.replaceAll('-', '')).toBe(registration.aaguid);
      const assertion = await verifyRequest(
        party,
        asserted(vector),
        encoded(authentication.challenge),
        registered,
      );
      expect(assertion).toEqual(ok({ counter: 0, ...flagsOf(vector) }));
    },
  );

  it.each(ours)('attack, phishing: $section $title is worth nothing for another site', async (vector) => {
    const other = 'https://example.org.evil.example';
    const asked = encoded(vector.registration.challenge);
    expect(await verifyCreation({ ...party, origin: other }, created(vector), asked)).toEqual(
      err(`Unexpected registration response origin "${origin}", expected "${other}"`),
    );
    expect(await verifyCreation({ ...party, rpId: 'evil.example' }, created(vector), asked)).toEqual(
      err('Unexpected RP ID hash'),
    );
    const replayed = encoded(vector.authentication.challenge);
    expect(await verifyCreation(party, created(vector), replayed)).toEqual(
      err('Unexpected registration response challenge "…", expected "…"'),
    );
  });

  const framed = vectors.filter((vector) => vector.framed);

  it.each(framed)(
    'attack, framed ceremony: $section $title is refused, for nobody frames us',
    async (vector) => {
      const { registration, authentication } = vector;
      const refused = { ok: false, error: expect.stringMatching(/frame of another site|cross-origin/) };
      expect(await verifyCreation(party, created(vector), encoded(registration.challenge))).toEqual(refused);
      const publicKey = bytes(
        registration.attestationObject.slice(registration.attestationObject.indexOf('a50102')),
      );
      const passkey = { credentialId: bytes(registration.credentialId), publicKey };
      expect(
        await verifyRequest(party, asserted(vector), encoded(authentication.challenge), passkey),
      ).toEqual(refused);
    },
  );
});
