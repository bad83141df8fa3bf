import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addPhone } from '../../../../../../test/support/visitors/phone-accounts.ts';
import {
  type AuthenticationWorld,
  authenticationWorld,
  codeIn,
  type FinishedAccount,
  finishedAccount,
  goodPassword,
  must,
  totpCode,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { hours, minutes, Redacted } from '../../../kernel/index.ts';
import type { Circumstances, Presence } from '../session/index.ts';

let world: AuthenticationWorld;
beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0';
const columbus = '192.0.2.7';
const lisbon = '203.0.113.7';

const browser = (device: string, source = columbus, userAgent = firefox): Circumstances => ({
  device: device.padEnd(43, '-'),
  source,
  userAgent,
});

/** Password and code, from somewhere. */
async function signIn(account: FinishedAccount, from: Circumstances): Promise<Presence> {
  world.clock.advance(minutes(1)); // another code (B7)
  const begun = await world.sessions.begin({ from });
  const password = must(
    await world.authentication.password.signIn(begun, {
      email: account.email,
      password: new Redacted(goodPassword),
      source: from.source,
    }),
  );
  const code = totpCode(account.totpKey, world.clock.now());
  return must(await world.authentication.authenticatorApp.verify(password, { code, source: from.source }));
}

const newSignIns = async ({ email }: FinishedAccount) =>
  (await world.mailTo(email)).filter(({ subject }) => subject.includes('New sign-in'));

async function newestEntry(account: FinishedAccount) {
  const person = account.presence.session.person;
  const subject = person && (await world.accounts.get(person))?.auditRef;
  const entries = subject ? await world.audit.about(subject, { limit: 1 }) : [];
  return entries[0];
}

describe('a sign-in from a browser that this person did not use', () => {
  it('B16: is told to every address, with browser, system and place, and only the first time', async () => {
    const account = await finishedAccount(world, 'new-browser@mail.example');
    const from = browser('laptop');
    await signIn(account, from);
    const [mail, ...more] = await newSignIns(account);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('New sign-in to Signet: Firefox on Windows');
    expect(mail?.text).toContain('with Firefox on Windows, near Columbus, Ohio.');
    expect(mail?.text).toContain('/not-me');
    await signIn(account, { ...from });
    expect(await newSignIns(account)).toHaveLength(1);
  });

  it('is none in the browser in which the account was made', async () => {
    const account = await finishedAccount(world, 'made-here@mail.example', browser('first'));
    await signIn(account, browser('first'));
    expect(await newSignIns(account)).toEqual([]);
  });

  it('attack, forged device cookie: any other name is a new browser, and so is the name of another person’s', async () => {
    const theirs = await finishedAccount(world, 'theirs@mail.example', browser('theirs'));
    const mine = await finishedAccount(world, 'mine@mail.example', browser('mine'));
    await signIn(theirs, browser('theirs'));
    for (const device of ['theirs', 'forged']) await signIn(mine, browser(device));
    expect(await newSignIns(mine)).toHaveLength(2);
    const { rows } = await sql<{ row: string }>`SELECT d::text AS row FROM known_devices d`.execute(
      world.pool.db,
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const { row } of rows) expect(row).not.toMatch(/mine|theirs|Firefox|Columbus|192\.0\.2/);
  });

  it('asks the database in the round trips that there were: one look-up of devices, and nothing written', async () => {
    const account = await finishedAccount(world, 'cost@mail.example', browser('cost'));
    await signIn(account, browser('cost'));
    const queries = vi.spyOn(pg.Client.prototype, 'query');
    await signIn(account, browser('cost'));
    const texts = queries.mock.calls.map(([query]) => JSON.stringify(query));
    queries.mockRestore();
    expect(texts.filter((text) => text.includes('FROM known_devices'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('"known_devices\\"'))).toEqual([]);
  });
});

describe("attack, a stranger's failures slow the person", () => {
  it('B4: not in a browser of their own, wherever it is; a forged name, or the name of another person’s, is slowed', async () => {
    const account = await finishedAccount(world, 'under-attack@mail.example', browser('own'));
    const other = await finishedAccount(world, 'other@mail.example', browser('other'));
    await signIn(account, browser('own'));
    await signIn(other, browser('other'));
    const attempt = async (from: Circumstances, password: string) =>
      world.authentication.password.signIn(await world.sessions.begin({ from }), {
        email: account.email,
        password: new Redacted(password),
        source: from.source,
      });
    for (let n = 0; n < 24; n += 1)
      await attempt(browser(`guesser-${n}`, `198.51.100.${n}`), 'a wrong password');
    const refused = { ok: false, error: { code: 'too-many-attempts' } };
    expect(await attempt(browser('forged', '198.51.100.200'), goodPassword)).toMatchObject(refused);
    expect(await attempt(browser('other', '198.51.100.201'), goodPassword)).toMatchObject(refused);
    expect(await attempt(browser('own', '198.51.100.202'), goodPassword)).toMatchObject({ ok: true });
    // nor where a stranger on the very same network used up what it bears
    for (let n = 0; n < 12; n += 1) await attempt(browser('stranger', '10.1.1.1'), 'a wrong password');
    expect(await attempt(browser('own', '10.1.1.1'), goodPassword)).toMatchObject({ ok: true });
    // and a thief who has the browser and not the password gets no more than anybody
    const stolen: unknown[] = [];
    for (let n = 0; n < 21; n += 1)
      stolen.push(await attempt(browser('own', '10.1.1.2'), 'a wrong password'));
    expect(stolen.at(-1)).toMatchObject(refused);
  });
});

describe('attack, credential stuffing', () => {
  it('many accounts tried from one network is noted at the next sign-in from there', async () => {
    const account = await finishedAccount(world, 'stuffed@mail.example', browser('desk', '10.9.9.9'));
    for (let n = 0; n < 20; n += 1) {
      const from = browser('bot', '10.9.9.9');
      await world.authentication.password.signIn(await world.sessions.begin({ from }), {
        email: `nobody-${n}@mail.example`,
        password: new Redacted('from a leaked list'),
        source: from.source,
      });
    }
    await signIn(account, browser('desk', '10.9.9.9'));
    expect((await newestEntry(account))?.details).toMatchObject({ manyAccounts: true });
  });
});

describe('attack, are two addresses one person’s', () => {
  it('A22: what is noted at a sign-in counts them as those of two people', async () => {
    const [first, second] = ['one@mail.example', 'two@mail.example'];
    const owner = await finishedAccount(world, first);
    const asked = must(
      await world.authentication.email.addAddress(owner.presence, { email: second, source: columbus }),
    );
    const code = codeIn(await world.newestMail(second));
    must(await world.authentication.email.confirmNewAddress(asked, { code, source: columbus }));
    const stranger = await finishedAccount(world, 'curious@mail.example', browser('curious', '10.8.8.8'));
    const nobodys = Array.from({ length: 18 }, (_, n) => `nobody-else-${n}@mail.example`);
    for (const email of [first, second, ...nobodys]) {
      const from = browser('curious', '10.8.8.8');
      const password = new Redacted('a wrong password');
      await world.authentication.password.signIn(await world.sessions.begin({ from }), {
        email,
        password,
        source: from.source,
      });
    }
    await signIn(stranger, browser('curious', '10.8.8.8'));
    expect((await newestEntry(stranger))?.details).toMatchObject({ manyAccounts: true });
  });
});

describe('two strong signals', () => {
  it('ask for a further way before anything is shown, and then nothing more', async () => {
    const account = await finishedAccount(world, 'further@mail.example', browser('home'));
    await signIn(account, browser('home'));
    world.clock.advance(hours(1));
    const from = browser('elsewhere', lisbon);
    const begun = await world.sessions.begin({ from });
    const password = must(
      await world.authentication.password.signIn(begun, {
        email: account.email,
        password: new Redacted(goodPassword),
        source: lisbon,
      }),
    );
    const [code = ''] = account.codes;
    const held = must(await world.authentication.recoveryCodes.use(password, { code, source: lisbon }));
    expect(held.session.aal).toBe(1);
    expect(await world.authentication.signIn.nextStep(held)).toMatchObject({
      step: 'second-factor',
      unusual: true,
      choices: ['totp'],
    });
    const again = await world.sessions.load(held.cookie.reveal(), { ...from });
    expect(again?.session.aal).toBe(1);
    const app = totpCode(account.totpKey, world.clock.now());
    const done = must(
      await world.authentication.authenticatorApp.verify(held, { code: app, source: lisbon }),
    );
    expect(done.session.aal).toBe(2);
    expect(await newSignIns(account)).toHaveLength(1);
  });

  it('ask for one more way, where the account has one, and nobody is refused for them', async () => {
    const account = await finishedAccount(world, 'far@mail.example', browser('home'));
    await signIn(account, browser('home'));
    world.clock.advance(hours(1));
    // a new browser in Lisbon an hour later, and the account has no other way: in all the same, and told
    const there = await signIn(account, browser('thief', lisbon));
    expect(there.session.aal).toBe(2);
    expect((await newSignIns(account)).at(-1)?.text).toContain('too far from where you were last');
    expect((await newestEntry(account))?.details).toMatchObject({
      newDevice: true,
      newCountry: true,
      impossibleTravel: true,
    });
    const { person } = there.session;
    const listed = person ? await world.sessions.listOf(person) : [];
    expect(listed.find(({ ref }) => ref === there.session.ref)?.origin).toMatchObject({
      device: { browser: 'Firefox', system: 'Windows' },
      places: [{ place: { city: 'Lisbon' } }],
      signals: ['new-device', 'new-country', 'impossible-travel'],
    });
  });
});

describe('B6: a phone that changed hands', () => {
  it('is a signal at the sign-in that follows by another way, and locks nobody out', async () => {
    const account = await finishedAccount(world, 'swapped@mail.example', browser('before'));
    const number = '+12025550177';
    await addPhone(world, account.presence, number);
    const { person } = account.presence.session;
    const [phone] = person ? (await world.authentication.authenticators.of(person)).phones : [];
    world.carrier.says.set(number, async () => ({
      ok: true,
      value: { status: 'active', lineType: 'mobile', simChangedAt: world.clock.now() },
    }));
    world.clock.advance(minutes(20));
    const from = browser('new-phone');
    const begun = await world.sessions.begin({ from });
    const { email } = account;
    const given = { email, password: new Redacted(goodPassword), source: from.source };
    const atPassword = must(await world.authentication.password.signIn(begun, given));
    const asked = { phone: phone?.id ?? '', by: 'text', source: from.source } as const;
    expect(await world.authentication.phone.sendCode(atPassword, asked)).toMatchObject({ ok: false });
    const next = await world.sessions.load(atPassword.cookie.reveal(), from);
    const code = totpCode(account.totpKey, world.clock.now());
    const signedIn =
      next && must(await world.authentication.authenticatorApp.verify(next, { code, source: from.source }));
    // two strong signals; but the only other way is the phone that no code goes to
    expect(signedIn?.session.aal).toBe(2);
    expect((await newestEntry(account))?.details).toMatchObject({ simSwap: true, newDevice: true });
  });
});

describe('attack, stolen session cookie', () => {
  it('used in another country: noted and told once, not at each request, and it refuses nobody', async () => {
    const account = await finishedAccount(world, 'stolen@mail.example', browser('home'));
    const victim = await signIn(account, browser('home'));
    const cookie = victim.cookie.reveal();
    const thief = browser('thief', lisbon);
    for (const from of [thief, { ...thief }, browser('home'), thief, { ...thief, source: '203.0.113.9' }])
      expect(await world.sessions.load(cookie, from)).toBeDefined();
    const told = (await world.mailTo(account.email)).filter(({ subject }) =>
      subject.includes('another country'),
    );
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('near Lisbon, Portugal');
    const person = victim.session.person;
    const [session] = person ? await world.sessions.listOf(person) : [];
    expect(session?.origin?.places.map(({ place }) => place.city)).toEqual(['Lisbon', 'Columbus']);
    expect((await newestEntry(account))?.action).toBe('session.moved');
  });

  it('a network in the same country is only another network', async () => {
    const account = await finishedAccount(world, 'commuter@mail.example', browser('home'));
    const here = await signIn(account, browser('home'));
    await world.sessions.load(here.cookie.reveal(), browser('home', '192.0.2.99'));
    await world.sessions.load(here.cookie.reveal(), browser('home', '10.0.0.1'));
    const told = (await world.mailTo(account.email)).filter(({ subject }) =>
      subject.includes('another country'),
    );
    expect(told).toEqual([]);
  });
});

it('no row of sessions holds an address, a place or a browser in clear', async () => {
  const { rows } = await sql<{ row: string }>`SELECT s::text AS row FROM sessions s`.execute(world.pool.db);
  for (const { row } of rows)
    expect(row).not.toMatch(/203\.0\.113|192\.0\.2|Lisbon|Firefox|3230332e302e313133/);
});
