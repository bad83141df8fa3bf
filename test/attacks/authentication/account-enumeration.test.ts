import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { derivePassword } from '../../../packages/signet/src/modules/authentication/password/password-hash.ts';
import { CookieBrowser, type Visit } from '../../support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  csrfIn,
  freshEmail,
  makeAccount,
  submit,
  type Visitor,
} from '../../support/visitors/signet-visitor.ts';

vi.mock('../../../packages/signet/src/modules/authentication/password/password-hash.ts', async (original) => {
  const real =
    await original<
      typeof import('../../../packages/signet/src/modules/authentication/password/password-hash.ts')
    >();
  return { ...real, derivePassword: vi.fn(real.derivePassword) };
});

const sequencerLogin = new URL(inject('auditUrl')).username;

let world: TestSignet;
let known: Visitor;
beforeAll(async () => {
  world = await startSignet();
  known = await makeAccount(world);
});
afterAll(() => world.close());

/** A page without what is random in it, or was typed. */
function bare({ status, url, headers, body }: Visit, email: string): unknown {
  const text = body
    .replaceAll('@<wbr/>', '@') // where a narrow page may break an address
    .replaceAll(email, 'EMAIL')
    .replaceAll(/(csrf" value=|x-csrf-token" content=)"[\w-]+"/g, '$1""');
  return { status, path: url.pathname, text, headers: [...headers.keys()].sort() };
}

interface Cost {
  readonly page: Visit;
  readonly statements: readonly string[];
  readonly hashes: number;
}

/**
 * What an answer costs: statements on the database, and password hashes. The rounds of the job queue and of the
 * audit log's sequencer, which has a login of its own, come when they come and belong to no answer.
 */
async function costOf(work: () => Promise<Visit>): Promise<Cost> {
  const statements: string[] = [];
  const real = pg.Client.prototype.query;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    const [first] = args as [string | { text?: string }];
    const text = typeof first === 'string' ? first : (first.text ?? '');
    const ofAnswer = this.user !== sequencerLogin && !/pgboss|pg_listening_channels/.test(text);
    if (ofAnswer) statements.push(text.trim().slice(0, 60));
    return Reflect.apply(real, this, args);
  } as never);
  const before = vi.mocked(derivePassword).mock.calls.length;
  const page = await work();
  spy.mockRestore();
  return { page, statements, hashes: vi.mocked(derivePassword).mock.calls.length - before };
}

async function signUpWith(
  email: string,
  browser = new CookieBrowser(),
): Promise<Cost & { browser: CookieBrowser }> {
  const start = await browser.visit(`${world.origin}/sign-up`);
  return { ...(await costOf(() => submit(browser, start, '/sign-up', { email }))), browser };
}

type SignUp = Awaited<ReturnType<typeof signUpWith>>;

const typeWrongCode = ({ page, browser }: SignUp): Promise<Visit> =>
  submit(browser, page, '/sign-up/code', { code: 'wrong' });

const askAgain = ({ page, browser }: SignUp): Promise<Cost> =>
  costOf(() => browser.post(`${world.origin}/sign-up/code/again`, { csrf: csrfIn(page) }));

async function signInWith(email: string, password: string): Promise<Cost> {
  const browser = new CookieBrowser();
  const start = await browser.visit(`${world.origin}/sign-in`);
  return costOf(() => submit(browser, start, '/sign-in', { email, password }));
}

describe('attack, finding out who has an account', () => {
  it('A22: sign-up answers the same, at the same cost, and so does every step that follows', async () => {
    const email = freshEmail();
    const [has, hasNot] = [await signUpWith(known.email), await signUpWith(email)];
    expect(bare(has.page, known.email)).toEqual(bare(hasNot.page, email));
    expect(has.statements).toEqual(hasNot.statements);
    const [wrong, wrongToo] = [await typeWrongCode(has), await typeWrongCode(hasNot)];
    expect(wrong.status).toBe(422);
    expect(bare(wrong, known.email)).toEqual(bare(wrongToo, email));
    const [resent, resentToo] = [await askAgain(has), await askAgain(hasNot)];
    expect(bare(resent.page, known.email)).toEqual(bare(resentToo.page, email));
    expect(resent.statements).toEqual(resentToo.statements);
  });

  it('A22: sign-in answers the same, with one hash and the same statements', async () => {
    const email = freshEmail();
    const [has, hasNot] = [
      await signInWith(known.email, 'not the password'),
      await signInWith(email, 'not the password'),
    ];
    expect(has.page.status).toBe(422);
    expect(bare(has.page, known.email)).toEqual(bare(hasNot.page, email));
    expect([has.hashes, hasNot.hashes]).toEqual([1, 1]);
    expect(has.statements).toEqual(hasNot.statements);
  });

  it('A22: an account without a password, a suspended one and one that is turned off answer as nobody does, at the same cost', async () => {
    const { db } = world.signet.resources.pool;
    const nobody = freshEmail();
    const tries = [await signInWith(nobody, 'not the password'), await signInWith(nobody, 'nor this one')];
    const prepare = {
      passkeyOnly: (person: string) => sql`DELETE FROM passwords WHERE person = ${person}`,
      off: (person: string) => sql`UPDATE passwords SET failures = 100 WHERE person = ${person}`,
      suspended: (person: string) => sql`UPDATE people SET status = 'suspended' WHERE id = ${person}`,
    };
    for (const [name, make] of Object.entries(prepare)) {
      const account = await makeAccount(world);
      const presence = await world.signet.authentication.session.load(account.browser.cookie('signet') ?? '');
      await make(presence?.session.person ?? '').execute(db);
      for (const [n, password] of ['not the password', account.password].entries()) {
        const tried = await signInWith(account.email, password);
        expect([name, tried.hashes, tried.page.status]).toEqual([name, 1, 422]);
        expect([name, tried.statements]).toEqual([name, tries[n]?.statements]);
      }
    }
  });

  it('A22: asking for an account sends one mail, whether there is one or not', async () => {
    const email = freshEmail();
    const before = (await world.mailTo(known.email)).length;
    await signUpWith(known.email);
    await signUpWith(email);
    expect((await world.mailTo(known.email)).length - before).toBe(1);
    expect(await world.mailTo(email)).toHaveLength(1);
  });

  it('A22: a passkey’s options name nobody, and a passkey that is not here is refused like one that is wrong', async () => {
    const browser = new CookieBrowser();
    const csrf = csrfIn(await browser.visit(`${world.origin}/sign-in`));
    const ask = async (path: string, body: unknown) => {
      const headers = {
        cookie: browser.cookieHeader(),
        'x-csrf-token': csrf,
        'content-type': 'application/json',
      };
      return fetch(world.origin + path, { method: 'POST', body: JSON.stringify(body), headers });
    };
    const options = await (await ask('/passkey/sign-in/options', {})).json();
    expect(options.allowCredentials ?? []).toEqual([]);
    const response = (id: string) => ({
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {},
    });
    const answers = ['AAAA', Buffer.alloc(32, 7).toString('base64url')].map(async (id) => {
      const answer = await ask('/passkey/sign-in/verify', { purpose: 'signin', response: response(id) });
      return [answer.status, await answer.text()];
    });
    const [short, long] = await Promise.all(answers);
    expect(short?.[0]).toBe(409);
    expect(short).toEqual(long);
  });
});
