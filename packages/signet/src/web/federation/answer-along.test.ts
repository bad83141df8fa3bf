import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser, type Visit } from '../../../../../test/support/browser/cookie-browser.ts';
import { statementsOf } from '../../../../../test/support/database/statements-of.ts';
import {
  authorizationUrl,
  codeOf,
  exchange,
  type Flow,
  newFlow,
  open,
  signInAt,
} from '../../../../../test/support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../../../../test/support/sites/signet.ts';
import { sendJson } from '../../../../../test/support/visitors/passkey-visitor.ts';
import { makeAccount } from '../../../../../test/support/visitors/signet-visitor.ts';
import {
  type SoftwareAuthenticator,
  softwareAuthenticator,
} from '../../../../../test/support/visitors/software-authenticator.ts';

let world: TestSignet;
let authenticator: SoftwareAuthenticator;
/** What the browser in which the account was made is known by. */
let known: string;
beforeAll(async () => {
  world = await startSignet();
  const { browser } = await makeAccount(world);
  await signInAt(world, world.permits, browser); // agrees to what this agency asks
  authenticator = softwareAuthenticator({ origin: world.origin });
  await registerForVault(browser);
  known = browser.cookie('signet_device') ?? '';
});
afterAll(() => world.close());

/** A passkey that opens the vault, by the second ceremony that a browser makes for it. */
async function registerForVault(browser: CookieBrowser): Promise<void> {
  const ask = (path: string, sent: object) => sendJson(world, browser, `/passkey/register/${path}`, sent);
  const { body: options } = await ask('options', {});
  const made = await ask('verify', { purpose: 'register', ...authenticator.create(options) });
  await ask('verify', { purpose: 'prf', ...authenticator.get(made.body.prfOptions) });
}

interface Arrived {
  readonly browser: CookieBrowser;
  readonly flow: Flow;
  readonly page: Visit;
}

/** An agency's request in a browser of the person's own with no session, and the page that asks for a passkey. */
async function arrive(): Promise<Arrived> {
  const [browser, flow] = [new CookieBrowser(), newFlow(world.permits)];
  browser.setCookie('signet_device', known);
  return { browser, flow, page: await open(world, flow, browser) };
}

const attributeOf = ({ body }: Visit, name: string): string =>
  (new RegExp(`<signet-passkey[^>]* ${name}="([^"]*)"`).exec(body)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const answerOf = ({ page }: Arrived): object => ({
  purpose: 'signin',
  ...authenticator.get(JSON.parse(attributeOf(page, 'options'))),
});

/** As the page's own script sends it. */
async function send({ browser, page }: Arrived, answer: object) {
  const url = new URL(attributeOf(page, 'verify-url'), world.origin);
  const token = /name="x-csrf-token" content="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const sent = await fetch(url, {
    method: 'POST',
    headers: {
      cookie: browser.cookiesFor(url),
      origin: world.origin,
      accept: 'application/json',
      'content-type': 'application/json',
      'x-csrf-token': token,
    },
    body: JSON.stringify(answer),
  });
  browser.keepFrom(sent.headers);
  return { status: sent.status, body: (await sent.json()) as { readonly redirect?: string } };
}

async function arriveAndSignIn() {
  const arrived = await arrive();
  const { body } = await send(arrived, answerOf(arrived));
  return { ...arrived, path: { ...arrived, redirect: body.redirect ?? '' } };
}

/** Back at the agency, which changes the code for its tokens. */
async function goBack({ browser, flow, redirect }: Arrived & { readonly redirect: string }) {
  const back = await browser.visit(world.origin + redirect, { stopAt: flow.agency.registration.home });
  return exchange(world, flow, codeOf(back.url));
}

const isSignedIn = async (browser: CookieBrowser): Promise<boolean> =>
  (await browser.visit(`${world.origin}/account`)).url.pathname === '/account';

describe('a passkey that answers an agency at once', () => {
  it('costs one transaction for the session, the answer and both audit entries', async () => {
    const arrived = await arrive();
    const answer = answerOf(arrived);
    const asked = await statementsOf(() => send(arrived, answer));
    expect(asked.filter((text) => text === 'BEGIN')).toHaveLength(1);
    expect(asked.filter((text) => text === 'COMMIT')).toHaveLength(1);
    expect(asked.filter((text) => text.startsWith('INSERT INTO audit_entries'))).toHaveLength(1);
    expect(asked.length).toBeLessThanOrEqual(most);
    expect(await isSignedIn(arrived.browser)).toBe(true);
  });

  it('leads back to the agency, and nothing of the request stays behind', async () => {
    const { browser, path } = await arriveAndSignIn();
    expect((await goBack(path)).status).toBe(200);
    expect(browser.cookie('signet_request')).toBeUndefined();
  });

  it('attack, replay: of the same answer sent twice at once only one signs in, and the agency is answered once', async () => {
    const arrived = await arrive();
    const answer = answerOf(arrived);
    const grants = async () =>
      Number(
        (
          await sql<{ count: string }>`SELECT count(*) FROM openid_artifacts WHERE kind = 'Grant'`.execute(
            world.owner.db,
          )
        ).rows[0]?.count,
      );
    const before = await grants();
    const sent = await Promise.all([send(arrived, answer), send(arrived, answer)]);
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await grants()) - before).toBe(1);
  });

  it('leads to the agency in the same answer where the page can follow: one transaction, and no address in between', async () => {
    const arrived = await arrive();
    const answer = { ...answerOf(arrived), leads: 'to-agency' };
    const sent: Awaited<ReturnType<typeof send>>[] = [];
    const asked = await statementsOf(async () => void sent.push(await send(arrived, answer)));
    expect(asked.filter((text) => text === 'BEGIN')).toHaveLength(1);
    expect(asked.length).toBeLessThanOrEqual(most);
    const back = new URL(sent[0]?.body.redirect ?? '');
    expect(back.href.startsWith(arrived.flow.agency.redirectUri)).toBe(true);
    expect((await exchange(world, arrived.flow, codeOf(back))).status).toBe(200);
    expect(arrived.browser.cookie('signet_op')).toBeDefined(); // a sign-out at the provider finds this sign-in
    for (const name of ['signet_request', 'signet_op_request', 'signet_op_resume'])
      expect(arrived.browser.cookie(name)).toBeUndefined();
  });

  it('attack, replay: what led to the agency once leads there no more, from a copy of the browser either', async () => {
    const arrived = await arrive();
    const copy = { ...arrived, browser: arrived.browser.copy() };
    const answer = { ...answerOf(arrived), leads: 'to-agency' };
    const sent = await Promise.all([send(arrived, answer), send(copy, answer)]);
    const led = sent.map(({ body }) => body.redirect?.startsWith(arrived.flow.agency.redirectUri) === true);
    expect(led.toSorted()).toEqual([false, true]);
    const { browser } = led[0] ? copy : arrived; // the one that was too late
    const again = { ...arrived, browser, page: await browser.visit(arrived.page.url) };
    const { body } = await send(again, { ...answerOf(again), leads: 'to-agency' });
    expect(body.redirect ?? '').not.toContain(arrived.flow.agency.redirectUri);
  });

  it('attack, one pushed request in two browsers: of two that lead to the agency at once one does', async () => {
    const flow = newFlow(world.permits);
    const url = await authorizationUrl(world, flow);
    const both: Arrived[] = [];
    for (const browser of [new CookieBrowser(), new CookieBrowser()]) {
      browser.setCookie('signet_device', known);
      both.push({ browser, flow, page: await browser.visit(url) });
    }
    const answers = both.map((one) => ({ ...answerOf(one), leads: 'to-agency' }));
    const sent = await Promise.all(both.map((one, n) => send(one, answers[n] ?? {})));
    const led = sent.filter(({ body }) => body.redirect?.startsWith(flow.agency.redirectUri));
    expect(led).toHaveLength(1);
  });

  it('leads to the provider first where it has a question: somebody else is signed in at agencies in this browser', async () => {
    const { browser } = await makeAccount(world);
    await signInAt(world, world.permits, browser);
    const provider = ['signet_op', 'signet_op.sig'].map(
      (name) => [name, String(browser.cookie(name))] as const,
    );
    const arrived = await arrive();
    for (const [name, value] of provider) arrived.browser.setCookie(name, value);
    const { body } = await send(arrived, { ...answerOf(arrived), leads: 'to-agency' });
    expect(body.redirect).toMatch(/^\/oauth\/authorize\/[\w-]+\?answer=/);
  });

  it('attack, an answer that was not kept leads nowhere: no code leaves', async () => {
    const arrived = await arrive();
    await sql`ALTER TABLE agency_sessions ADD CONSTRAINT no_sessions CHECK (false) NOT VALID`.execute(
      world.owner.db,
    );
    try {
      const { status, body } = await send(arrived, { ...answerOf(arrived), leads: 'to-agency' });
      expect([status, body.redirect]).toEqual([500, undefined]);
      expect(arrived.browser.cookie('signet_op')).toBeUndefined();
    } finally {
      await sql`ALTER TABLE agency_sessions DROP CONSTRAINT no_sessions`.execute(world.owner.db);
    }
  });

  it('reports the fault that kept an agency from being answered at once, though it is answered after all', async () => {
    await failOnce(`a grant of ${known}, ana.rivera@people.example`);
    const before = world.log.length;
    const { path } = await arriveAndSignIn();
    expect((await goBack(path)).status).toBe(200);
    const said = world.log.slice(before).filter((line) => line.includes('answered with the sign-in'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('"reference"');
    expect(said[0]).not.toContain('ana.rivera');
  });

  it('signs the person in all the same where the agency cannot be answered', async () => {
    const refuse = sql`ALTER TABLE openid_artifacts ADD CONSTRAINT no_grants CHECK (kind <> 'Grant') NOT VALID`;
    await refuse.execute(world.owner.db);
    try {
      const arrived = await arrive();
      const { status } = await send(arrived, answerOf(arrived));
      expect(status).toBe(500);
      expect(await isSignedIn(arrived.browser)).toBe(true);
    } finally {
      await sql`ALTER TABLE openid_artifacts DROP CONSTRAINT no_grants`.execute(world.owner.db);
    }
  });
});

/** The next grant is refused, and no other. A sequence goes on though its transaction is rolled back. */
async function failOnce(message: string): Promise<void> {
  await sql`CREATE SEQUENCE grants_tried`.execute(world.owner.db);
  await sql`
    CREATE FUNCTION refuse_first_grant() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
      IF NEW.kind = 'Grant' AND nextval('grants_tried') = 1 THEN RAISE EXCEPTION ${sql.lit(message)}; END IF;
      RETURN NEW;
    END $$`.execute(world.owner.db);
  await sql`CREATE TRIGGER refuse_first_grant BEFORE INSERT ON openid_artifacts
    FOR EACH ROW EXECUTE FUNCTION refuse_first_grant()`.execute(world.owner.db);
}

/** Of the request that checks the passkey: decision 15. */
const most = 16;
