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
import { hours, minutes, Redacted, seconds } from '../../../kernel/index.ts';
import { passwordWay } from '../authenticators/vault-ways-in.ts';
import { derivePassword, newHashParameters } from '../password/password-hash.ts';

vi.mock('../password/password-hash.ts', async (original) => {
  const real = await original<typeof import('../password/password-hash.ts')>();
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
const wrongCode = () => (code() === '000000' ? '111111' : '000000');

/** As after so many failures in a row: the count is the row's, and `B4` below shows once that it is made one by one. */
async function failedAlready(table: 'passwords' | 'totp_authenticators', failures: number): Promise<void> {
  const { person } = account.presence.session;
  await sql`UPDATE ${sql.table(table)} SET failures = ${failures} WHERE person = ${person}`.execute(
    world.pool.db,
  );
}

/** Fails so often in a row, slowly enough for every brake; from ever new places unless one is named. */
async function failing(
  times: number,
  once: (from: string) => Promise<{ ok: boolean }>,
  place?: string,
): Promise<void> {
  for (let n = 0; n < times; n++) {
    if (n % 10 === 0) world.clock.advance(hours(2));
    expect(await once(place ?? `2001:db8:0:${n.toString(16)}::1`)).toMatchObject({ ok: false });
  }
}

describe('signing in with a password', () => {
  it('takes the password and then the app, and opens the vault', async () => {
    const { authentication } = world;
    const first = must(await withPassword(world, ` ${account.email.toUpperCase()} `));
    expect(first.session).toMatchObject({ aal: 1, opensVault: true });
    expect(await authentication.nextStep(first)).toEqual({
      step: 'second-factor',
      choices: ['totp', 'recovery-code'],
    });
    const second = must(await authentication.verifyTotp(first, { code: code(), source }));
    expect(second.session).toMatchObject({ aal: 2, phishingResistant: false, opensVault: true });
    expect(await authentication.nextStep(second)).toEqual({ step: 'done' });
    expect(await world.sessions.openVault(second)).toBeDefined();
  });

  it('B3: takes the composed and the decomposed spelling for one password', async () => {
    const { authentication } = world;
    const email = 'accents@mail.example';
    const atFirst = await confirmed(world, email);
    must(
      await authentication.setPassword(atFirst, {
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
      leaky.authentication.setPassword(presence, { password: new Redacted(typed) });
    expect(await set('quiet amber lantern')).toEqual({ ok: false, error: { code: 'password-leaked' } });
    expect(await set('quiet umber lantern')).toMatchObject({ ok: true });
    expect(asked).toEqual(['quiet amber lantern', 'quiet umber lantern']);
    await leaky.close();
  });

  it('B3: sets 8 characters and not 7', async () => {
    const presence = await confirmed(world, `short${number}@mail.example`);
    const set = (typed: string) =>
      world.authentication.setPassword(presence, { password: new Redacted(typed) });
    expect(await set('qzvxkwj')).toEqual({ ok: false, error: { code: 'password-too-short', limit: 8 } });
    expect(await set('qzvxkwjp')).toMatchObject({ ok: true });
  });

  it('B3: the eight-character password alone is never enough: it cannot choose the second factor either', async () => {
    const { authentication } = world;
    const email = `unfinished${number}@mail.example`;
    must(
      await authentication.setPassword(await confirmed(world, email), {
        password: new Redacted(goodPassword),
      }),
    );
    const thief = must(await withPassword(world, email));
    expect(thief.session.aal).toBe(1);
    expect(await authentication.nextStep(thief)).toEqual({ step: 'confirm-email' });
    for (const refused of [
      await authentication.startTotp(thief),
      await authentication.passkeyCreationOptions(thief),
      await authentication.setPassword(thief, { password: new Redacted('another good one') }),
      await authentication.issueRecoveryCodes(thief),
    ]) {
      expect(refused).toEqual({ ok: false, error: { code: 'not-now' } });
    }
    const owner = must(
      await authentication.confirmEmail(thief, { code: codeIn(await world.newestMail(email)), source }),
    );
    expect(await authentication.nextStep(owner)).toMatchObject({ step: 'second-authenticator' });
    expect(await authentication.startTotp(owner)).toMatchObject({ ok: true });
  });

  it('B3: hashes a password anew, in the same sign-in, when it was stored at a lower cost; the vault opens all the same', async () => {
    const person = account.presence.session.person;
    const vaultKey = await world.sessions.openVault(account.presence);
    if (!person || !vaultKey) throw new Error('nobody');
    const cheap = { ...newHashParameters(), memoryKib: 8192, passes: 1 };
    const { verifier, vaultSecret } = await derivePassword(new Redacted(goodPassword), cheap);
    const stored = await world.kms.mac('password-pepper', verifier);
    await sql`UPDATE passwords SET salt = ${cheap.salt}, verifier = ${stored}, memory_kib = 8192, passes = 1
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
    const { rows } = await sql`SELECT memory_kib, passes FROM passwords WHERE person = ${person}`.execute(
      world.pool.db,
    );
    expect(rows).toEqual([{ memory_kib: 19_456, passes: 2 }]);
  });

  it('attack: a right password that is changed while it is judged signs nobody in', async () => {
    const { derivePassword: derive } =
      await vi.importActual<typeof import('../password/password-hash.ts')>('./password-hash.ts');
    vi.mocked(derivePassword).mockImplementationOnce(async (password, parameters) => {
      must(
        await world.authentication.setPassword(account.presence, {
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
    const both = await Promise.all(
      [1, 2].map(() => world.authentication.signInWithPassword(anonymous, input)),
    );
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  });

  it('leaves nothing of the person who was signed in here before', async () => {
    const other = await finishedAccount(world, `other${number}@mail.example`);
    const mine = await world.sessions.setPending(account.presence, { draft: 'mine' });
    const theirs = must(
      await world.authentication.signInWithPassword(mine, {
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
      await authentication.verifyTotp(must(await withPassword(world, account.email)), {
        code: code(),
        source,
      }),
    );
    if (!person) throw new Error('nobody');
    await world.transact((tx) => vault.deposit(tx, person, 'identity', specimenIdentity));
    const elsewhere = account.presence.cookie.reveal();
    const here = must(
      await authentication.setPassword(signedIn, { password: new Redacted('another good one') }),
    );
    expect(await world.sessions.load(here.cookie.reveal())).toMatchObject({ session: { aal: 2 } });
    expect(await world.sessions.load(elsewhere)).toBeUndefined();
    expect(await withPassword(world, account.email)).toMatchObject({ ok: false });
    const again = must(await withPassword(world, account.email, 'another good one'));
    const key = await world.sessions.openVault(again);
    expect(key && (await vault.read(key, 'identity'))).toEqual(specimenIdentity);
  });
});

/** Signs in here with both factors, which makes this place theirs. */
async function signedInHere(): Promise<void> {
  const presence = must(await withPassword(world, account.email));
  must(await world.authentication.verifyTotp(presence, { code: code(), source }));
}

describe('too many tries', () => {
  it('B4: after 100 failures in a row the right password fails too, until it is set anew', async () => {
    await signedInHere();
    const wrongly = (from: string) => withPassword(world, account.email, 'wrong password', from);
    await failing(80, wrongly);
    await failing(20, wrongly, source);
    world.clock.advance(hours(2));
    expect(await withPassword(world, account.email)).toEqual({
      ok: false,
      error: { code: 'does-not-match' },
    });
    const mails = (await world.mailTo(account.email)).map(({ subject }) => subject);
    expect(mails.filter((subject) => subject.includes('turned off'))).toEqual([
      'Your Signet password was turned off',
    ]);
  });

  it('B4: a success after 99 failures starts the count again', async () => {
    await signedInHere();
    await failedAlready('passwords', 99);
    expect(await withPassword(world, account.email)).toMatchObject({ ok: true });
    await failing(1, (from) => withPassword(world, account.email, 'wrong password', from));
    expect(await withPassword(world, account.email)).toMatchObject({ ok: true });
  });

  it('attack: thirty guesses at once get no more than the limit for one place', async () => {
    vi.mocked(derivePassword).mockClear();
    const all = await Promise.all(
      Array.from({ length: 30 }, () => withPassword(world, account.email, 'wrong password')),
    );
    expect(all.filter((one) => !one.ok && one.error.code === 'does-not-match')).toHaveLength(10);
    expect(vi.mocked(derivePassword)).toHaveBeenCalledTimes(10);
  });

  it('B4: a stranger cannot keep a person out of where they sign in from', async () => {
    await signedInHere();
    for (let n = 0; n < 40; n++) {
      await withPassword(world, account.email, 'wrong password', `203.0.113.${n}`);
    }
    const stranger = await withPassword(world, account.email, 'wrong password', '203.0.113.200');
    expect(stranger).toMatchObject({ error: { code: 'too-many-attempts' } });
    expect(await withPassword(world, account.email)).toMatchObject({ ok: true });
  });

  it('B4: attack: with an address alone a stranger does not turn somebody’s password off', async () => {
    await signedInHere();
    const wrongly = (from: string) => withPassword(world, account.email, 'wrong password', from);
    await failing(130, wrongly);
    world.clock.advance(hours(2));
    expect(await withPassword(world, account.email, goodPassword, '203.0.113.9')).toMatchObject({
      error: { code: 'does-not-match' },
    });
    expect(await withPassword(world, account.email)).toMatchObject({ ok: true });
  });

  it('attack: the many addresses of one IPv6 network are one place', async () => {
    const all = [];
    for (let n = 0; n < 12; n++) {
      all.push(await withPassword(world, account.email, 'wrong password', `2001:db8:7::${n.toString(16)}`));
    }
    expect(all.filter((one) => !one.ok && one.error.code === 'does-not-match')).toHaveLength(10);
  });

  it('says how long to wait, and that is true', async () => {
    for (let n = 0; n < 10; n++) await withPassword(world, account.email, 'wrong password');
    const refused = await withPassword(world, account.email);
    if (refused.ok || refused.error.code !== 'too-many-attempts') throw new Error('not refused');
    const { retryAfterSeconds } = refused.error;
    expect(retryAfterSeconds).toBeLessThanOrEqual(30 * 60);
    world.clock.advance(seconds(retryAfterSeconds));
    expect(await withPassword(world, account.email)).toMatchObject({ ok: true });
  });

  it('B4: after 100 wrong codes in a row the app is off', async () => {
    await signedInHere();
    await failedAlready('totp_authenticators', 99);
    const presence = must(await withPassword(world, account.email));
    const verify = (typed: string) => world.authentication.verifyTotp(presence, { code: typed, source });
    expect(await verify(wrongCode())).toMatchObject({ error: { code: 'wrong-code' } });
    expect(await verify(code())).toMatchObject({ error: { code: 'wrong-code' } });
    expect((await world.newestMail(account.email)).subject).toBe(
      'Your Signet authenticator app was turned off',
    );
  });

  it('B5, B15: attack: turning the app off by a hundred wrong codes does not let a mailbox take its place', async () => {
    await failedAlready('totp_authenticators', 100);
    const thief = must(await withPassword(world, account.email));
    expect(await world.authentication.nextStep(thief)).toEqual({
      step: 'second-factor',
      choices: ['recovery-code'],
    });
    expect(await world.authentication.startTotp(thief)).toMatchObject({ error: { code: 'not-now' } });
    expect((await world.newestMail(account.email)).text).not.toMatch(/token=/);
  });
});

describe('the authenticator app', () => {
  it('B7: a code is accepted once, also by two requests at the same moment', async () => {
    const { authentication } = world;
    const [one, two] = [
      must(await withPassword(world, account.email)),
      must(await withPassword(world, account.email)),
    ];
    const both = await Promise.all(
      [one, two].map((each) => authentication.verifyTotp(each, { code: code(), source })),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const third = must(await withPassword(world, account.email));
    expect(await authentication.verifyTotp(third, { code: code(), source })).toMatchObject({ ok: false });
    world.clock.advance(seconds(30));
    expect(await authentication.verifyTotp(third, { code: code(), source })).toMatchObject({ ok: true });
  });

  it('B7: an older code is not accepted after a newer one', async () => {
    const { authentication } = world;
    const older = code();
    world.clock.advance(seconds(30));
    const first = must(await withPassword(world, account.email));
    must(await authentication.verifyTotp(first, { code: code(), source }));
    const second = must(await withPassword(world, account.email));
    expect(await authentication.verifyTotp(second, { code: older, source })).toMatchObject({ ok: false });
  });

  it('takes a clock that is one step off, with spaces in the code, and not two steps', async () => {
    const { authentication } = world;
    const at = (offset: number) => totpCode(account.totpKey, new Date(world.clock.now().getTime() + offset));
    const presence = must(await withPassword(world, account.email));
    expect(await authentication.verifyTotp(presence, { code: at(-seconds(60)), source })).toMatchObject({
      ok: false,
    });
    const behind = at(-seconds(30));
    const typed = `${behind.slice(0, 3)} ${behind.slice(3)}`;
    expect(await authentication.verifyTotp(presence, { code: typed, source })).toMatchObject({ ok: true });
  });

  it('a second press of the button sends the person on, not to an error', async () => {
    const presence = must(await withPassword(world, account.email));
    const both = await Promise.all(
      [1, 2].map(() => world.authentication.verifyTotp(presence, { code: code(), source })),
    );
    expect(both.map((one) => (one.ok ? 'in' : one.error.code)).sort()).toEqual(['in', 'not-now']);
  });
});

describe('recovery codes', () => {
  it('B15: stand in for the app beside the password, once, and open the vault', async () => {
    const { authentication } = world;
    const typed = (account.codes[0] ?? '').toLowerCase().replaceAll('-', ' ');
    const alone = await authentication.useRecoveryCode(await world.sessions.begin({}), {
      code: typed,
      source,
    });
    expect(alone).toEqual({ ok: false, error: { code: 'not-now' } });
    const first = must(await withPassword(world, account.email));
    const second = must(await authentication.useRecoveryCode(first, { code: typed, source }));
    expect(second.session).toMatchObject({ aal: 2, opensVault: true });
    expect(await authentication.startTotp(second)).toMatchObject({ ok: true });
    const third = must(await withPassword(world, account.email));
    expect(await authentication.useRecoveryCode(third, { code: typed, source })).toMatchObject({ ok: false });
    expect((await world.newestMail(account.email)).text).toContain('9 codes are left');
  });

  it('B14: of two uses of one code at the same moment one wins', async () => {
    const browsers = [
      must(await withPassword(world, account.email)),
      must(await withPassword(world, account.email)),
    ];
    const code = account.codes[1] ?? '';
    const both = await Promise.all(
      browsers.map((each) => world.authentication.useRecoveryCode(each, { code, source })),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('B14: are replaced as a set', async () => {
    const { authentication } = world;
    const signedIn = must(
      await authentication.verifyTotp(must(await withPassword(world, account.email)), {
        code: code(),
        source,
      }),
    );
    const { codes } = must(await authentication.issueRecoveryCodes(signedIn));
    const old = account.codes[2] ?? '';
    const first = must(await withPassword(world, account.email));
    expect(await authentication.useRecoveryCode(first, { code: old, source })).toMatchObject({ ok: false });
    const fresh = codes[0]?.reveal() ?? '';
    expect(await authentication.useRecoveryCode(first, { code: fresh, source })).toMatchObject({ ok: true });
  });

  it('B14: attack: of two sets asked for at the same moment only one works', async () => {
    const { authentication } = world;
    const sets = await Promise.all(
      [1, 2, 3].map(async () => must(await authentication.issueRecoveryCodes(account.presence)).codes),
    );
    const works = [];
    for (const [code] of sets) {
      const first = must(await withPassword(world, account.email));
      works.push((await authentication.useRecoveryCode(first, { code: code?.reveal() ?? '', source })).ok);
    }
    expect(works.filter(Boolean)).toHaveLength(1);
    const person = account.presence.session.person;
    const { rows } =
      await sql`SELECT FROM vault_wraps WHERE person = ${person} AND kind = 'recovery-code'`.execute(
        world.pool.db,
      );
    expect(rows).toHaveLength(9);
  });

  it('each opens the vault by itself', async () => {
    const person = account.presence.session.person;
    if (!person) throw new Error('nobody');
    const { recoveryCodeParts, readRecoveryCode } = await import('../recovery-codes/recovery-code.ts');
    const read = readRecoveryCode(account.codes[9] ?? '');
    if (!read) throw new Error('not a code');
    const { lookup, vaultSecret } = recoveryCodeParts(person, read);
    const way = { kind: 'recovery-code', ref: lookup.toString('base64url'), secret: vaultSecret } as const;
    expect(await world.vault.open(person, way)).toMatchObject({ ok: true });
  });
});

describe('signing out', () => {
  it('ends the session, and the audit log says so', async () => {
    await world.authentication.signOut(account.presence);
    expect(await world.sessions.load(account.presence.cookie.reveal())).toBeUndefined();
    const person = account.presence.session.person;
    const found = person && (await world.accounts.get(person));
    const entries = found ? await world.audit.about(found.auditRef, { limit: 1 }) : [];
    expect(entries[0]?.action).toBe('session.ended');
  });
});
