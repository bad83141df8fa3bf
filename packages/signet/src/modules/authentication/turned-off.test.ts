import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type AuthenticationWorld,
  authenticationWorld,
  finishedAccount,
} from '../../../../../test/support/worlds/authentication-world.ts';
import { newId, type PersonId } from '../../kernel/index.ts';
import { postgresTotp } from './authenticator-app/index.ts';
import { failuresAtMost } from './limits/index.ts';
import { postgresPhones } from './phone/index.ts';
import { postgresRecoveryCodes } from './recovery-codes/index.ts';

let world: AuthenticationWorld;
let person: PersonId;
beforeAll(async () => {
  world = await authenticationWorld();
  const account = await finishedAccount(world, 'turned-off@mail.example');
  person = account.presence.session.person as PersonId;
});
afterAll(() => world.close());

const ever = { since: new Date(0), until: new Date('2100-01-01') };
const tries = failuresAtMost;

it('B16: attack, a code that was judged while the app was turned off turns it on no more', async () => {
  const totp = postgresTotp(world.pool.db);
  await world.transact((tx) => totp.put(tx, person, randomBytes(20), 1, new Date()));
  expect(await totp.takeAttempt(person, tries)).toMatchObject({ failures: 1 });
  expect(await world.transact((tx) => totp.turnOff(tx, person, ever))).toBe(true);
  expect(await world.transact((tx) => totp.accept(tx, person, 2))).toBe(false);
  expect(await totp.takeAttempt(person, tries)).toBeUndefined();
});

it('B16: nor does a code by phone the phone', async () => {
  const phones = postgresPhones(world.pool.db);
  const id: string = newId();
  const phone = { id, kind: 'text', number: randomBytes(40), digest: randomBytes(32) } as const;
  await world.transact((tx) => phones.add(tx, person, phone, new Date()));
  expect(await phones.takeAttempt(person, id, tries)).toMatchObject({ failures: 1 });
  await world.transact((tx) => phones.turnOff(tx, person, ever));
  expect(await world.transact((tx) => phones.accept(tx, person, id, new Date()))).toBe(false);
  expect(await phones.takeAttempt(person, id, tries)).toBeUndefined();
});

it('B16: nor does a saved code its set', async () => {
  const codes = postgresRecoveryCodes(world.pool.db);
  const code = { lookup: randomBytes(32), verifier: randomBytes(32) };
  await world.transact((tx) => codes.replaceSet(tx, person, [code], new Date()));
  expect(await codes.takeAttempt(person, tries)).toMatchObject({ failures: 1 });
  expect(await world.transact((tx) => codes.turnOff(tx, person, ever))).toHaveLength(1);
  expect(await world.transact((tx) => codes.use(tx, person, code.lookup, new Date()))).toBeUndefined();
  expect(await codes.takeAttempt(person, tries)).toBeUndefined();
});
