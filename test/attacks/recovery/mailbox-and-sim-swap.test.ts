import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  days,
  hours,
  minutes,
  newId,
  type PersonId,
  Redacted,
} from '../../../packages/signet/src/kernel/index.ts';
import type { Presence } from '../../../packages/signet/src/modules/authentication/index.ts';
import { addPhone, phoneCode } from '../../support/visitors/phone-accounts.ts';
import { softwareAuthenticator } from '../../support/visitors/software-authenticator.ts';
import { codeIn, confirmed, must, origin, source } from '../../support/worlds/authentication-world.ts';
import { type RecoveryWorld, recoveryWorld } from '../../support/worlds/recovery-world.ts';
import { specimenIdentity } from '../../support/worlds/specimen-identity.ts';

/**
 * A thief reads the mailbox and has the phone number: the pair that B15 takes. They are in; every address is told, and
 * the link in that mail gives the owner everything back, whatever the thief did meanwhile.
 */
describe('attack, mailbox and SIM swap', () => {
  let world: RecoveryWorld;
  let count = 0;
  beforeAll(async () => {
    world = await recoveryWorld();
  });
  afterAll(() => world.close());

  const identity = { ...specimenIdentity, givenName: 'Ana' };
  let email = '';
  let number = '';
  let person: PersonId;
  let key: ReturnType<typeof softwareAuthenticator>;
  beforeEach(async () => {
    count += 1;
    email = `mail-and-sim${count}@mail.example`;
    number = `+1202555012${count}`;
    key = softwareAuthenticator({ origin, synced: true, prf: 'at-once' });
    const asked = must(await world.authentication.passkey.creationOptions(await confirmed(world, email)));
    const enrolled = must(
      await world.authentication.passkey.enroll(asked.presence, key.create(asked.options)),
    );
    const set = must(
      await world.authentication.password.set(enrolled.presence, {
        password: new Redacted('ana own lamp post'),
      }),
    );
    const { presence } = must(
      await world.authentication.recoveryCodes.issue(await addPhone(world, set, number)),
    );
    if (!presence.session.person) throw new Error('nobody');
    person = presence.session.person;
    await world.transact((tx) => world.vault.deposit(tx, person, 'identity', identity));
    world.clock.advance(minutes(30));
  });

  async function withSim(presence: Presence) {
    const { phones } = await world.authentication.authenticators.of(person);
    const phone = phones[0]?.id ?? '';
    const sent = must(await world.authentication.phone.sendCode(presence, { phone, by: 'text', source }));
    const code = await phoneCode(world, number);
    return world.recovery.usePhoneCode(sent, { code, source });
  }

  const thiefIn = async (): Promise<Presence> =>
    must(
      await world.authentication.password.set(must(await withSim(await world.underWay(email))), {
        password: new Redacted('the thief was here'),
      }),
    );

  async function disown(subject = /got back into/): Promise<void> {
    const mail = (await world.mailTo(email)).findLast((one) => subject.test(one.subject));
    await world.recovery.disavow(/\/not-me\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? 'no link');
  }

  async function ownerIn(): Promise<Presence> {
    const asked = await world.authentication.passkey.requestOptions(await world.sessions.begin({}));
    const answer = { ...key.get(asked.options), source };
    return must(await world.authentication.passkey.signIn(asked.presence, answer)).presence;
  }

  it('B16: whatever the thief removed, replaced and moved, the owner’s passkey opens account and vault again', async () => {
    let thief = await thiefIn();
    expect(thief.session.aal).toBe(2);
    thief = must(await world.authentication.recoveryCodes.issue(thief)).presence;
    const lost = (await world.recovery.earlierWays(thief)).map(({ about }) => about);
    expect(lost).toContainEqual(expect.stringMatching(/^passkey:/));
    thief = await world.recovery.settle(thief, lost);
    const theirs = `thief${count}@mail.example`;
    const asked = must(await world.authentication.email.addAddress(thief, { email: theirs, source }));
    const code = codeIn(await world.newestMail(theirs));
    thief = must(await world.authentication.email.confirmNewAddress(asked, { code, source }));
    const [own, added] = await world.accounts.addresses.of(person);
    must(await world.authentication.email.makePrimary(thief, { id: added?.id ?? '' }));
    must(await world.authentication.email.removeAddress(thief, { id: own?.id ?? '' }));
    await world
      .transact(async (tx) => {
        const other = await world.vault.create(tx, newId<PersonId>()); // as after proving again with stolen papers
        await world.vault.deposit(tx, other.person, 'identity', { ...specimenIdentity, givenName: 'Thief' });
        return other;
      })
      .then((other) => world.transact((tx) => world.vault.renew(tx, person, other)));

    await disown();
    expect(await world.sessions.load(thief.cookie.reveal())).toBeUndefined();
    const owner = await ownerIn();
    expect(owner.session).toMatchObject({ aal: 2, person, opensVault: true });
    const opened = await world.sessions.openVault(owner);
    expect(opened && (await world.vault.read(opened, 'identity'))).toEqual(identity);
    const addresses = await world.accounts.addresses.of(person);
    expect(addresses.map(({ address, primary }) => [address.reveal(), primary])).toEqual([[email, true]]);
    const signIn = async (password: string) =>
      world.authentication.password.signIn(await world.sessions.begin({}), {
        email,
        password: new Redacted(password),
        source,
      });
    expect(await signIn('the thief was here')).toMatchObject({ error: { code: 'does-not-match' } });
    expect(await signIn('ana own lamp post')).toMatchObject({ ok: true });
    expect(await world.authentication.authenticators.of(person)).toMatchObject({ recoveryCodesLeft: 10 });
  });

  it('B16: a passkey removed by the thief, tried meanwhile, is refused and no browser is told to forget it', async () => {
    const thief = await thiefIn();
    await world.recovery.settle(
      thief,
      (await world.recovery.earlierWays(thief)).map(({ about }) => about),
    );
    const asked = await world.authentication.passkey.requestOptions(await world.sessions.begin({}));
    const answer = { ...key.get(asked.options), source };
    expect(await world.authentication.passkey.signIn(asked.presence, answer)).toMatchObject({
      error: { code: 'passkey-refused' },
    });
    await disown();
    expect((await ownerIn()).session.aal).toBe(2);
  });

  it('B15, B16: a second recovery that the thief began beside it is over, and the number brings them back in no more', async () => {
    const second = await world.underWay(email);
    await thiefIn();
    await disown();
    expect(await withSimOrNot(second)).toMatchObject({ ok: false });
    world.clock.advance(hours(2)); // another mail
    const again = await world.underWay(email);
    expect(await world.recovery.rungs(again)).toEqual(['passkey', 'saved-code', 'password', 'none']);
    expect(await withSimOrNot(again)).toEqual({ ok: false, error: { code: 'not-now' } });

    const owner = await ownerIn();
    expect(await world.recovery.blockedUntil(owner)).toBeDefined();
    await world.recovery.allowAgain(owner); // the number is theirs again
    expect(await world.recovery.blockedUntil(owner)).toBeUndefined();
    world.clock.advance(hours(2));
    expect(await world.recovery.rungs(await world.underWay(email))).toContain('phone');
  });

  it('a week later nothing of what was there before is kept', async () => {
    await thiefIn();
    const kept = async () =>
      (await world.pool.pg.query('SELECT FROM ways_before_recovery WHERE person = $1', [person])).rowCount;
    expect(await kept()).toBe(1);
    world.clock.advance(days(7));
    await world.authentication.removeExpired();
    expect(await kept()).toBe(0);
  });

  it('B13: a recovered session at two factors asks again after a quarter of an hour, like any other', async () => {
    const thief = await thiefIn();
    world.clock.advance(minutes(16));
    const later = await world.sessions.load(thief.cookie.reveal());
    if (!later) throw new Error('gone');
    expect(await world.authentication.passkey.creationOptions(later)).toMatchObject({
      error: { code: 'not-now' },
    });
  });

  async function withSimOrNot(presence: Presence) {
    const { phones } = await world.authentication.authenticators.of(person);
    const phone = phones[0]?.id ?? '';
    const sent = await world.authentication.phone.sendCode(presence, { phone, by: 'text', source });
    if (!sent.ok) return sent;
    return world.recovery.usePhoneCode(sent.value, { code: await phoneCode(world, number), source });
  }
});
