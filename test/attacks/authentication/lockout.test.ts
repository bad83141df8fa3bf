import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CookieBrowser, Visit } from '../../support/browser/cookie-browser.ts';
import { behindProxy, browserAt, network } from '../../support/browser/from-network.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  addPasskey,
  passkeyAnswer,
  sendJson,
  signInByPasskey,
} from '../../support/visitors/passkey-visitor.ts';
import {
  headingIn,
  makeAccount,
  nextCode,
  submit,
  type Visitor,
} from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
let owner: Visitor;
const home = network(0);
beforeAll(async () => {
  world = await startSignet({ environment: behindProxy });
  owner = await makeAccount(world, browserAt(home));
});
afterAll(() => world.close());

async function withPassword(browser: CookieBrowser, password = owner.password): Promise<Visit> {
  const start = await browser.visit(`${world.origin}/sign-in`);
  return submit(browser, start, '/sign-in', { email: owner.email, password });
}

async function failedAlready(table: 'passwords' | 'totp_authenticators', failures: number): Promise<void> {
  await sql`UPDATE ${sql.table(table)} SET failures = ${failures}`.execute(world.signet.resources.pool.db);
}

/** Where they sign in, with both factors. */
async function atHome(): Promise<void> {
  const browser = browserAt(home);
  const page = await submit(browser, await withPassword(browser), '/sign-in/code', { code: nextCode(owner) });
  expect(page.url.pathname).toBe('/account');
}

const second = 'Enter the code from your app';

describe('attack, locking somebody else out', () => {
  it('B4: strangers who fail on purpose end at their own limit (limit failures.from-strangers, failures.in-a-row); at home the password goes on working', async () => {
    await atHome();
    await failedAlready('passwords', 79);
    for (let n = 1; n < 10; n += 1) await withPassword(browserAt(network(n)), `a guess ${n}`);
    const away = await withPassword(browserAt(network(50)));
    expect(headingIn(away)).toBe('Sign in'); // not from a place that was never theirs, for now
    const athome = browserAt(home);
    const factor = await withPassword(athome);
    expect(headingIn(factor)).toBe(second);
    expect(headingIn(await withPassword(browserAt(network(50))))).toBe(second); // a success starts the count anew
  });

  it('B4: nobody is told that a password was turned off, for it was not', async () => {
    const subjects = (await world.mailTo(owner.email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('turned off'))).toEqual([]);
  });

  it('B4: a flood of wrong passkey answers fills no log and never refuses the right one', async () => {
    const authenticator = await addPasskey(world, owner.browser);
    const entries = async () => {
      const { rows } = await sql<{ count: number }>`SELECT count(*) FROM audit_entries`.execute(
        world.signet.resources.pool.db,
      );
      return Number(rows[0]?.count);
    };
    const before = await entries();
    const flooder = browserAt(network(60));
    for (let n = 0; n < 30; n += 1) {
      const answer = await passkeyAnswer(world, flooder, authenticator);
      answer.response.response.signature = Buffer.alloc(70, n).toString('base64url');
      expect((await sendJson(world, flooder, '/passkey/sign-in/verify', answer)).status).toBe(409);
    }
    expect((await entries()) - before).toBe(20);
    expect((await signInByPasskey(world, flooder, authenticator)).status).toBe(200);
  });
});
