import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type AuthenticationWorld,
  authenticationWorld,
  type FinishedAccount,
  finishedAccount,
  must,
  source,
  totpCode,
  withPassword,
} from '../../../../../../test/support/worlds/authentication-world.ts';
import { minutes } from '../../../kernel/index.ts';

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

describe('recovery codes', () => {
  it('B15: stand in for the app beside the password, once, and open the vault', async () => {
    const { authentication } = world;
    const typed = (account.codes[0] ?? '').toLowerCase().replaceAll('-', ' ');
    const alone = await authentication.recoveryCodes.use(await world.sessions.begin({}), {
      code: typed,
      source,
    });
    expect(alone).toEqual({ ok: false, error: { code: 'not-now' } });
    const first = must(await withPassword(world, account.email));
    const second = must(await authentication.recoveryCodes.use(first, { code: typed, source }));
    expect(second.session).toMatchObject({ aal: 2, opensVault: true });
    expect(await authentication.authenticatorApp.start(second)).toMatchObject({ ok: true });
    const third = must(await withPassword(world, account.email));
    expect(await authentication.recoveryCodes.use(third, { code: typed, source })).toMatchObject({
      ok: false,
    });
    expect((await world.newestMail(account.email)).text).toContain('9 codes are left');
  });

  it('B14: of two uses of one code at the same moment one wins', async () => {
    const browsers = [
      must(await withPassword(world, account.email)),
      must(await withPassword(world, account.email)),
    ];
    const code = account.codes[1] ?? '';
    const both = await Promise.all(
      browsers.map((each) => world.authentication.recoveryCodes.use(each, { code, source })),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('B14: are replaced as a set', async () => {
    const { authentication } = world;
    const signedIn = must(
      await authentication.authenticatorApp.verify(must(await withPassword(world, account.email)), {
        code: code(),
        source,
      }),
    );
    const { codes } = must(await authentication.recoveryCodes.issue(signedIn));
    const old = account.codes[2] ?? '';
    const first = must(await withPassword(world, account.email));
    expect(await authentication.recoveryCodes.use(first, { code: old, source })).toMatchObject({ ok: false });
    const fresh = codes[0]?.reveal() ?? '';
    expect(await authentication.recoveryCodes.use(first, { code: fresh, source })).toMatchObject({
      ok: true,
    });
  });

  it('B14: attack: of two sets asked for at the same moment only one works', async () => {
    const { authentication } = world;
    const sets = await Promise.all(
      [1, 2, 3].map(async () => must(await authentication.recoveryCodes.issue(account.presence)).codes),
    );
    const works = [];
    for (const [code] of sets) {
      const first = must(await withPassword(world, account.email));
      works.push((await authentication.recoveryCodes.use(first, { code: code?.reveal() ?? '', source })).ok);
    }
    expect(works.filter(Boolean)).toHaveLength(1);
    const person = account.presence.session.person;
    const { rows } =
      await sql`SELECT FROM vault_wraps WHERE person = ${person} AND kind = 'recovery-code'`.execute(
        world.pool.db,
      );
    expect(rows).toHaveLength(9);
  });

  it('B14: attack, new codes by double click: those that the session keeps to show are the ones that count', async () => {
    const { authentication } = world;
    const keep = (codes: readonly string[]) => ({ shown: codes });
    await Promise.all([1, 2, 3, 4].map(() => authentication.recoveryCodes.issue(account.presence, keep)));
    const { session } = await world.sessions.setPending(account.presence, {});
    const [code = ''] = session.pending.shown as readonly string[];
    const first = must(await withPassword(world, account.email));
    expect(await authentication.recoveryCodes.use(first, { code, source })).toMatchObject({ ok: true });
  });

  it('B14: attack, new codes and a fault before they are kept to be shown: the ones on paper count as before', async () => {
    const { authentication } = world;
    const fault = () => {
      throw new Error('away');
    };
    await expect(authentication.recoveryCodes.issue(account.presence, fault)).rejects.toThrow('away');
    const first = must(await withPassword(world, account.email));
    const code = account.codes[0] ?? '';
    expect(await authentication.recoveryCodes.use(first, { code, source })).toMatchObject({ ok: true });
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
