import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { specimenIdentity } from '../../../../../test/support/worlds/specimen-identity.ts';
import { type VaultWorld, vaultWorld, way } from '../../../../../test/support/worlds/vault-world.ts';
import { keptFormat, newId, type PersonId } from '../../kernel/index.ts';
import { type Identity, identity } from './identity.ts';
import type { ItemFormats } from './items.ts';
import type { VaultKey } from './vault.ts';

let world: VaultWorld;
beforeAll(async () => {
  world = await vaultWorld();
});
afterAll(() => world.close());

async function ownerOf(deposit: (person: PersonId) => Promise<void>): Promise<VaultKey> {
  const person = newId<PersonId>();
  const password = way('password');
  await world.transact(async (tx) =>
    world.vault.addWayIn(tx, await world.vault.create(tx, person), password),
  );
  await deposit(person);
  return world.opened(person, password);
}

/** What another release of Signet would seal: in its own format, with the same keys. */
const sealedBy =
  (formats: ItemFormats) =>
  async (person: PersonId): Promise<void> => {
    const other = await world.vaultOf(world.pool, formats);
    await world.transact((tx) => other.deposit(tx, person, 'identity', specimenIdentity));
  };

/** Of a release that had one field for the whole name. */
const earlier: ItemFormats = {
  identity: {
    write: ({ givenName, familyName, ...rest }) => ({
      format: 1,
      name: `${givenName} ${familyName}`,
      ...rest,
    }),
    read: () => specimenIdentity,
  },
};

/** Of the release after it. */
const later: ItemFormats = {
  identity: keptFormat<Identity>('an identity', identity, [
    ({ name, ...rest }) => {
      const [givenName, familyName] = String(name).split(' ');
      return { givenName, familyName, ...rest };
    },
  ]),
};

it('finding H4: what an earlier release sealed is read by a later one, as it would have sealed it', async () => {
  const key = await ownerOf(sealedBy(earlier));
  const upgraded = await world.vaultOf(world.pool, later);
  for (const _again of ['sealed', 'from the owner’s own copy']) {
    expect(await upgraded.read(key, 'identity')).toEqual(specimenIdentity);
  }
});

it('what a newer release sealed is refused, and said to be newer', async () => {
  const key = await ownerOf(sealedBy(later));
  await expect(world.vault.read(key, 'identity')).rejects.toMatchObject({
    code: 'kept-by-a-newer-release',
    message: expect.stringContaining('an identity'),
  });
});

it('what is no identity is refused, and nothing of it is told', async () => {
  const key = await ownerOf(
    sealedBy({ identity: { write: () => ({ format: 1, ssn: '666120042' }), read: () => specimenIdentity } }),
  );
  const refused = await world.vault.read(key, 'identity').catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: 'vault-item-malformed' });
  expect(inspect(refused, { depth: 9, showHidden: true })).not.toContain('666120042');
});

it('nothing is sealed that could not be read again', async () => {
  const incomplete = { ...specimenIdentity, ssn: '12' };
  const depositing = ownerOf((person) =>
    world.transact((tx) => world.vault.deposit(tx, person, 'identity', incomplete)),
  );
  await expect(depositing).rejects.toMatchObject({ code: 'vault-item-malformed' });
});
