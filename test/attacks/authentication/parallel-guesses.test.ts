import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CookieBrowser, Visit } from '../../support/browser/cookie-browser.ts';
import { behindProxy, browserAt, network } from '../../support/browser/from-network.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  askForCode,
  freshEmail,
  headingIn,
  makeAccount,
  nextCode,
  submit,
  type Visitor,
} from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet({ environment: behindProxy });
});
afterAll(() => world.close());

type Table = 'passwords' | 'totp_authenticators' | 'recovery_code_sets';

/** As after so many failures in a row. */
async function failedAlready(table: Table, failures: number): Promise<void> {
  await sql`UPDATE ${sql.table(table)} SET failures = ${failures}`.execute(world.signet.resources.pool.db);
}

async function failuresOf(table: Table): Promise<number> {
  const { rows } = await sql<{
    failures: number;
  }>`SELECT max(failures) AS failures FROM ${sql.table(table)}`.execute(world.signet.resources.pool.db);
  return rows[0]?.failures ?? -1;
}

async function withPassword({ email, password }: Visitor, browser: CookieBrowser): Promise<Visit> {
  const start = await browser.visit(`${world.origin}/sign-in`);
  return submit(browser, start, '/sign-in', { email, password });
}

const home = browserAt(network(0));
const isIn = async (browser: CookieBrowser) =>
  (await browser.visit(`${world.origin}/account`)).url.pathname === '/account';

describe('attack, guesses at the same moment', () => {
  it('B4: two sessions that guess the app’s code at once share one count, and the last failure ends it for both', async () => {
    const owner = await makeAccount(world, home);
    const sessions = [browserAt(network(1)), browserAt(network(1))];
    const pages = await Promise.all(sessions.map((browser) => withPassword(owner, browser)));
    await failedAlready('totp_authenticators', 78); // two left for who is not at home
    const guesses = sessions.flatMap((browser, n) =>
      [1, 2, 3].map((each) => submit(browser, pages[n] as Visit, '/sign-in/code', { code: `00000${each}` })),
    );
    for (const { status } of await Promise.all(guesses)) expect(status).toBe(422);
    expect(await failuresOf('totp_authenticators')).toBe(80);
    const right = await submit(sessions[0] as CookieBrowser, pages[0] as Visit, '/sign-in/code', {
      code: nextCode(owner),
    });
    expect(right.status).toBe(422);
    expect(await Promise.all(sessions.map(isIn))).toEqual([false, false]);
  });

  it('B4: thirty at once against the last tries that an authenticator has are no more than those', async () => {
    const owner = await makeAccount(world, browserAt(network(3)));
    for (const [table, path, begin] of [
      ['totp_authenticators', '/sign-in/code', '0000'],
      ['recovery_code_sets', '/sign-in/recovery-code', 'AAAABBBBCCCCDD'],
    ] as const) {
      const browser = browserAt(network(3));
      await withPassword(owner, browser);
      await failedAlready(table, 77); // three left for who is not at home
      const page = await browser.visit(world.origin + path);
      await Promise.all(
        Array.from({ length: 30 }, (_, n) => submit(browser, page, path, { code: `${begin}${10 + n}` })),
      );
      expect([table, await failuresOf(table)]).toEqual([table, 80]);
    }
  });

  it('B4: codes in mails: guesses in many sessions for one address are one count, and the link goes on working', async () => {
    const email = freshEmail();
    const at = (n: number) => browserAt(network(10 + n));
    await askForCode(world, at(0), email);
    const { sessions, attempts } = await guessersOf(email, at);
    expect(attempts.filter((status) => status === 422).length).toBeLessThanOrEqual(100);
    expect(attempts.filter((status) => status === 429).length).toBeGreaterThan(0);
    const link = /http\S+token=[\w-]+/.exec((await world.mailTo(email)).at(-1)?.text ?? '')?.[0] ?? '';
    const owner = at(99);
    const on = await submit(owner, await owner.visit(link), '/sign-up/link');
    expect(headingIn(on)).toBe('How do you want to sign in?');
    expect(sessions).toBeGreaterThan(8);
  });

  /** Eleven tries in each of nine sessions that were mailed a code, and more in the last. */
  async function guessersOf(email: string, at: (n: number) => CookieBrowser) {
    const attempts: number[] = [];
    let sessions = 0;
    for (let n = 1; n < 10; n += 1) {
      const browser = at(n);
      const page = await askForCode(world, browser, email);
      sessions += 1;
      for (let guess = 0; guess < 12; guess += 1) {
        const { status } = await submit(browser, page, '/sign-up/code', { code: `12345${guess % 10}` });
        attempts.push(status);
      }
    }
    return { attempts, sessions };
  }
});
