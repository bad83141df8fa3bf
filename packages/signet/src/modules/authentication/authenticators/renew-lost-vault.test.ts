import { afterAll, beforeAll, expect, it } from 'vitest';
import { softwareAuthenticator } from '../../../../../../test/support/visitors/software-authenticator.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  confirmed,
  must,
  origin,
  source,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { specimenIdentity } from '../../../../../../test/support/worlds/specimen-identity.ts';
import { newId, type PersonId, type Tx } from '../../../kernel/index.ts';
import type { VaultKey } from '../../vault/index.ts';
import type { Presence } from '../session/index.ts';

let world: AuthenticationWorld;
const proven: VaultKey[] = [];

/** As proofing does it for somebody who proved again who they are: their vault anew, and its key. */
async function renew(tx: Tx, { session: { person } }: Presence) {
  const from = person && proven.pop();
  return from && world.vault.renew(tx, person, from);
}

/** What was read for them waits in a vault of its own. */
async function prove(): Promise<void> {
  const subject = newId<PersonId>();
  await world.transact(async (tx) => {
    proven.push(await world.vault.create(tx, subject));
    await world.vault.deposit(tx, subject, 'identity', { ...specimenIdentity, familyName: 'Alder' });
  });
}

beforeAll(async () => {
  world = await authenticationWorld({ renewLostVault: (tx, presence) => renew(tx, presence) });
});
afterAll(() => world.close());
let number = 0;

/** Signed in at AAL2 by a key that carries no way in, to an account whose vault others make and this session cannot open. */
async function lockedOut(): Promise<Presence> {
  number += 1;
  const device = softwareAuthenticator({ origin, synced: true, prf: 'none' });
  const start = await confirmed(world, `locked${number}@mail.example`);
  const { presence, options } = must(await world.authentication.passkey.creationOptions(start));
  const enrolled = must(await world.authentication.passkey.enroll(presence, device.create(options)));
  must(await world.authentication.recoveryCodes.issue(enrolled.presence)); // they made the vault, and are lost
  const asked = await world.authentication.passkey.requestOptions(await world.sessions.begin({}));
  const back = must(
    await world.authentication.passkey.signIn(asked.presence, { ...device.get(asked.options), source }),
  );
  expect(back.presence.session).toMatchObject({ aal: 2, opensVault: false });
  return back.presence;
}

const identityOf = async (presence: Presence) => {
  const key = await world.sessions.openVault(presence);
  return key && world.vault.read(key, 'identity');
};

it('gives the vault back with the first new way in: recovery codes', async () => {
  const presence = await lockedOut();
  await prove();
  const issued = must(await world.authentication.recoveryCodes.issue(presence));
  expect(issued.openVault).toBe(true);
  expect(await identityOf(issued.presence)).toEqual({ ...specimenIdentity, familyName: 'Alder' });
});

it('gives it back to a passkey when that gives its way in, and not while it has none to give', async () => {
  const presence = await lockedOut();
  await prove();
  const device = softwareAuthenticator({ origin, synced: true });
  const asked = must(await world.authentication.passkey.creationOptions(presence));
  const enrolled = must(
    await world.authentication.passkey.enroll(asked.presence, device.create(asked.options)),
  );
  expect(proven).toHaveLength(1); // its browser may close now, and nothing is lost
  if (!enrolled.prfOptions) throw new Error('no second ceremony');
  const answer = { ...device.get(enrolled.prfOptions), source };
  const lent = must(await world.authentication.passkey.signIn(enrolled.presence, answer));
  expect(lent.opensVault).toBe(true);
  expect(await identityOf(lent.presence)).toEqual({ ...specimenIdentity, familyName: 'Alder' });
});

it('makes nothing new where nothing was proven again', async () => {
  const presence = await lockedOut();
  expect(must(await world.authentication.recoveryCodes.issue(presence)).openVault).toBe(false);
});
