import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Redacted, seconds } from '../../../packages/signet/src/kernel/index.ts';
import type { Presence } from '../../../packages/signet/src/modules/authentication/index.ts';
import {
  codeIn,
  type FinishedAccount,
  finishedAccount,
  must,
  source,
  totpCode,
  withPassword,
} from '../../support/worlds/authentication-world.ts';
import { type RecoveryWorld, recoveryWorld } from '../../support/worlds/recovery-world.ts';

let world: RecoveryWorld;
beforeAll(async () => {
  world = await recoveryWorld();
});
afterAll(() => world.close());

const link = /https:\/\/signet\.example\/not-me\/[\w-]{43}/;
let made = 0;

interface Owner extends FinishedAccount {
  readonly second: string;
}

/** An account with two addresses. */
async function owner(): Promise<Owner> {
  const ana = await finishedAccount(world, `first-${made++}@mail.example`);
  const second = `second-${made++}@mail.example`;
  const added = must(await world.authentication.email.addAddress(ana.presence, { email: second, source }));
  const code = codeIn(await world.newestMail(second));
  const presence = must(await world.authentication.email.confirmNewAddress(added, { code, source }));
  await world.mailTo(ana.email);
  world.clock.advance(seconds(1));
  return { ...ana, presence, second };
}

const personOf = ({ session }: Presence) => {
  if (!session.person) throw new Error('nobody');
  return session.person;
};

type Change = (ana: Owner) => Promise<unknown>;

/** Every change of how an account is reached that a thief could make, and what its notice is called. */
const changes: readonly (readonly [string, RegExp, Change])[] = [
  [
    'another password',
    /password was changed/,
    ({ presence }) =>
      world.authentication.password.set(presence, { password: new Redacted('lamp at dusk now') }),
  ],
  [
    'another app',
    /authenticator app was changed/,
    async ({ presence }) => {
      const started = must(await world.authentication.authenticatorApp.start(presence));
      const key = started.offer.key.reveal().replaceAll(' ', '');
      const code = totpCode(key, world.clock.now());
      return world.authentication.authenticatorApp.confirm(started.presence, { code });
    },
  ],
  [
    'new recovery codes',
    /set of recovery codes was changed/,
    ({ presence }) => world.authentication.recoveryCodes.issue(presence),
  ],
  [
    'recovery codes where there were none',
    /New way to sign in/,
    async ({ presence }) => {
      await world.pool.pg.query('DELETE FROM recovery_code_sets WHERE person = $1', [personOf(presence)]);
      await world.pool.pg.query(
        "UPDATE people SET created_at = created_at - interval '2 hours' WHERE id = $1",
        [personOf(presence)],
      );
      return world.authentication.recoveryCodes.issue(presence);
    },
  ],
  [
    'another address',
    /email address/i,
    async ({ presence }) => {
      const third = `third-${made++}@mail.example`;
      const added = must(await world.authentication.email.addAddress(presence, { email: third, source }));
      const code = codeIn(await world.newestMail(third));
      return world.authentication.email.confirmNewAddress(added, { code, source });
    },
  ],
  [
    'a used recovery code',
    /recovery code was used/,
    async ({ email, codes }) => {
      const half = must(await withPassword(world, email));
      return world.authentication.recoveryCodes.use(half, { code: codes[0] ?? '', source });
    },
  ],
  [
    'a recovery that begins',
    /Getting back into/,
    async ({ email }) => ({ ok: true, value: await world.underWay(email) }),
  ],
  [
    'a recovery that succeeds',
    /got back into/,
    async ({ email, codes }) =>
      world.recovery.useSavedCode(await world.underWay(email), { code: codes[0] ?? '', source }),
  ],
];

describe('attack, a change in silence', () => {
  it.each(changes)(
    'B16: %s is told at every address, each with a link of its own that undoes it',
    async (_, subject, make) => {
      const ana = await owner();
      must((await make(ana)) as { ok: true; value: unknown });
      const mails = [await world.mailTo(ana.email), await world.mailTo(ana.second)];
      const links = mails.map(
        (to) => link.exec(to.findLast((one) => subject.test(one.subject))?.text ?? '')?.[0],
      );
      expect(links.every((one) => one !== undefined)).toBe(true);
      expect(new Set(links).size).toBe(2);
      const token = links[0]?.split('/').at(-1) ?? '';
      expect(await world.recovery.disavow(token)).toBeDefined();
      const left = await world.sessions.load(ana.presence.cookie.reveal());
      expect(left).toBeUndefined();
      expect((await world.newestMail(ana.second)).subject).toMatch(/We stopped it/);
      expect(await world.accounts.get(personOf(ana.presence))).toMatchObject({ status: 'active' });
    },
  );
});
