import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type AuthenticationWorld,
  authenticationWorld,
  codeIn,
  confirmed,
  finishedAccount,
  goodPassword,
  must,
  source,
  tokenIn,
  totpCode,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { hours, Redacted, seconds } from '../../../kernel/index.ts';

let world: AuthenticationWorld;
beforeAll(async () => {
  world = await authenticationWorld();
});
afterAll(() => world.close());

const started = async (email: string, from = source) =>
  must(
    await world.authentication.email.start(await world.sessions.begin({}), {
      email,
      language: 'en',
      source: from,
    }),
  );

describe('signing up', () => {
  it('goes from an address to a signed-in account, step by step', async () => {
    const { authentication } = world;
    const email = 'ana@mail.example';
    const step = async (presence: Parameters<typeof authentication.signIn.nextStep>[0]) =>
      (await authentication.signIn.nextStep(presence)).step;

    let presence = await started(email);
    expect(await step(presence)).toBe('confirm-email');
    expect(authentication.email.underWay(presence)?.reveal()).toBe(email);

    const code = codeIn(await world.newestMail(email));
    presence = must(
      await authentication.email.confirm(presence, { code: `${code.slice(0, 3)} ${code.slice(3)}`, source }),
    );
    expect(await step(presence)).toBe('first-authenticator');

    presence = must(await authentication.password.set(presence, { password: new Redacted(goodPassword) }));
    expect(presence.session).toMatchObject({ aal: 1, opensVault: true });
    expect(await authentication.signIn.nextStep(presence)).toEqual({
      step: 'second-authenticator',
      choices: ['totp', 'passkey', 'phone'],
    });

    const { presence: offered, offer } = must(await authentication.authenticatorApp.start(presence));
    expect(offer.uri.reveal()).toMatch(
      /^otpauth:\/\/totp\/Signet:ana%40mail\.example\?issuer=Signet&secret=/,
    );
    const key = offer.key.reveal().replaceAll(' ', '');
    presence = must(
      await authentication.authenticatorApp.confirm(offered, { code: totpCode(key, world.clock.now()) }),
    );
    expect(presence.session.aal).toBe(2);
    expect(await step(presence)).toBe('recovery-codes');

    const issued = must(await authentication.recoveryCodes.issue(presence));
    expect(issued.codes).toHaveLength(10);
    expect(await step(issued.presence)).toBe('done');
    expect(await world.sessions.openVault(issued.presence)).toMatchObject({
      person: presence.session.person,
    });
  });

  it('B13, B16: tells the mailbox of all that a sign-up set up, in one calm message (finding P9)', async () => {
    const { presence } = await finishedAccount(world, 'told@mail.example');
    const [, ready, ...others] = await world.mailTo('told@mail.example');
    expect(ready?.subject).toBe('Your Signet account is ready');
    expect(ready?.text).toContain('You sign in with your password and your authenticator app.');
    expect(ready?.text).toContain('Store your recovery codes');
    expect(others).toEqual([]);
    must(await world.authentication.recoveryCodes.issue(presence));
    expect((await world.mailTo('told@mail.example')).slice(2).map(({ subject }) => subject)).toEqual([
      'Your Signet set of recovery codes was changed',
    ]);
  });

  it('leaves an audit entry of each act, and no address in them', async () => {
    const { presence } = await finishedAccount(world, 'audited@mail.example');
    const account = presence.session.person && (await world.accounts.get(presence.session.person));
    if (!account) throw new Error('no account');
    const entries = await world.audit.about(account.auditRef, { limit: 20 });
    expect(entries.map(({ action, details }) => `${action} ${details?.authenticator ?? ''}`.trim())).toEqual([
      'authenticator.bound recovery-codes',
      'authenticator.bound totp',
      'authenticator.bound password',
      'account.created',
    ]);
  });
});

describe('confirming an address', () => {
  it('A12: a code works to its last second and not after', async () => {
    const [early, late] = [await started('early@mail.example'), await started('late@mail.example')];
    const earlyCode = codeIn(await world.newestMail('early@mail.example'));
    const lateCode = codeIn(await world.newestMail('late@mail.example'));
    world.clock.advance(hours(1) - seconds(1));
    expect(await world.authentication.email.confirm(early, { code: earlyCode, source })).toMatchObject({
      ok: true,
    });
    world.clock.advance(seconds(1));
    expect(await world.authentication.email.confirm(late, { code: lateCode, source })).toEqual({
      ok: false,
      error: { code: 'code-expired' },
    });
  });

  it('a second press of the button is no error, also when both come at once', async () => {
    const { authentication } = world;
    const presence = await started('twice@mail.example');
    const code = codeIn(await world.newestMail('twice@mail.example'));
    const both = await Promise.all(
      [1, 2].map(() => authentication.email.confirm(presence, { code, source })),
    );
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(
      await authentication.email.confirm(must(both[0] ?? (both[1] as never)), { code, source }),
    ).toMatchObject({
      ok: true,
    });
  });

  it('attack: guessing the code ends after ten tries, and a new code does not give more', async () => {
    const { authentication } = world;
    let presence = await started('guessed@mail.example');
    const wrong = (code: string) => (code === '000000' ? '111111' : '000000');
    const real = codeIn(await world.newestMail('guessed@mail.example'));
    for (let left = 9; left >= 5; left--) {
      expect(await authentication.email.confirm(presence, { code: wrong(real), source })).toEqual({
        ok: false,
        error: { code: 'wrong-code', attemptsLeft: left },
      });
    }
    presence = must(await authentication.email.resend(presence, { source }));
    const next = codeIn(await world.newestMail('guessed@mail.example'));
    expect(await authentication.email.confirm(presence, { code: wrong(next), source })).toMatchObject({
      error: { attemptsLeft: 4 },
    });
    for (let n = 0; n < 4; n++) await authentication.email.confirm(presence, { code: wrong(next), source });
    expect(await authentication.email.confirm(presence, { code: next, source })).toMatchObject({
      error: { code: 'code-expired' },
    });
  });

  it('A12: an earlier code stops working when a new one is sent', async () => {
    const presence = await started('again@mail.example');
    const first = codeIn(await world.newestMail('again@mail.example'));
    const next = must(await world.authentication.email.resend(presence, { source }));
    const second = codeIn(await world.newestMail('again@mail.example'));
    if (first !== second) {
      expect(await world.authentication.email.confirm(next, { code: first, source })).toMatchObject({
        ok: false,
      });
    }
    expect(await world.authentication.email.confirm(next, { code: second, source })).toMatchObject({
      ok: true,
    });
  });

  it('the link goes on in whichever browser opens it, once', async () => {
    const { authentication, sessions } = world;
    const asking = await started('link@mail.example');
    const token = tokenIn(await world.newestMail('link@mail.example'));
    const other = must(await authentication.email.confirmByLink(await sessions.begin({}), { token }));
    expect(await authentication.signIn.nextStep(other)).toEqual({ step: 'first-authenticator' });
    expect(await authentication.email.confirmByLink(other, { token })).toMatchObject({ ok: true });
    expect(await authentication.email.confirmByLink(await sessions.begin({}), { token })).toMatchObject({
      error: { code: 'link-expired' },
    });
    const code = codeIn(await world.newestMail('link@mail.example'));
    expect(await authentication.email.confirm(asking, { code, source })).toMatchObject({
      error: { code: 'code-expired' },
    });
  });

  it("attack: a stranger's request, confirmed by the mailbox's owner, gives the stranger nothing", async () => {
    const { authentication, sessions } = world;
    const stranger = await started('owner@mail.example', '198.51.100.9');
    const token = tokenIn(await world.newestMail('owner@mail.example'));
    must(await authentication.email.confirmByLink(await sessions.begin({}), { token }));
    expect(await authentication.signIn.nextStep(stranger)).toEqual({ step: 'confirm-email' });
    expect(await authentication.password.set(stranger, { password: new Redacted(goodPassword) })).toEqual({
      ok: false,
      error: { code: 'not-now' },
    });
  });

  it('attack: enumeration by signing up: a known address gets the same answer and steps, and only its mailbox knows', async () => {
    const { authentication } = world;
    await finishedAccount(world, 'known@mail.example');
    const queries = vi.spyOn(world.pool.pg, 'connect');
    const known = await started('Known@mail.example');
    const forKnown = queries.mock.calls.length;
    const unknown = await started('unknown@mail.example');
    expect(queries.mock.calls.length).toBe(2 * forKnown);
    queries.mockRestore();
    expect(await authentication.signIn.nextStep(known)).toEqual(
      await authentication.signIn.nextStep(unknown),
    );
    const tries = await Promise.all(
      [known, unknown].map((one) => authentication.email.confirm(one, { code: '000000', source })),
    );
    expect(tries[0]).toEqual(tries[1]);
    expect((await world.newestMail('known@mail.example')).subject).toBe('You already have a Signet account');
    expect((await world.newestMail('known@mail.example')).text).not.toMatch(/\d{6}|token=/);
  });

  it('attack: flooding a mailbox stops after five mails an hour from one place', async () => {
    for (let n = 0; n < 5; n++) await started('flooded@mail.example');
    const refused = await world.authentication.email.start(await world.sessions.begin({}), {
      email: 'flooded@mail.example',
      language: 'en',
      source,
    });
    expect(refused).toMatchObject({ error: { code: 'too-many-attempts' } });
    expect(await world.mailTo('flooded@mail.example')).toHaveLength(5);
  });

  it('of two accounts begun with one address the first to be made has it', async () => {
    const { authentication } = world;
    const first = await confirmed(world, 'raced@mail.example');
    const second = await confirmed(world, 'raced@mail.example');
    const both = await Promise.all(
      [first, second].map((one) =>
        authentication.password.set(one, { password: new Redacted(goodPassword) }),
      ),
    );
    expect(both.map((one) => (one.ok ? 'made' : one.error.code)).sort()).toEqual(['address-taken', 'made']);
  });
});

describe('what the database holds', () => {
  it('A27: no address, code, token or password in clear, and no code that can be searched for', async () => {
    const email = 'dumped@mail.example';
    await started(email);
    const mail = await world.newestMail(email);
    await finishedAccount(world, 'dumped2@mail.example');
    await withPassword(world, 'dumped2@mail.example');
    const { rows: tables } = await sql<{ name: string }>`
      SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`.execute(world.pool.db);
    const dump = await Promise.all(
      tables.map(({ name }) =>
        sql<{ row: string }>`SELECT t::text AS row FROM ${sql.table(name)} t`.execute(world.pool.db),
      ),
    );
    const text = dump.flatMap(({ rows }) => rows.map(({ row }) => decodeBytea(row))).join('\n');
    expect(text.length).toBeGreaterThan(1000);
    for (const secret of [email, 'dumped2', tokenIn(mail), goodPassword]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(new RegExp(`\\b${codeIn(mail)}\\b`));
  });
});

/** A row as text, with bytes as the characters that they would be. */
const decodeBytea = (row: string): string =>
  row.replaceAll(/\\\\x([0-9a-f]*)/g, (_, hex: string) => Buffer.from(hex, 'hex').toString('latin1'));
