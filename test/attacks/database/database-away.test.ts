import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { type ProxiedDatabase, proxiedDatabase } from '../../support/database/proxied-database.ts';
import { newFlow, push } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { askForCode, freshEmail, makeAccount, type Visitor } from '../../support/visitors/signet-visitor.ts';

let database: ProxiedDatabase;
let world: TestSignet;
let visitor: Visitor;

beforeAll(async () => {
  database = await proxiedDatabase();
  // generous for a machine that is busy: what counts below is what comes before what, and not when
  const environment = { SIGNET_DATABASE_TIMEOUT_SECONDS: '6' };
  world = await startSignet({ databaseUrl: database.url, environment });
  visitor = await makeAccount(world);
});
afterAll(async () => {
  database.proxy.forward();
  await world.close();
  await database.remove();
});

type Answer = Pick<Response, 'status' | 'headers'>;

const readyz = (): Promise<Answer> => fetch(`${world.origin}/readyz`);
const account = (): Promise<Answer> => visitor.browser.copy().visit(`${world.origin}/account`);
const signUp = (): Promise<Answer> => askForCode(world, new CookieBrowser(), freshEmail());

/** Each of these needs the database in its own way: a look-up, a transaction, and the OpenID provider's. */
const requests: Readonly<Record<string, () => Promise<Answer>>> = {
  account,
  'sign-up': signUp,
  'pushed request': () => push(world, newFlow(world.permits)),
};

async function answersOfAll(): Promise<Record<string, readonly [status: number, retryAfter: string | null]>> {
  const answers = await Promise.all(
    Object.entries(requests).map(async ([what, ask]) => {
      const { status, headers } = await ask();
      return [what, [status, headers.get('retry-after')]] as const;
    }),
  );
  return Object.fromEntries(answers);
}

const tryAgain = Object.fromEntries(Object.keys(requests).map((what) => [what, [503, '5']]));

/** By itself: nothing is started anew. */
async function expectBack(): Promise<void> {
  await expect.poll(async () => (await readyz()).status, { timeout: 60_000 }).toBe(200);
  await expect.poll(async () => (await account()).status, { timeout: 60_000 }).toBe(200);
  await expect.poll(async () => (await signUp()).status, { timeout: 60_000 }).toBe(200);
}

/** What the log says of requests since, by the kinds of docs/database-faults.md. */
function faultsSince(line: number): { kinds: string[]; errors: string[] } {
  const lines = world.log.slice(line).map((text) => JSON.parse(text) as Record<string, unknown>);
  return {
    kinds: [...new Set(lines.flatMap(({ fault }) => (typeof fault === 'string' ? [fault] : [])))],
    // no worker runs here, and after half a minute that is said too
    errors: lines
      .filter(({ level }) => level === 'error')
      .map(({ msg }) => String(msg))
      .filter((said) => !said.includes('no worker does it')),
  };
}

describe('a network that fails', () => {
  it.each([
    [
      'finding O1: silent: nothing passes, and nobody is told',
      'database-silent',
      () => database.proxy.stall(),
    ],
    [
      'finding O1: half open: what is asked arrives, and no answer comes',
      'database-silent',
      () => database.proxy.cutHalf(),
    ],
    [
      'finding O2: slow: every answer takes longer than anybody waits',
      'database-silent',
      () => database.proxy.delay(30_000),
    ],
    ['finding O2: refused: nobody is there', 'database-unreachable', () => database.proxy.refuse()],
  ])('%s', async (_what, kind, breakIt) => {
    const before = world.log.length;
    breakIt();
    expect(await answersOfAll()).toEqual(tryAgain); // while it still is so
    expect((await readyz()).status).toBe(503);
    const since = performance.now();
    expect(await answersOfAll()).toEqual(tryAgain);
    expect(performance.now() - since).toBeLessThan(1500); // it was found silent: half the wait for a connection, and less
    expect((await fetch(`${world.origin}/healthz`)).status).toBe(200);
    expect(faultsSince(before)).toMatchObject({ kinds: expect.arrayContaining([kind]), errors: [] });
    database.proxy.forward();
    await expectBack();
  });

  it('finding O1: lost: open connections are dead and new ones work: it comes back while they still are', async () => {
    const made = database.proxy.made();
    database.proxy.stallOpen();
    expect((await account()).status).toBe(503);
    expect((await account()).status).toBe(200); // nobody else is sent away for it
    await expectBack();
    expect(database.proxy.made()).toBeGreaterThan(made);
  });

  it('finding O2: late, and in time: nobody is sent away', async () => {
    database.proxy.delay(100);
    expect((await account()).status).toBe(200);
    expect((await readyz()).status).toBe(200);
    database.proxy.forward();
  });
});

describe('a server that does not do what it is asked', () => {
  it('finding O2: locked: whoever needs the table is told to try again, and readiness says so', async () => {
    const before = world.log.length;
    const release = await database.hold('LOCK TABLE sessions IN ACCESS EXCLUSIVE MODE');
    expect([(await account()).status, (await readyz()).status]).toEqual([503, 503]);
    expect(faultsSince(before)).toMatchObject({
      kinds: expect.arrayContaining(['database-too-slow']),
      errors: [],
    });
    await release();
    await expectBack();
  });

  it('read only: nothing can be written, so it is not ready, and comes back when another server is there', async () => {
    const before = world.log.length;
    const name = new URL(database.url).pathname.slice(1);
    await database.asOwner(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await database.endConnections();
    await expect.poll(async () => (await signUp()).headers.get('retry-after'), { timeout: 60_000 }).toBe('5');
    await expect.poll(() => faultsSince(before).kinds).toContain('database-read-only');
    expect((await readyz()).status).toBe(503);
    await database.asOwner('SET default_transaction_read_only = off', `ALTER DATABASE ${name} RESET ALL`);
    await expectBack();
    expect(faultsSince(before).errors).toEqual([]);
  });

  it('out of connections: no new one is taken, and it is not ready until they are', async () => {
    const before = world.log.length;
    const name = new URL(database.url).pathname.slice(1);
    await database.asOwner(`ALTER DATABASE ${name} CONNECTION LIMIT 0`);
    await database.endConnections();
    await expect.poll(async () => (await readyz()).status, { timeout: 60_000 }).toBe(503);
    expect(await answersOfAll()).toEqual(tryAgain);
    expect(faultsSince(before).kinds).toContain('database-connections-used-up');
    await database.asOwner(`ALTER DATABASE ${name} CONNECTION LIMIT -1`);
    await expectBack();
  });

  it('failed over: all connections are cut at once, and the same address answers', async () => {
    await database.endConnections();
    await expectBack();
  });

  it('back with an older state: who came since is asked to begin anew, and nothing is a fault', async () => {
    const before = world.log.length;
    const kept = await database.keep();
    await expectBack();
    const newcomer = await makeAccount(world);
    await kept.putBack();
    await expectBack();
    const page = await newcomer.browser.visit(`${world.origin}/account`);
    expect([page.status, page.url.pathname]).toEqual([200, '/sign-in']);
    expect((await account()).status).toBe(200);
    expect(faultsSince(before).errors).toEqual([]);
  });
});

describe('what the server says when it cannot', () => {
  it.each([
    ['08006', 'database-unreachable'],
    ['08P01', 'database-speaks-otherwise'],
    ['25P04', 'database-timeouts'],
    ['53100', 'database-full'],
    ['53200', 'database-out-of-memory'],
    ['53300', 'database-connections-used-up'],
    ['53400', 'database-limit-reached'],
    ['53000', 'database-exhausted'],
    ['55P03', 'database-locked'],
    ['57014', 'database-too-slow'],
    ['57P01', 'database-stopping'],
    ['57P03', 'database-starting'],
    ['57P04', 'database-missing'],
    ['58030', 'database-broken'],
  ])('finding O2: %s is %s: try again, and no error of ours', async (code, kind) => {
    const before = world.log.length;
    await database.asOwner(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'refused by a test' USING ERRCODE = '${code}'; END $$`,
      'CREATE TRIGGER refuse BEFORE INSERT ON email_confirmations FOR EACH ROW EXECUTE FUNCTION refuse()',
    );
    const { status, headers } = await signUp();
    await database.asOwner('DROP TRIGGER refuse ON email_confirmations', 'DROP FUNCTION refuse');
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    expect(faultsSince(before)).toEqual({ kinds: [kind], errors: [] });
    expect((await signUp()).status).toBe(200);
  });
});
