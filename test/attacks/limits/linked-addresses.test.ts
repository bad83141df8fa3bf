import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { hours, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import {
  codeIn,
  type FinishedAccount,
  finishedAccount,
  goodPassword,
  must,
  source,
} from '../../support/worlds/authentication-world.ts';
import { type RecoveryWorld, recoveryWorld } from '../../support/worlds/recovery-world.ts';

let world: RecoveryWorld;
/** Two addresses; she signs in with the first. */
let ana: FinishedAccount;
beforeAll(async () => {
  world = await recoveryWorld();
  ana = await finishedAccount(world, known);
  const asked = must(await world.authentication.email.addAddress(ana.presence, { email: second, source }));
  const code = codeIn(await world.newestMail(second));
  must(await world.authentication.email.confirmNewAddress(asked, { code, source }));
  await finishedAccount(world, anothers);
});
afterAll(() => world.close());

const [known, second, anothers, nobodys] = [
  'ana@mail.example',
  'ana@work.example',
  'bob@mail.example',
  'nobody@mail.example',
] as const;

async function tried(email: string, password: string, from: string): Promise<string> {
  const presence = await world.sessions.begin({});
  const given = { email, password: new Redacted(password), source: from };
  const outcome = await world.authentication.password.signIn(presence, given);
  return outcome.ok ? 'in' : outcome.error.code;
}

it('A22: attack, are two addresses one person’s: tries at one of them change nothing of what others are told', async () => {
  const stranger = '198.51.100.66';
  const outcomes = new Set<string>();
  for (let n = 0; n < 12 && !outcomes.has('too-many-attempts'); n += 1)
    outcomes.add(await tried(known, 'a wrong password', stranger));
  expect([...outcomes]).toEqual(['does-not-match', 'too-many-attempts']);
  for (const email of [second, anothers, nobodys])
    expect([email, await tried(email, 'a wrong password', stranger)]).toEqual([email, 'does-not-match']);
  expect(await tried(known, goodPassword, source)).toBe('in');
});

it('A22: attack, from the network that somebody signs in from: it is known for the address that was typed there, and their other one is like anybody’s', async () => {
  expect(await tried(known, goodPassword, source)).toBe('in');
  for (let n = 0; n < 30; n += 1)
    for (const email of [known, second, anothers])
      await tried(email, 'a wrong password', `2001:db8:${(n + 1).toString(16)}::1`);
  const told = async (email: string) => [email, await tried(email, 'a wrong password', source)];
  expect(await told(known)).toEqual([known, 'does-not-match']); // its owner is not kept out at home
  for (const email of [second, anothers]) expect(await told(email)).toEqual([email, 'too-many-attempts']);
});

describe('A22: attack, whatever can be asked for before signing in', () => {
  type Act = (email: string) => Promise<unknown>;
  const begin = () => world.sessions.begin({});
  const typed = { language: 'en', source } as const;
  const openCase = async (email: string, contact: string) => {
    const { cases } = world.recovery;
    const named = must(await cases.nameAccount(await begin(), { email, source }));
    const asked = must(await cases.askContact(named, { email: contact, ...typed }));
    return cases.open(asked, { code: codeIn(await world.newestMail(contact)), source });
  };
  const acts: Readonly<Record<string, Act>> = {
    'a sign-in': (email) => tried(email, 'a wrong password', source),
    'a sign-up': async (email) => world.authentication.email.start(await begin(), { email, ...typed }),
    'a wrong code of a sign-up': async (email) => {
      const started = must(await world.authentication.email.start(await begin(), { email, ...typed }));
      return world.authentication.email.confirm(started, { code: '000000', source });
    },
    'a recovery': async (email) => world.recovery.ask(await begin(), { email, ...typed }),
    'a wrong code of a recovery': async (email) =>
      world.recovery.confirm(await world.asked(email), { code: '000000', source }),
    'a case for an agent': (email) => openCase(email, `contact-${email}`),
  };

  /** What is counted, and what of, as the digests are made of it. */
  async function counted(act: () => Promise<unknown>): Promise<readonly string[]> {
    const digests = vi.spyOn(world.kms, 'mac');
    await act();
    const made = digests.mock.calls.map(([, data]) => Buffer.from(data).toString());
    digests.mockRestore();
    const isCounter = (one: string) => /^\["(attempt|quota|tried)"/.test(one);
    return made.filter((one) => isCounter(one) && !one.startsWith('["attempt","known"'));
  }

  it.each(Object.entries(acts))('%s is counted by the address as it was typed', async (_name, act) => {
    world.clock.advance(hours(30));
    const at = [await counted(() => act(known)), await counted(() => act(second))];
    const person = String(ana.presence.session.person);
    expect(at.flat().filter((one) => one.includes(person))).toEqual([]);
    const of = (all: readonly string[] = []) => all.filter((one) => /"(here|subject|address)"/.test(one));
    expect(of(at[0]).length).toBeGreaterThan(0);
    expect(of(at[0]).filter((one) => of(at[1]).includes(one))).toEqual([]);
  });

  it('cases about one address, to be answered at one: three a day; those about another of the same person, and of the mailbox’s reader, are opened', async () => {
    world.clock.advance(hours(60));
    const contact = 'new-contact@mail.example';
    const outcomes: boolean[] = [];
    for (let n = 0; n < 4; n += 1) {
      outcomes.push((await openCase(known, contact)).ok);
      world.clock.advance(hours(1));
    }
    expect(outcomes).toEqual([true, true, false, false]); // two a day from one network
    expect(await openCase(second, contact)).toMatchObject({ ok: true });
    expect(await openCase(anothers, contact)).toMatchObject({ ok: true });
    const reader = await world.underWay(known);
    const asked = must(await world.recovery.cases.askContact(reader, { email: contact, ...typed }));
    const code = codeIn(await world.newestMail(contact));
    expect(await world.recovery.cases.open(asked, { code, source })).toMatchObject({ ok: true });
  });
});
