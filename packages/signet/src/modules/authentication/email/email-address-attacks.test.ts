import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AuthenticationWorld,
  authenticationWorld,
  codeIn,
  type FinishedAccount,
  finishedAccount,
  must,
  source,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { days, newId, type PersonId } from '../../../kernel/index.ts';
import type { Presence } from '../session/index.ts';
import { addressChange } from './undo-address-change.ts';

let world: AuthenticationWorld;
beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());

const personOf = ({ session }: Presence): PersonId => {
  if (!session.person) throw new Error('nobody is signed in');
  return session.person;
};
const addressesOf = async (presence: Presence) =>
  (await world.accounts.addresses.of(personOf(presence))).map(({ address, primary }) =>
    primary ? `${address.reveal()} (primary)` : address.reveal(),
  );
const idOf = async (presence: Presence, address: string): Promise<string> => {
  const own = await world.accounts.addresses.of(personOf(presence));
  return own.find((one) => one.address.reveal() === address)?.id ?? 'none';
};
const ask = async (presence: Presence, email: string) =>
  must(await world.authentication.email.addAddress(presence, { email, source }));

/** Asked for and confirmed, as the owner of the mailbox does. */
async function add(presence: Presence, email: string): Promise<Presence> {
  const asked = await ask(presence, email);
  const code = codeIn(await world.newestMail(email));
  return must(await world.authentication.email.confirmNewAddress(asked, { code, source }));
}

/** Several addresses are a day's worth of mails: each test has a day of its own. */
async function account(name: string): Promise<FinishedAccount> {
  world.clock.advance(days(1));
  return finishedAccount(world, `${name}@mail.example`);
}

/** Another browser of the same person, signed in as far. */
const anotherTab = ({ session }: Presence): Promise<Presence> =>
  world.sessions.begin({
    person: session.person ?? newId(),
    events: session.events.map((event) => ({ ...event, at: world.clock.now() })),
  });

const undo = (presence: Presence, change: Parameters<typeof addressChange>[0], id: string) =>
  world.transact((tx) =>
    world.authentication.email.undoChange(tx, personOf(presence), addressChange(change, id)),
  );

describe('attack, address takeover by an unconfirmed address', () => {
  it('whoever types an address and not its code gets nothing: not the mailbox, nor its later owner', async () => {
    const thief = await account('thief');
    await ask(thief.presence, 'victim@mail.example');
    expect(await withPassword(world, 'victim@mail.example')).toMatchObject({ ok: false });
    const victim = await finishedAccount(world, 'victim@mail.example');
    expect(await addressesOf(victim.presence)).toEqual(['victim@mail.example (primary)']);
    expect(await world.accounts.noticeAddresses(personOf(thief.presence))).toHaveLength(1);
  });

  it('a code counts in the session that asked for it and in no other', async () => {
    const [one, two] = [await account('eve'), await finishedAccount(world, 'finn@mail.example')];
    await ask(one.presence, 'shared@mail.example');
    const forOne = codeIn(await world.newestMail('shared@mail.example'));
    const twoAsked = await ask(two.presence, 'shared@mail.example');
    const stolen = await world.authentication.email.confirmNewAddress(twoAsked, { code: forOne, source });
    expect(stolen).toMatchObject({ error: { code: 'wrong-code' } });
  });
});

describe('attack, two sessions adding the same address', () => {
  it('of two accounts the first to type its code has it, and the other is told so by its own mailbox only', async () => {
    const [one, two] = [await account('gil'), await finishedAccount(world, 'hal@mail.example')];
    const [askedOne, askedTwo] = [
      await ask(one.presence, 'both@mail.example'),
      await ask(two.presence, 'both@mail.example'),
    ];
    const [codeOne, codeTwo] = (await world.mailTo('both@mail.example')).map(codeIn);
    const results = await Promise.all([
      world.authentication.email.confirmNewAddress(askedOne, { code: codeOne ?? '', source }),
      world.authentication.email.confirmNewAddress(askedTwo, { code: codeTwo ?? '', source }),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'address-taken' } });
  });

  it('of one account both succeed, and it is there once and told of once', async () => {
    const { presence, email } = await account('ivy');
    const tabs = [presence, await anotherTab(presence)];
    const asked = await Promise.all(tabs.map((tab) => ask(tab, 'ivy@work.example')));
    const codes = (await world.mailTo('ivy@work.example')).map(codeIn);
    for (const tab of asked) {
      const tries = await Promise.all(
        codes.map((code) => world.authentication.email.confirmNewAddress(tab, { code, source })),
      );
      expect(tries.some(({ ok }) => ok)).toBe(true);
    }
    expect(await addressesOf(presence)).toEqual([`${email} (primary)`, 'ivy@work.example']);
    const told = (await world.mailTo(email)).filter(({ subject }) => subject.includes('was added'));
    expect(told.filter(({ subject }) => subject.startsWith('An email address'))).toHaveLength(1);
  });
});

describe('attack, double click', () => {
  it('on "confirm": the address is added once and neither press fails', async () => {
    const { presence, email } = await account('jo');
    const asked = await ask(presence, 'jo@work.example');
    const code = codeIn(await world.newestMail('jo@work.example'));
    const press = () => world.authentication.email.confirmNewAddress(asked, { code, source });
    const [first, second] = [await press(), await press()];
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(await addressesOf(presence)).toEqual([`${email} (primary)`, 'jo@work.example']);
  });

  it('on "send": one mail goes out', async () => {
    const { presence } = await account('kim');
    await Promise.all([ask(presence, 'kim@work.example'), ask(presence, 'kim@work.example')]);
    expect(await world.mailTo('kim@work.example')).toHaveLength(1);
  });
});

describe('attack, silencing the owner', () => {
  it('B16: an address that a thief removed is told of it, and for a week of everything else', async () => {
    const { presence, email } = await account('lee');
    const thief = await add(presence, 'lee@thief.example');
    must(await world.authentication.email.makePrimary(thief, { id: await idOf(thief, 'lee@thief.example') }));
    must(await world.authentication.email.removeAddress(thief, { id: await idOf(thief, email) }));
    expect((await world.newestMail(email)).subject).toBe(
      'An email address was removed from your Signet account',
    );
    world.clock.advance(days(6));
    must(await world.authentication.recoveryCodes.issue(await anotherTab(presence)));
    expect((await world.newestMail(email)).subject).toContain('set of recovery codes');
    const before = (await world.mailTo(email)).length;
    world.clock.advance(days(1.1));
    must(await world.authentication.recoveryCodes.issue(await anotherTab(presence)));
    expect(await world.mailTo(email)).toHaveLength(before);
    expect((await world.newestMail('lee@thief.example')).subject).toContain('set of recovery codes');
  });

  it('B16: "this was not me" brings a removed address back, and takes a thief’s out, primary or not', async () => {
    const { presence, email } = await account('mo');
    const own = await idOf(presence, email);
    const thief = await add(presence, 'mo@thief.example');
    const theirs = await idOf(thief, 'mo@thief.example');
    must(await world.authentication.email.makePrimary(thief, { id: theirs }));
    must(await world.authentication.email.removeAddress(thief, { id: own }));
    expect(await undo(presence, 'removed', own)).toBe(true);
    expect(await undo(presence, 'removed', own)).toBe(false);
    expect(await undo(presence, 'primary', own)).toBe(true);
    expect(await addressesOf(presence)).toEqual([`${email} (primary)`, 'mo@thief.example']);
    must(await world.authentication.email.makePrimary(thief, { id: theirs }));
    must(await world.authentication.email.removeAddress(thief, { id: own }));
    expect(await undo(presence, 'added', theirs)).toBe(true);
    expect(await addressesOf(presence)).toEqual([`${email} (primary)`]);
    expect(await world.accounts.noticeAddresses(personOf(presence))).toHaveLength(1);
  });
});

describe('attack, an old notice in a lost mailbox', () => {
  it('B16: a week later its link cuts nobody off from the address that took its place', async () => {
    const { presence, email } = await account('nia');
    const two = await add(presence, 'nia@work.example');
    const id = await idOf(two, 'nia@work.example');
    const before = await idOf(two, email);
    must(await world.authentication.email.makePrimary(two, { id }));
    must(await world.authentication.email.removeAddress(two, { id: before }));
    world.clock.advance(days(8));
    expect(await undo(presence, 'added', id)).toBe(false);
    expect(await undo(presence, 'removed', before)).toBe(false);
    expect(await undo(presence, 'primary', before)).toBe(false);
    expect(await addressesOf(presence)).toEqual(['nia@work.example (primary)']);
  });
});

describe('attack, finding out who has an account', () => {
  it('A22: an address of another account gets the same answer; its owner’s mailbox is told, and no code is good', async () => {
    const known = await account('nan');
    const asker = await finishedAccount(world, 'olu@mail.example');
    const [has, hasNot] = [
      await ask(await anotherTab(asker.presence), known.email),
      await ask(await anotherTab(asker.presence), 'nobody@mail.example'),
    ];
    expect(Object.keys(has.session.pending)).toEqual(Object.keys(hasNot.session.pending));
    const told = await world.newestMail(known.email);
    expect(told.subject).toContain('Your email address was not added');
    expect(codeIn(told)).toBe('no code');
    for (const presence of [has, hasNot])
      expect(
        await world.authentication.email.confirmNewAddress(presence, { code: '000000', source }),
      ).toEqual({
        ok: false,
        error: { code: 'wrong-code', attemptsLeft: 9 },
      });
  });
});

describe('attack, mail bombing', () => {
  it('one account has ten mails a day sent to addresses that it does not have', async () => {
    const { presence } = await account('pat');
    const answers: boolean[] = [];
    for (let n = 0; n < 12; n++) {
      const email = `stranger${n}@mail.example`;
      answers.push(
        (await world.authentication.email.addAddress(presence, { email, source: `192.0.2.${n}` })).ok,
      );
    }
    expect(answers.filter(Boolean)).toHaveLength(10);
  });
});
