import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAll, current } from '../../../../../../test/support/worlds/proofing-acts.ts';
import { faces, Script, withFields } from '../../../../../../test/support/worlds/proofing-script.ts';
import { openWorld, type World } from '../../../../../../test/support/worlds/proofing-world.ts';
import {
  begin,
  freshSsn,
  giveBack,
  given,
  provenPerson,
  recover,
} from '../../../../../../test/support/worlds/repeated-proofing-acts.ts';
import { hours } from '../../../kernel/index.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  Object.assign(world.script, new Script());
  world.clock.advance(hours(48)); // yesterday's tries count no more
});

const notThisAccount = { outcome: 'refused', reasons: ['not-this-account'] };

describe('somebody else', () => {
  it('attack, a twin with an own document and the number of the account: is refused, and not told what differed', async () => {
    const { account, ssn } = await provenPerson(world);
    world.script.document = withFields({ givenName: 'Antonia', documentNumber: 'R4417210' });
    expect((await recover(world, { account, ssn })).decision).toEqual(notThisAccount);
  });

  it('attack, the document of the account and another number: the very same words', async () => {
    const { account } = await provenPerson(world);
    expect((await recover(world, { account, ssn: freshSsn() })).decision).toEqual(notThisAccount);
    const other = await provenPerson(world);
    expect((await recover(world, { account, ssn: other.ssn })).decision).toEqual(notThisAccount);
  });

  it('attack, the document of the account and the face of somebody else: another selfie, then a person, and no records', async () => {
    const { account, ssn } = await provenPerson(world);
    world.script.face = faces(0.05);
    const asked = world.script.asked.length;
    const { recovery, decision } = await recover(world, { account, ssn });
    expect(decision).toMatchObject({ outcome: 'try-again', step: 'selfie' });
    expect(await world.proofing.isProvenAgain(recovery)).toBe(false);
    expect(await giveBack(world, recovery)).toBeUndefined();
    expect(world.script.asked).toHaveLength(asked);
  });

  it('attack, using the recovery to claim a number: the index is as it was, whatever was decided', async () => {
    const { account, ssn } = await provenPerson(world);
    const index = async () => (await world.pool.pg.query('SELECT * FROM ssn_index ORDER BY digest')).rows;
    const before = await index();
    await recover(world, { account, ssn });
    await recover(world, { account, ssn: freshSsn() });
    expect(await index()).toEqual(before);
    const { recovery } = await recover(world, { account, ssn });
    given(await giveBack(world, recovery));
    expect(await index()).toEqual(before);
  });

  it('attack, beginning an ordinary case under the name of a recovery: there is none but its own', async () => {
    const { account } = await provenPerson(world);
    const { recovery } = await recover(world, { account, ssn: freshSsn() });
    const view = await world.start(recovery.subject, { ial: 2 });
    expect(view).toMatchObject({ recovers: true, decision: notThisAccount });
  });

  it('attack, holding only the mailbox: nothing of the open case is seen, and nothing of it changes', async () => {
    const { account } = await provenPerson(world);
    world.clock.advance(hours(1));
    await world.proofing.withdraw(account);
    // a second proofing of the owner's own is under way, as after a change of rules
    const owners = await world.transact(async (tx) => {
      await world.needs.stores.cases.create(tx, { person: account }, { ial: 2 }, world.clock.now());
      return world.needs.stores.cases.latest(account, tx);
    });
    await answerAll(world, account);
    const before = await current(world.proofing, account);
    const recovery = await begin(world, account);
    const seen = await current(world.proofing, recovery.subject);
    expect(seen).toMatchObject({ step: 'choose', answers: { photos: {} } });
    expect(await world.proofing.photo(recovery.subject, 'selfie')).toBeUndefined();
    await world.proofing.withdraw(recovery.subject);
    expect(await current(world.proofing, account)).toEqual(before);
    expect(before.id).toBe(owners?.id);
  });

  it('attack, a second browser with the mailbox: it cannot claim what the first one proved', async () => {
    const { account, ssn } = await provenPerson(world);
    const { recovery } = await recover(world, { account, ssn });
    const mailbox = await begin(world, account);
    for (const stolen of [
      mailbox,
      { ...mailbox, subject: recovery.subject },
      { ...recovery, account: mailbox.subject },
    ]) {
      expect(await giveBack(world, stolen)).toBeUndefined();
    }
    expect(await giveBack(world, recovery, mailbox.subject)).toBeUndefined(); // signed in as somebody else
    given(await giveBack(world, recovery));
  });
});
