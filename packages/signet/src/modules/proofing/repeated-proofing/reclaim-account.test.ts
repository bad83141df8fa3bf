import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Script } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import {
  begin,
  giveBack,
  given,
  provenPerson,
  recover,
  rowsOf,
  sessionOf,
} from '../../../../../../test/support/worlds/repeated-proofing-acts.ts';
import { hours, minutes, newId } from '../../../kernel/index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
  world.clock.advance(hours(48)); // yesterday's tries count no more
});

describe('between the decision and the new authenticator', () => {
  it('a fault in the binding changes nothing; the same browser tries again', async () => {
    const { account, ssn } = await provenPerson(world);
    const before = await world.readIdentity(account);
    const { recovery } = await recover(world, { account, ssn });
    const dies = world.transact(async (tx) => {
      given(await world.proofing.reclaimAccount(tx, sessionOf(recovery)));
      throw new Error('the machine stops');
    });
    await expect(dies).rejects.toThrow('the machine stops');
    expect(await world.readIdentity(account)).toEqual(before);
    given(await giveBack(world, recovery));
  });

  it('is given back once, also of two requests at once', async () => {
    const { account, ssn } = await provenPerson(world);
    const { recovery } = await recover(world, { account, ssn });
    const both = await Promise.allSettled([giveBack(world, recovery), giveBack(world, recovery)]);
    expect(both.filter((one) => one.status === 'fulfilled' && one.value)).toHaveLength(1);
    expect(await giveBack(world, recovery)).toBeUndefined();
  });

  it('A17: a photo that was left at the ended case goes when the account is given back', async () => {
    const { account, ssn } = await provenPerson(world);
    const { recovery } = await recover(world, { account, ssn });
    const ended = await world.proofing.currentCase(recovery.subject);
    if (!ended) throw new Error('no case');
    const ref = { person: recovery.subject, caseId: ended.id, id: newId() };
    await world.transact((tx) => world.needs.stores.images.put(tx, ref, Buffer.from('sealed')));
    given(await giveBack(world, recovery));
    for (const person of [recovery.subject, account]) {
      expect(await rowsOf(world, 'proofing_images', person)).toBe(0);
    }
  });

  it('A17: photos and key go with the decision; what was read goes after a day that nobody came', async () => {
    const { account, ssn } = await provenPerson(world);
    const { recovery } = await recover(world, { account, ssn });
    expect(await rowsOf(world, 'proofing_images', recovery.subject)).toBe(0);
    const kept = await world.pool.pg.query('SELECT wrapped_key FROM proofing_cases WHERE person = $1', [
      recovery.subject,
    ]);
    expect(kept.rows).toEqual([{ wrapped_key: null }]);
    expect(await rowsOf(world, 'vault_items', recovery.subject)).toBe(1);
    world.clock.advance(hours(24) - minutes(1));
    await world.proofing.sweep();
    expect(await world.proofing.isProvenAgain(recovery)).toBe(true);
    world.clock.advance(minutes(2));
    expect(await giveBack(world, recovery)).toBeUndefined();
    await world.proofing.sweep();
    for (const table of ['vaults', 'vault_items', 'proofings']) {
      expect([table, await rowsOf(world, table, recovery.subject)]).toEqual([table, 0]);
    }
    expect((await world.proofing.identityOf(account))?.ial).toBe(2);
  });

  it('A17: a recovery that was left is deleted with its vault', async () => {
    const { account } = await provenPerson(world);
    const recovery = await begin(world, account);
    await world.proofing.chooseDocument(recovery.subject, 'license');
    world.clock.advance(hours(73));
    await world.proofing.sweep();
    world.clock.advance(hours(25));
    await world.proofing.sweep();
    expect(await world.vault.exists(recovery.subject)).toBe(false);
  });

  it('A27: erasing the account erases its recoveries', async () => {
    const { account, ssn } = await provenPerson(world);
    const { recovery } = await recover(world, { account, ssn });
    await world.transact((tx) => world.proofing.erase(tx, account));
    for (const table of ['proofing_cases', 'proofings', 'proofing_findings', 'vaults']) {
      expect([table, await rowsOf(world, table, recovery.subject)]).toEqual([table, 0]);
    }
  });
});
