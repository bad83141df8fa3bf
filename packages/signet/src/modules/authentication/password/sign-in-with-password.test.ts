import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AuthenticationWorld,
  authenticationWorld,
  codeIn,
  confirmed,
  type FinishedAccount,
  finishedAccount,
  goodPassword,
  must,
  source,
  totpCode,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { specimenIdentity } from '../../../../../../test/support/worlds/specimen-identity.ts';
import { minutes, passwordCost, Redacted } from '../../../kernel/index.ts';
import { passwordWay } from '../authenticators/index.ts';
import { derivePassword, newHashParameters } from './password-hash.ts';

vi.mock('./password-hash.ts', async (original) => {
  const real = await original<typeof import('./password-hash.ts')>();
  return { ...real, derivePassword: vi.fn(real.derivePassword) };
});

let world: AuthenticationWorld;
let number = 0;
let account: FinishedAccount;

beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  number += 1;
  account = await finishedAccount(world, `person${number}@mail.example`);
  world.clock.advance(minutes(2)); // the code that bound the app is long past
});

const code = () => totpCode(account.totpKey, world.clock.now());
/** As after so many failures in a row: the count is the row's, and `B4` below shows once that it is made one by one. */
async function failedAlready(table: 'passwords' | 'totp_authenticators', failures: number): Promise<void> {
  const { person } = account.presence.session;
  await sql`UPDATE ${sql.table(table)} SET failures = ${failures} WHERE person = ${person}`.execute(
    world.pool.db,
  );
}

describe('signing in with a password', () => {
  it('takes the password and then the app, and opens the vault', async () => {
    const { authentication } = world;
    const first = must(await withPassword(world, ` ${account.email.toUpperCase()} `));
    expect(first.session).toMatchObject({ aal: 1, opensVault: true });
    expect(await authentication.signIn.nextStep(first)).toEqual({
      step: 'second-factor',
      choices: ['totp', 'recovery-code'],
    });
    const second = must(await authentication.authenticatorApp.verify(first, { code: code(), source }));
    expect(second.session).toMatchObject({ aal: 2, phishingResistant: false, opensVault: true });
    expect(await authentication.signIn.nextStep(second)).toEqual({ step: 'done' });
    expect(await world.sessions.openVault(second)).toBeDefined();
  });

  it('B3: takes the composed and the decomposed spelling for one password', async () => {
    const { authentication } = world;
    const email = 'accents@mail.example';
    const atFirst = await confirmed(world, email);
    must(
      await authentication.password.set(atFirst, {
        password: new Redacted('contrase\u00f1a de la se\u00f1ora'),
      }),
    );
    expect(await withPassword(world, email, 'contrasen\u0303a de la sen\u0303ora')).toMatchObject({
      ok: true,
    });
    expect(await withPassword(world, email, 'contrasena de la senora')).toMatchObject({ ok: false });
  });

  it('B3: refuses what appeared in a known leak, with the reason, and tells nobody what was typed', async () => {
    const asked: string[] = [];
    const leaky = await authenticationWorld({
      leakedPasswords: {
        async has(password) {
          asked.push(password.reveal());
          return password.reveal() === 'quiet amber lantern';
        },
      },
    });
    const presence = await confirmed(leaky, 'leaky@mail.example');
    const set = (typed: string) =>
      leaky.authentication.password.set(presence, { password: new Redacted(typed) });
    expect(await set('quiet amber lantern')).toEqual({ ok: false, error: { code: 'password-leaked' } });
    expect(await set('quiet umber lantern')).toMatchObject({ ok: true });
    expect(asked).toEqual(['quiet amber lantern', 'quiet umber lantern']);
    await leaky.close();
  });

  it('B3: sets 8 characters and not 7', async () => {
    const presence = await confirmed(world, `short${number}@mail.example`);
    const set = (typed: string) =>
      world.authentication.password.set(presence, { password: new Redacted(typed) });
    expect(await set('qzvxkwj')).toEqual({ ok: false, error: { code: 'password-too-short', limit: 8 } });
    expect(await set('qzvxkwjp')).toMatchObject({ ok: true });
  });

  it('B3: the eight-character password alone is never enough: it cannot choose the second factor either', async () => {
    const { authentication } = world;
    const email = `unfinished${number}@mail.example`;
    must(
      await authentication.password.set(await confirmed(world, email), {
        password: new Redacted(goodPassword),
      }),
    );
    const thief = must(await withPassword(world, email));
    expect(thief.session.aal).toBe(1);
    expect(await authentication.signIn.nextStep(thief)).toEqual({ step: 'confirm-email' });
    for (const refused of [
      await authentication.authenticatorApp.start(thief),
      await authentication.passkey.creationOptions(thief),
      await authentication.password.set(thief, { password: new Redacted('another good one') }),
      await authentication.recoveryCodes.issue(thief),
    ]) {
      expect(refused).toEqual({ ok: false, error: { code: 'not-now' } });
    }
    const owner = must(
      await authentication.email.confirm(thief, { code: codeIn(await world.newestMail(email)), source }),
    );
    expect(await authentication.signIn.nextStep(owner)).toMatchObject({ step: 'second-authenticator' });
    expect(await authentication.authenticatorApp.start(owner)).toMatchObject({ ok: true });
  });

  it('B3: hashes a password anew, in the same sign-in, when it was stored at a lower cost; the vault opens all the same', async () => {
    const person = account.presence.session.person;
    const vaultKey = await world.sessions.openVault(account.presence);
    if (!person || !vaultKey) throw new Error('nobody');
    const cheap = { ...newHashParameters(), passes: 1 };
    const { verifier, vaultSecret } = await derivePassword(new Redacted(goodPassword), cheap);
    const stored = await world.kms.mac('password-pepper', verifier);
    await sql`UPDATE passwords SET salt = ${cheap.salt}, verifier = ${stored}, passes = 1
      WHERE person = ${person}`.execute(world.pool.db);
    const way = { kind: 'password', ref: passwordWay, secret: vaultSecret } as const;
    await world.transact((tx) => world.vault.addWayIn(tx, vaultKey, way));

    vi.mocked(derivePassword).mockClear();
    expect(await withPassword(world, account.email, 'wrong password')).toMatchObject({ ok: false });
    expect(derivePassword).toHaveBeenCalledTimes(1);
    for (const hashes of [3, 4]) {
      const signedIn = must(await withPassword(world, account.email));
      expect(signedIn.session).toMatchObject({ aal: 1, opensVault: true });
      expect(derivePassword).toHaveBeenCalledTimes(hashes);
    }
    const { rows } = await sql`SELECT passes FROM passwords WHERE person = ${person}`.execute(world.pool.db);
    expect(rows).toEqual([{ passes: passwordCost.passes }]);
  });

  it('attack: a right password that is changed while it is judged signs nobody in', async () => {
    const { derivePassword: derive } =
      await vi.importActual<typeof import('./password-hash.ts')>('./password-hash.ts');
    vi.mocked(derivePassword).mockImplementationOnce(async (password, parameters) => {
      must(
        await world.authentication.password.set(account.presence, {
          password: new Redacted('another good one'),
        }),
      );
      return derive(password, parameters);
    });
    expect(await withPassword(world, account.email)).toEqual({
      ok: false,
      error: { code: 'does-not-match' },
    });
  });

  it('attack: enumeration. Unknown, wrong, off and suspended cost the same hash and queries, and answer the same', async () => {
    const off = account;
    await failedAlready('passwords', 100);
    account = await finishedAccount(world, `on${number}@mail.example`);
    const cost = async (email: string) => {
      vi.mocked(derivePassword).mockClear();
      const queries = vi.spyOn(world.pool.pg, 'connect');
      const result = await withPassword(world, email, 'not the password');
      const counted = {
        hashes: vi.mocked(derivePassword).mock.calls.length,
        connects: queries.mock.calls.length,
      };
      queries.mockRestore();
      return { result, ...counted };
    };
    const wrong = await cost(account.email);
    expect(wrong).toMatchObject({ result: { ok: false, error: { code: 'does-not-match' } }, hashes: 1 });
    expect(await cost('nobody@mail.example')).toEqual(wrong);
    expect(await cost(off.email)).toEqual(wrong);
  });

  it('a second press of the button signs in too', async () => {
    const anonymous = await world.sessions.begin({});
    const input = { email: account.email, password: new Redacted(goodPassword), source };
    const both = await Promise.all([1, 2].map(() => world.authentication.password.signIn(anonymous, input)));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it('leaves nothing of the person who was signed in here before', async () => {
    const other = await finishedAccount(world, `other${number}@mail.example`);
    const mine = await world.sessions.setPending(account.presence, { draft: 'mine' });
    const theirs = must(
      await world.authentication.password.signIn(mine, {
        email: other.email,
        password: new Redacted(goodPassword),
        source,
      }),
    );
    expect(theirs.session).toMatchObject({ aal: 1, pending: {} });
    expect(theirs.session.person).toBe(other.presence.session.person);
  });

  it('a changed password opens, the old one does not, other browsers are signed out, the vault is the same', async () => {
    const { authentication, vault } = world;
    const person = account.presence.session.person;
    const signedIn = must(
      await authentication.authenticatorApp.verify(must(await withPassword(world, account.email)), {
        code: code(),
        source,
      }),
    );
    if (!person) throw new Error('nobody');
    await world.transact((tx) => vault.deposit(tx, person, 'identity', specimenIdentity));
    const elsewhere = account.presence.cookie.reveal();
    const here = must(
      await authentication.password.set(signedIn, { password: new Redacted('another good one') }),
    );
    expect(await world.sessions.load(here.cookie.reveal())).toMatchObject({ session: { aal: 2 } });
    expect(await world.sessions.load(elsewhere)).toBeUndefined();
    expect(await withPassword(world, account.email)).toMatchObject({ ok: false });
    const again = must(await withPassword(world, account.email, 'another good one'));
    const key = await world.sessions.openVault(again);
    expect(key && (await vault.read(key, 'identity'))).toEqual(specimenIdentity);
  });
});
