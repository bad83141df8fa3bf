import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPhone } from '../../../../../../test/support/visitors/phone-accounts.ts';
import {
  codeIn,
  type FinishedAccount,
  finishedAccount,
  goodPassword,
  must,
  source,
  totpCode,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { type RecoveryWorld, recoveryWorld } from '../../../../../../test/support/worlds/recovery-world.ts';
import { days, minutes, Redacted, seconds } from '../../../kernel/index.ts';
import type { Presence } from '../session/index.ts';

let world: RecoveryWorld;
beforeAll(async () => {
  world = await recoveryWorld();
});
afterAll(() => world.close());

let made = 0;
async function account(): Promise<FinishedAccount> {
  const ana = await finishedAccount(world, `told-${made++}@mail.example`);
  world.clock.advance(seconds(1));
  return ana;
}

/** The link of the newest notice that matches. */
async function linkTo(email: string, subject: RegExp): Promise<string> {
  const mail = (await world.mailTo(email)).findLast((one) => subject.test(one.subject));
  return /\/not-me\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? `no link in "${mail?.subject}"`;
}

const personOf = ({ session }: Presence) => {
  if (!session.person) throw new Error('nobody');
  return session.person;
};
const has = (of: FinishedAccount) => world.authentication.authenticators.of(personOf(of.presence));
const lives = (presence: Presence) => world.sessions.load(presence.cookie.reveal());

async function recovered(ana: FinishedAccount, n = 0): Promise<Presence> {
  const here = await world.underWay(ana.email);
  return must(await world.recovery.useSavedCode(here, { code: ana.codes[n] ?? '', source }));
}

describe('"This was not me"', () => {
  it('B16: a new password is turned off, and everyone is signed out', async () => {
    const ana = await account();
    must(
      await world.authentication.password.set(ana.presence, { password: new Redacted('lamp at dusk today') }),
    );
    const token = await linkTo(ana.email, /password was changed/);
    expect(await world.recovery.disavowal(token)).toBe('authenticator');
    expect(await lives(ana.presence)).toBeUndefined(); // its cookie was renewed; the new one ends below
    expect(await world.recovery.disavow(token)).toBe('authenticator');
    expect(await has(ana)).toMatchObject({ password: false, totp: true, finished: true });
    expect((await withPassword(world, ana.email, 'lamp at dusk today')).ok).toBe(false);
    expect((await world.newestMail(ana.email)).subject).toMatch(/We stopped it/);
    expect(world.endedAtAgencies).toContain(personOf(ana.presence)); // P4
  });

  it('B16: a phone that a thief added gets no codes any more, and one that a thief’s recovery bound is gone', async () => {
    const ana = await account();
    await addPhone(world, ana.presence, '+12025550171');
    const phones = async () => (await has(ana)).phones.map(({ masked, on }) => [masked, on]);
    expect(await phones()).toEqual([['••• ••• 0171', true]]);
    await world.recovery.disavow(await linkTo(ana.email, /phone for sign-in codes/));
    expect(await phones()).toEqual([['••• ••• 0171', false]]);
    const thief = must(
      await world.authentication.password.set(await recovered(ana), {
        password: new Redacted('the thief was here'),
      }),
    );
    await addPhone(world, thief, '+12025550172');
    expect(await phones()).toEqual([
      ['••• ••• 0171', false],
      ['••• ••• 0172', true],
    ]);
    await world.recovery.disavow(await linkTo(ana.email, /got back into/));
    expect(await phones()).toEqual([['••• ••• 0171', false]]);
  });

  it('B16: attack, silencing the owner: the link in a removed mailbox brings it back, the other takes a thief’s out', async () => {
    const ana = await account();
    const person = personOf(ana.presence);
    const theirs = `thief-${ana.email}`;
    const asked = must(await world.authentication.email.addAddress(ana.presence, { email: theirs, source }));
    const code = codeIn(await world.newestMail(theirs));
    const thief = must(await world.authentication.email.confirmNewAddress(asked, { code, source }));
    const [own, added] = await world.accounts.addresses.of(person);
    must(await world.authentication.email.makePrimary(thief, { id: added?.id ?? '' }));
    must(await world.authentication.email.removeAddress(thief, { id: own?.id ?? '' }));
    expect(await world.recovery.disavow(await linkTo(ana.email, /was removed/))).toBe('contact');
    expect(await lives(thief)).toBeUndefined();
    expect(await world.recovery.disavow(await linkTo(ana.email, /was added/))).toBe('contact');
    const left = await world.accounts.addresses.of(person);
    expect(left.map(({ address, primary }) => [address.reveal(), primary])).toEqual([[ana.email, true]]);
    expect((await withPassword(world, theirs)).ok).toBe(false);
  });

  it('B16: looking changes nothing, pressing twice at once undoes once, and a month later the link is over', async () => {
    const ana = await account();
    const next = must(
      await world.authentication.password.set(ana.presence, { password: new Redacted('lamp at dusk today') }),
    );
    const token = await linkTo(ana.email, /password was changed/);
    for (let n = 0; n < 3; n++) await world.recovery.disavowal(token);
    expect(await lives(next)).toBeDefined();
    await Promise.all([world.recovery.disavow(token), world.recovery.disavow(token)]);
    const told = (await world.mailTo(ana.email)).filter(({ subject }) => /We stopped it/.test(subject));
    expect(told).toHaveLength(1);
    world.clock.advance(days(30));
    expect(await world.recovery.disavowal(token)).toBeUndefined();
    expect(await world.recovery.disavow(token)).toBeUndefined();
    expect(await world.recovery.disavow('made-up')).toBeUndefined();
  });

  it('B16: a recovery under way stops, and none begins for seven days, unless its person signs in and allows it', async () => {
    const ana = await account();
    const thief = await world.underWay(ana.email);
    expect(await world.recovery.disavow(await linkTo(ana.email, /Getting back into/))).toBe('recovery');
    expect(await world.recovery.rungs(thief)).toBeUndefined();
    const proof = await world.recovery.usePassword(thief, { password: new Redacted(goodPassword), source });
    expect(proof).toMatchObject({ error: { code: 'not-now' } });
    const again = await world.asked(ana.email);
    const code = codeIn(await world.newestMail(ana.email));
    expect(await world.recovery.confirm(again, { code, source })).toMatchObject({
      error: { code: 'blocked' },
    });

    const half = must(await withPassword(world, ana.email));
    world.clock.advance(minutes(1));
    const input = { code: totpCode(ana.totpKey, world.clock.now()), source };
    const signedIn = must(await world.authentication.authenticatorApp.verify(half, input));
    expect(await world.recovery.blockedUntil(signedIn)).toBeDefined();
    await world.recovery.allowAgain(signedIn);
    expect(await world.recovery.blockedUntil(signedIn)).toBeUndefined();
    expect((await world.newestMail(ana.email)).subject).toMatch(/by email again/); // B16
  });

  it('B16: the link about a password takes back that one, and not the one that its owner set since', async () => {
    const ana = await account();
    const { authentication } = world;
    const password = (text: string) => ({ password: new Redacted(text) });
    const theirs = must(await authentication.password.set(ana.presence, password('a thief chose this one')));
    const token = await linkTo(ana.email, /password was changed/);
    world.clock.advance(minutes(1));
    must(await authentication.password.set(theirs, password('and its owner this one')));
    expect(await world.recovery.disavow(token)).toBe('authenticator');
    expect((await withPassword(world, ana.email, 'and its owner this one')).ok).toBe(true);
  });

  it('B16: what a finished recovery bound is gone, and the ways from before still work', async () => {
    const ana = await account();
    const thief = await recovered(ana);
    must(await world.authentication.password.set(thief, { password: new Redacted('the thief was here') }));
    await world.recovery.disavow(await linkTo(ana.email, /got back into/));
    expect((await withPassword(world, ana.email, 'the thief was here')).ok).toBe(false);
    expect(await has(ana)).toMatchObject({
      password: true,
      totp: true,
      recoveryCodesLeft: 9,
      finished: true,
    });
    world.clock.advance(minutes(21));
    expect((await recovered(ana, 1)).session.person).toBe(thief.session.person); // by the owner, with a code of theirs
  });

  it('A14, A27: a verified identity that was not theirs locks the account until an agent opens it', async () => {
    const ana = await account();
    const person = personOf(ana.presence);
    const [to] = await world.accounts.noticeAddresses(person);
    await world.transact(async (tx) => {
      const disavows = { person, kind: 'identity', about: 'latest' } as const;
      const values = { at: world.clock.now() };
      if (to)
        await world.notices.send(tx, { to, template: 'identity-verified', lang: 'en', values, disavows });
    });
    expect(await world.recovery.disavow(await linkTo(ana.email, /identity was verified/))).toBe('identity');
    expect((await withPassword(world, ana.email)).ok).toBe(false);
    const asked = await world.asked(ana.email);
    const code = codeIn(await world.newestMail(ana.email));
    expect((await world.recovery.confirm(asked, { code, source })).ok).toBe(false); // nor by recovery
    const [locked = ''] = await world.recovery.suspended();
    expect(await world.recovery.liftSuspension('nobody', 'agent-7')).toBe(false);
    expect(await world.recovery.liftSuspension(locked, 'agent-7')).toBe(true);
    expect((await world.newestMail(ana.email)).subject).toMatch(/open again/); // B16
    expect((await withPassword(world, ana.email)).ok).toBe(true);
  });

  it('attack, a mailbox thief with old links: signs out, gets in nowhere, and takes nothing from before', async () => {
    const ana = await account();
    await recovered(ana);
    world.clock.advance(days(8));
    const token = await linkTo(ana.email, /got back into/);
    expect(await world.recovery.disavow(token)).toBe('recovery');
    expect(await has(ana)).toMatchObject({ password: true, totp: true, recoveryCodesLeft: 9 });
    // with the mailbox alone there is no way in: no unfinished account to finish, no second proof
    const thief = await world.underWay(ana.email);
    expect(thief.session).toMatchObject({ aal: 0 });
    expect(thief.session.person).toBeUndefined();
    expect(await world.recovery.useSession(thief)).toMatchObject({ ok: false });
  });
});
