import { sql } from 'kysely';
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
import { days, minutes, newId, type PersonId } from '../../../kernel/index.ts';
import type { Presence } from '../session/index.ts';

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

describe('addresses', () => {
  it('B14: a second address counts when its code was typed, signs in, and every address is told (B16)', async () => {
    const { presence, email } = await account('ana');
    const asked = await ask(presence, 'ana@work.example');
    expect(await addressesOf(presence)).toEqual([`${email} (primary)`]);
    const wrong = await world.authentication.email.confirmNewAddress(asked, { code: '000000', source });
    expect(wrong).toEqual({ ok: false, error: { code: 'wrong-code', attemptsLeft: 9 } });
    const code = codeIn(await world.newestMail('ana@work.example'));
    const after = must(await world.authentication.email.confirmNewAddress(asked, { code, source }));
    expect(await addressesOf(after)).toEqual([`${email} (primary)`, 'ana@work.example']);
    for (const to of [email, 'ana@work.example'])
      expect((await world.newestMail(to)).subject).toBe('An email address was added to your Signet account');
    expect(must(await withPassword(world, 'ana@work.example')).session.person).toBe(personOf(presence));
    expect(await world.authentication.email.addAddress(after, { email: 'ANA@work.example', source })).toEqual(
      {
        ok: false,
        error: { code: 'already-yours' },
      },
    );
  });

  it('another is chosen as primary; the primary one, and so the last, is never removed', async () => {
    const { presence, email } = await account('bo');
    const two = await add(presence, 'bo@work.example');
    const first = await idOf(two, email);
    const refused = await world.authentication.email.removeAddress(two, { id: first });
    expect(refused).toEqual({ ok: false, error: { code: 'not-removable' } });
    must(await world.authentication.email.makePrimary(two, { id: await idOf(two, 'bo@work.example') }));
    must(await world.authentication.email.removeAddress(two, { id: first }));
    expect(await addressesOf(two)).toEqual(['bo@work.example (primary)']);
    const old = await withPassword(world, email);
    expect(old).toEqual({ ok: false, error: { code: 'does-not-match' } });
  });

  it('two requests at once, one removing what the other makes primary, leave one primary address', async () => {
    const { presence } = await account('cy');
    const two = await add(presence, 'cy@work.example');
    const id = await idOf(two, 'cy@work.example');
    await Promise.all([
      world.authentication.email.makePrimary(two, { id }),
      world.authentication.email.removeAddress(two, { id }),
    ]);
    expect((await addressesOf(two)).filter((one) => one.endsWith('(primary)'))).toHaveLength(1);
  });

  it('limit account-holds.email-addresses: there are at most five, also when two tabs confirm the last at once; and others add theirs', async () => {
    const { presence } = await account('dee');
    let now = presence;
    for (const n of [2, 3, 4]) now = await add(now, `dee${n}@mail.example`);
    const other = await anotherTab(now);
    const tabs = [await ask(now, 'dee5@mail.example'), await ask(other, 'dee6@mail.example')];
    const codes = [
      codeIn(await world.newestMail('dee5@mail.example')),
      codeIn(await world.newestMail('dee6@mail.example')),
    ];
    const results = await Promise.all(
      tabs.map((tab, at) =>
        world.authentication.email.confirmNewAddress(tab, { code: codes[at] ?? '', source }),
      ),
    );
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await addressesOf(now)).toHaveLength(5);
    const sixth = await world.authentication.email.addAddress(now, { email: 'dee7@mail.example', source });
    expect(sixth).toEqual({ ok: false, error: { code: 'too-many-addresses' } });
    expect(await addressesOf(await add((await account('eve')).presence, 'eve2@mail.example'))).toHaveLength(
      2,
    );
  });
});

it('A27: nobody signed in with one factor changes an address or the language', async () => {
  const { email } = await account('quinn');
  const half = must(await withPassword(world, email));
  const { authentication } = world;
  const notNow = { ok: false, error: { code: 'not-now' } };
  expect(await authentication.email.addAddress(half, { email: 'q@work.example', source })).toEqual(notNow);
  expect(await authentication.email.removeAddress(half, { id: newId() })).toEqual(notNow);
  expect(await authentication.email.makePrimary(half, { id: newId() })).toEqual(notNow);
  expect(await authentication.email.changeLanguage(half, { language: 'es' })).toEqual(notNow);
});

it('A27: an address is added, removed or made primary only soon after an authentication', async () => {
  const { presence } = await account('rosa');
  const added = await add(presence, 'rosa@work.example');
  const second = await idOf(added, 'rosa@work.example');
  world.clock.advance(minutes(16));
  const later = await world.sessions.load(added.cookie.reveal());
  if (!later) throw new Error('the session is gone');
  const { authentication } = world;
  const notNow = { ok: false, error: { code: 'not-now' } };
  expect(await authentication.email.addAddress(later, { email: 'rosa@home.example', source })).toEqual(
    notNow,
  );
  expect(await authentication.email.makePrimary(later, { id: second })).toEqual(notNow);
  expect(await authentication.email.removeAddress(later, { id: second })).toEqual(notNow);
});

it('no row holds an added or a removed address in clear (docs/design.md §4)', async () => {
  const { presence } = await account('rae');
  const two = await add(presence, 'rae.mora@work.example');
  must(await world.authentication.email.removeAddress(two, { id: await idOf(two, 'rae.mora@work.example') }));
  const { rows } = await sql<{ row: string }>`
    SELECT row_to_json(t)::text || encode(address, 'escape') AS row
    FROM removed_email_addresses t`.execute(world.pool.db);
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/rae|mora|work\.example/);
});
