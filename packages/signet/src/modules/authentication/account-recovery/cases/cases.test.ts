import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeIn,
  finishedAccount,
  must,
  source,
} from '../../../../../../../test/support/worlds/authentication-world.ts';
import {
  type RecoveryWorld,
  recoveryWorld,
} from '../../../../../../../test/support/worlds/recovery-world.ts';
import { hours, minutes, seconds } from '../../../../kernel/index.ts';

let world: RecoveryWorld;
beforeAll(async () => {
  world = await recoveryWorld();
});
afterAll(() => world.close());

let made = 0;
const agent = { ref: 'agent-7', saw: 'passport:united-states' };
const tokenIn = (text: string, path: string) => new RegExp(`/${path}/([\\w-]{43})`).exec(text)?.[1] ?? 'none';

/** Somebody who lost everything, up to the case number. */
async function opened(email: string) {
  const { cases } = world.recovery;
  const contact = `new-${made++}@mail.example`;
  const named = must(
    await cases.nameAccount(await world.sessions.begin({}), { email, source: `10.0.0.${made}` }),
  );
  const asked = must(await cases.askContact(named, { email: contact, language: 'en', source }));
  const code = codeIn(await world.newestMail(contact));
  const presence = must(await cases.open(asked, { code, source }));
  const { text } = await world.newestMail(contact);
  const reference = cases.opened(presence) ?? 'no reference';
  return { presence, contact, reference, status: tokenIn(text, 'recover/status') };
}

async function account() {
  const ana = await finishedAccount(world, `lost-all-${made++}@mail.example`);
  world.clock.advance(seconds(1));
  return ana;
}

async function linkFor(contact: string): Promise<string> {
  world.clock.advance(hours(72));
  await world.recovery.sweep();
  return tokenIn((await world.newestMail(contact)).text, 'recover/link');
}

describe('a case of somebody who lost every way in', () => {
  it('B15, B16: an agent’s yes, 72 hours in which every address can stop it, and a link that works once', async () => {
    const ana = await account();
    const { reference, contact, status } = await opened(ana.email);
    expect(reference).toMatch(/^RCV-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await world.recovery.cases.settle(reference, 'approve', agent)).toEqual({
      ok: true,
      value: 'settled',
    });
    expect((await world.newestMail(ana.email)).text).toMatch(/\/not-me\/[\w-]{43}/);
    world.clock.advance(hours(72) - seconds(1));
    await world.recovery.sweep();
    expect(await world.recovery.cases.status(status)).toMatchObject({ reference, state: 'waiting' });
    world.clock.advance(seconds(1));
    await Promise.all([world.recovery.sweep(), world.recovery.sweep()]);
    const links = (await world.mailTo(contact)).filter(({ text }) => text.includes('/recover/link/'));
    expect(links).toHaveLength(1);
    const token = tokenIn(links[0]?.text ?? '', 'recover/link');
    expect(await world.recovery.cases.linkWorks(token)).toBe(true);
    const browser = await world.sessions.begin({});
    const recovered = must(await world.recovery.cases.useLink(browser, token));
    expect(recovered.session).toMatchObject({ aal: 0, person: ana.presence.session.person });
    expect((await world.authentication.signIn.nextStep(recovered)).step).toBe('rebind');
    expect(await world.recovery.cases.useLink(await world.sessions.begin({}), token)).toMatchObject({
      ok: false,
    });
    expect(await world.recovery.cases.status(status)).toMatchObject({ state: 'used' });
  });

  it('B16: "this was not me" while it waits ends it, and the contact hears so', async () => {
    const ana = await account();
    const { reference, contact, status } = await opened(ana.email);
    must(await world.recovery.cases.settle(reference, 'approve', agent));
    const token = tokenIn((await world.newestMail(ana.email)).text, 'not-me');
    expect(await world.recovery.disavow(token)).toBe('recovery');
    expect(await world.recovery.cases.status(status)).toMatchObject({ state: 'canceled' });
    expect((await world.newestMail(contact)).subject).toMatch(/was stopped/);
    expect(await linkFor(contact)).toBe('none');
  });

  it('a decision made twice at once is made once, and needs what the agent inspected', async () => {
    const ana = await account();
    const { reference } = await opened(ana.email);
    const { cases } = world.recovery;
    expect(await cases.settle(reference, 'approve', { ref: 'agent-7' })).toMatchObject({
      error: 'needs-evidence',
    });
    const both = await Promise.all([
      cases.settle(reference, 'approve', agent),
      cases.settle(reference, 'refuse', agent),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await cases.settle(reference, 'approve', agent)).toMatchObject({ error: 'already-settled' });
    expect(await cases.settle('RCV-0000-0000', 'approve', agent)).toMatchObject({ error: 'no-such-case' });
  });

  it('A22: an address without an account opens a case like any other, and only an agent learns that', async () => {
    const { reference, status, contact } = await opened('never-was@mail.example');
    expect(await world.recovery.cases.status(status)).toEqual({ reference, state: 'open' });
    const listed = await world.recovery.cases.list();
    expect(listed.find((one) => one.reference === reference)).not.toHaveProperty('account');
    expect(await world.recovery.cases.settle(reference, 'approve', agent)).toMatchObject({
      error: 'no-account',
    });
    must(await world.recovery.cases.settle(reference, 'refuse', agent));
    expect((await world.newestMail(contact)).text).toMatch(/another review/);
  });
});

describe('attack, a stolen case', () => {
  it('the reference alone shows nothing and opens nothing; nor does the status link let in', async () => {
    const ana = await account();
    const { reference, contact, status } = await opened(ana.email);
    must(await world.recovery.cases.settle(reference, 'approve', agent));
    expect(await world.recovery.cases.status(reference)).toBeUndefined();
    const link = await linkFor(contact);
    for (const token of [reference, status, `${link.slice(0, -1)}_`])
      expect(await world.recovery.cases.linkWorks(token)).toBe(false);
    world.clock.advance(hours(48));
    expect(await world.recovery.cases.linkWorks(link)).toBe(false);
    expect(await world.recovery.cases.useLink(await world.sessions.begin({}), link)).toMatchObject({
      ok: false,
    });
  });

  it('double click: the link pressed twice at once recovers once', async () => {
    const ana = await account();
    const { reference, contact } = await opened(ana.email);
    must(await world.recovery.cases.settle(reference, 'approve', agent));
    const link = await linkFor(contact);
    const browsers = [await world.sessions.begin({}), await world.sessions.begin({})];
    const both = await Promise.all(browsers.map((one) => world.recovery.cases.useLink(one, link)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('a session of somebody else keeps nothing of theirs when it opens the link', async () => {
    const ana = await account();
    const { reference, contact } = await opened(ana.email);
    must(await world.recovery.cases.settle(reference, 'approve', agent));
    const link = await linkFor(contact);
    world.clock.advance(minutes(1));
    const bens = await finishedAccount(world, `ben-${made++}@mail.example`);
    const recovered = must(await world.recovery.cases.useLink(bens.presence, link));
    expect(recovered.session).toMatchObject({ aal: 0, events: [], person: ana.presence.session.person });
    expect(recovered.session.opensVault).toBe(false);
  });
});
