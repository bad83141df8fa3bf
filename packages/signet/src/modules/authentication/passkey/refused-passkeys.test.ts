import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { softwareAuthenticator } from '../../../../../../test/support/visitors/software-authenticator.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  confirmed,
  must,
  origin,
  source,
} from '../../../../../../test/support/worlds/authentication-world.ts';

let world: AuthenticationWorld;
let number = 0;
const elsewhere = 'https://signet.example.evil.test';
const from = { source, reference: 'f3a1' };

beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  number += 1;
  world.refusedPasskeys.splice(0);
});

async function registered() {
  const device = softwareAuthenticator({ origin, synced: true, prf: 'none' });
  const start = await confirmed(world, `refused${number}@mail.example`);
  const { presence, options } = must(await world.authentication.passkey.creationOptions(start));
  must(await world.authentication.passkey.enroll(presence, device.create(options)));
  return device;
}

async function asked() {
  return world.authentication.passkey.requestOptions(await world.sessions.begin({ from }));
}

it('finding H6: a wrong origin: the log learns which, by the request’s reference; the page says only that it was refused', async () => {
  const device = await registered();
  const { presence, options } = await asked();
  const answer = device.get(options, { origin: elsewhere });
  expect(await world.authentication.passkey.signIn(presence, { ...answer, source })).toEqual({
    ok: false,
    error: { code: 'passkey-refused' },
  });
  expect(world.refusedPasskeys).toEqual([
    {
      during: 'sign-in',
      reason: `Unexpected authentication response origin "${elsewhere}", expected "${origin}"`,
      reference: 'f3a1',
    },
  ]);
});

it('a wrong relying party id', async () => {
  const device = await registered();
  const [credential] = device.credentials;
  if (!credential) throw new Error('no credential');
  device.credentials.splice(0, 1, { ...credential, rpId: 'evil.test' });
  const { presence, options } = await asked();
  const answer = device.get({ ...options, rpId: 'evil.test' });
  expect((await world.authentication.passkey.signIn(presence, { ...answer, source })).ok).toBe(false);
  expect(world.refusedPasskeys).toEqual([
    { during: 'sign-in', reason: 'Unexpected RP ID hash', reference: 'f3a1' },
  ]);
});

it('a registration at another origin', async () => {
  const device = softwareAuthenticator({ origin: elsewhere, synced: true, prf: 'none' });
  const start = await confirmed(world, `refused${number}@mail.example`, from);
  const { presence, options } = must(await world.authentication.passkey.creationOptions(start));
  expect(await world.authentication.passkey.enroll(presence, device.create(options))).toEqual({
    ok: false,
    error: { code: 'passkey-refused' },
  });
  expect(world.refusedPasskeys).toEqual([
    {
      during: 'registration',
      reason: `Unexpected registration response origin "${elsewhere}", expected "${origin}"`,
      reference: 'f3a1',
    },
  ]);
});

it('an answer that cannot be read is quoted nowhere: it may hold anything', async () => {
  const device = await registered();
  const { presence, options } = await asked();
  const answer = device.get(options);
  const written = Buffer.from('{"challenge": Ana Rivera, 900-12-3456').toString('base64url');
  const response = { ...answer.response.response, clientDataJSON: written };
  const broken = { ...answer.response, response };
  expect(await world.authentication.passkey.signIn(presence, { response: broken, source })).toEqual({
    ok: false,
    error: { code: 'not-now' },
  });
  expect(world.refusedPasskeys).toEqual([
    { during: 'sign-in', reason: 'it cannot be read (SyntaxError)', reference: 'f3a1' },
  ]);
});

it('one that is right is no refusal', async () => {
  const device = await registered();
  const { presence, options } = await asked();
  must(await world.authentication.passkey.signIn(presence, { ...device.get(options), source }));
  expect(world.refusedPasskeys).toEqual([]);
});
