import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asId, type PersonId, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import { mayBind } from '../../../packages/signet/src/modules/authentication/authenticators/may-bind.ts';
import type { Presence } from '../../../packages/signet/src/modules/authentication/index.ts';
import {
  type FinishedAccount,
  finishedAccount,
  goodPassword,
  must,
  source,
  totpCode,
} from '../../support/worlds/authentication-world.ts';
import { type RecoveryWorld, recoveryWorld } from '../../support/worlds/recovery-world.ts';

/**
 * A thief reads the victim's mailbox and has an account of their own. The emailed code is the victim's; whatever comes
 * beside it is the thief's, by tabs of one browser in every order: it never makes the pair that B15 asks for.
 */
describe('attack, the second proof of another account', () => {
  let world: RecoveryWorld;
  let victim: FinishedAccount;
  let thief: FinishedAccount;
  let made = 0;
  beforeAll(async () => {
    world = await recoveryWorld();
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    made += 1;
    victim = await finishedAccount(world, `victim${made}@mail.example`);
    thief = await finishedAccount(world, `thief${made}@mail.example`);
  });

  const refused = { ok: false };
  const personOf = ({ session }: Presence) => session.person ?? asId<PersonId>('nobody');
  const now = async (presence: Presence) => {
    const found = await world.sessions.load(presence.cookie.reveal());
    if (!found) throw new Error('gone');
    return found;
  };
  const signIn = (presence: Presence) =>
    world.authentication.password.signIn(presence, {
      email: thief.email,
      password: new Redacted(goodPassword),
      source,
    });

  it('B15: the thief’s own password, given in the session after the victim’s code, counts for the thief alone', async () => {
    const here = await world.underWay(victim.email);
    const half = must(await signIn(here));
    expect(half.session.person).toBe(personOf(thief.presence));
    expect(await world.recovery.useSession(half)).toMatchObject(refused);
    const { person } = (await now(half)).session;
    expect(person).toBe(personOf(thief.presence));
  });

  it('B15: and given before it, is forgotten with the session that it opened', async () => {
    const half = must(await signIn(await world.sessions.begin({})));
    const asked = must(await world.recovery.ask(half, { email: victim.email, language: 'en', source }));
    const code = /^\d{6}$/m.exec((await world.newestMail(victim.email)).text)?.[0] ?? '';
    const here = must(await world.recovery.confirm(asked, { code, source }));
    expect(here.session).toMatchObject({ aal: 0, events: [] });
    expect(world.recovery.isRecovered(here)).toBe(false);
    expect(await world.recovery.useSession(here)).toMatchObject(refused);
  });

  it('B15: an address asked for in another tab meanwhile does not make its password the victim’s', async () => {
    const here = await world.underWay(victim.email);
    const key = 'authentication.recoveryEmail';
    const held = here.session.pending[key] as Record<string, unknown>;
    const mixed = await world.sessions.setPending(here, { [key]: { ...held, address: thief.email } });
    const password = new Redacted(goodPassword);
    expect(await world.recovery.usePassword(mixed, { password, source })).toEqual({
      ok: false,
      error: { code: 'not-now' },
    });
  });

  it('B15: the thief’s app and saved codes do not match the victim’s', async () => {
    const here = await world.underWay(victim.email);
    const code = totpCode(thief.totpKey, world.clock.now());
    const saved = { code: thief.codes[0] ?? '', source };
    expect(await world.recovery.useAppCode(here, { code, source })).toMatchObject(refused);
    expect(await world.recovery.useSavedCode(here, saved)).toMatchObject(refused);
  });

  it('B13, B15: a recovery of one person lets nobody else bind', async () => {
    const here = await world.underWay(victim.email);
    const saved = { code: victim.codes[0] ?? '', source };
    const { session } = must(await world.recovery.useSavedCode(here, saved));
    const has = await world.authentication.authenticators.of(personOf(victim.presence));
    expect(mayBind(session, personOf(victim.presence), has)).toBe(true);
    const other = { ...session, person: personOf(thief.presence) };
    expect(mayBind(other, personOf(thief.presence), has)).toBe(false);
  });

  it('A27: an account that was locked meanwhile is given back by no proof, however good', async () => {
    const here = await world.underWay(victim.email);
    await world.transact((tx) => world.accounts.suspend(tx, personOf(victim.presence)));
    const proof = { method: 'agent', accept: async () => ({}), succeeded: async () => undefined } as const;
    expect(await world.recovery.succeed(here, proof)).toEqual({ ok: false, error: { code: 'not-now' } });
  });
});
