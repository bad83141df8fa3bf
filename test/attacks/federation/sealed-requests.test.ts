import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CookieBrowser, type Visit } from '../../support/browser/cookie-browser.ts';
import {
  agree,
  authorizationUrl,
  authorize,
  codeOf,
  exchange,
  type Flow,
  newFlow,
  open,
  push,
  signInAt,
  userinfo,
} from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { csrfIn, headingIn, makeAccount } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());
afterEach(() => void vi.useRealTimers());

/** What the agency asks and the person is always asked about, so that the test answers in its own time. */
const asking = () => newFlow(world.permits, { prompt: 'consent' });

const home = () => `${world.permits.registration.home}/`;

const hasCode = ({ url }: Visit): boolean => url.searchParams.has('code');

/** The consent page's "agree" in any browser, without a look at where it ends. */
const press = (browser: CookieBrowser, page: Visit): Promise<Visit> =>
  browser.post(
    `${page.url.origin}${page.url.pathname}/consent`,
    { csrf: csrfIn(page), answer: 'agree' },
    {},
    { stopAt: home() },
  );

const resumeIn = (trail: readonly string[]): string =>
  trail.findLast((address) => address.includes('/oauth/authorize/')) ?? '';

describe('attack, a request that travels sealed is used again', () => {
  it('P3: a pushed request that was answered begins nothing more, in this browser or another', async () => {
    const { browser } = await makeAccount(world);
    const flow = newFlow(world.permits);
    const url = await authorizationUrl(world, flow);
    codeOf(await agree(flow, browser, await browser.visit(url, { stopAt: home() })));
    for (const again of [browser, browser.copy(), new CookieBrowser()]) {
      const page = await again.visit(url, { stopAt: home() });
      expect([page.status, page.url.pathname]).toEqual([400, '/oauth/authorize']);
    }
  });

  it('P3: of two interactions begun with one pushed request one is answered', async () => {
    const { browser } = await makeAccount(world);
    await signInAt(world, world.permits, browser);
    const url = await authorizationUrl(world, asking());
    const [first, second] = [await browser.visit(url), await browser.visit(url)];
    expect(first.url.pathname).not.toBe(second.url.pathname);
    const told = await entries();
    expect(hasCode(await press(browser, first))).toBe(true);
    const late = await press(browser, second);
    expect([hasCode(late), late.status, headingIn(late)]).toEqual([false, 400, 'That request has expired']);
    expect(await entries()).toBe(told + 1); // the audit log says that the agency was answered once
  });

  it('P3: at the same moment as well', async () => {
    const { browser } = await makeAccount(world);
    await signInAt(world, world.permits, browser);
    const url = await authorizationUrl(world, asking());
    const pages = [await browser.visit(url), await browser.visit(url), await browser.visit(url)];
    const answers = await Promise.all(pages.map((page) => press(browser.copy(), page)));
    expect(answers.filter(hasCode)).toHaveLength(1);
  });

  it('C1: cookies that were copied before the answer answer nothing after it', async () => {
    const { browser } = await makeAccount(world);
    await signInAt(world, world.permits, browser);
    const page = await open(world, asking(), browser);
    const copy = browser.copy();
    expect(hasCode(await press(browser, page))).toBe(true);
    expect(headingIn(await browser.visit(page.url))).toBe('That request has expired');
    const replayed = await press(copy, page);
    expect([hasCode(replayed), replayed.status]).toEqual([false, 400]);
  });

  it('C1: nor does the address that went on with it, with the cookies of before', async () => {
    const { browser } = await makeAccount(world);
    await signInAt(world, world.permits, browser);
    const page = await open(world, asking(), browser);
    const copy = browser.copy();
    expect(hasCode(await press(browser, page))).toBe(true);
    const resume = resumeIn(browser.trail);
    expect(new URL(resume).searchParams.get('answer')).toMatch(/^[0-9a-z]+\.[\w-]+$/);
    for (const again of [copy, browser, new CookieBrowser()]) {
      const replayed = await again.visit(resume, { stopAt: home() });
      expect([hasCode(replayed), replayed.status]).toEqual([false, 400]);
    }
  });

  it('C1: a request that was declined is over for a copy too', async () => {
    const { browser } = await makeAccount(world);
    await signInAt(world, world.permits, browser);
    const page = await open(world, asking(), browser);
    const copy = browser.copy();
    const form = { csrf: csrfIn(page), answer: 'decline' };
    const declined = await browser.post(`${page.url.href}/consent`, form, {}, { stopAt: home() });
    expect(declined.url.searchParams.get('error')).toBe('access_denied');
    const replayed = await press(copy, page);
    expect([hasCode(replayed), replayed.status]).toEqual([false, 400]);
  });
});

describe('attack, an answer carried to another request', () => {
  it('C1, sign-in CSRF: the attacker’s answer does not open for the victim’s request', async () => {
    const [victim, attacker] = await Promise.all([makeAccount(world), makeAccount(world)]);
    await signInAt(world, world.permits, attacker.browser);
    expect(hasCode(await press(attacker.browser, await open(world, asking(), attacker.browser)))).toBe(true);
    const theirs = new URL(resumeIn(attacker.browser.trail));
    const page = await open(world, asking(), victim.browser);
    const mine = new URL(`/oauth/authorize/${page.url.pathname.split('/').at(-1)}`, world.origin);
    mine.search = theirs.search;
    const carried = await victim.browser.visit(mine, { stopAt: home() });
    expect([hasCode(carried), carried.url.pathname.startsWith('/interaction/')]).toEqual([false, true]);
    expect((await victim.browser.visit(theirs, { stopAt: home() })).status).toBe(400);
  });

  it('C1: a grant that fell between the answer and its address yields no code', async () => {
    const { browser } = await makeAccount(world);
    await signInAt(world, world.permits, browser);
    const page = await open(world, asking(), browser);
    const form = { csrf: csrfIn(page), answer: 'agree' };
    const stopAt = `${world.origin}/oauth/authorize/`;
    const answered = await browser.post(`${page.url.href}/consent`, form, {}, { stopAt });
    await sql`DELETE FROM openid_artifacts WHERE kind = 'Grant'`.execute(world.signet.resources.pool.db);
    const late = await browser.visit(answered.url, { stopAt: home() });
    expect([hasCode(late), late.status]).toEqual([false, 400]);
    expect(await stored('AuthorizationCode')).toBe(0);
  });
});

describe('attack, a sealed value that is not what it says', () => {
  const refusedAtToken = async (flow: Flow, code: string) => {
    const answer = await exchange(world, flow, code);
    expect([answer.status, answer.json.error]).toEqual([400, 'invalid_grant']);
  };

  it('C8: a code, a token and a pushed request each open as nothing else', async () => {
    const { browser } = await makeAccount(world);
    const flow = newFlow(world.permits);
    const pushed = String((await push(world, flow)).json.request_uri);
    const { accessToken } = await signInAt(world, world.permits, browser);
    const code = codeOf(await authorize(world, flow, browser));
    const named = pushed.replace(/^.*:/, '');
    for (const other of [accessToken, named]) await refusedAtToken(flow, other);
    for (const other of [code, named]) expect((await userinfo(world, other)).status).toBe(401);
    for (const other of [code, accessToken]) {
      const url = await authorizationUrl(world, flow);
      url.searchParams.set('request_uri', pushed.replace(named, other));
      expect((await browser.visit(url, { stopAt: home() })).status).toBe(400);
    }
    expect((await exchange(world, flow, code)).status).toBe(200);
  });

  it('C8: what is cut short, lengthened or changed is refused, whatever its length', async () => {
    const { browser } = await makeAccount(world);
    const flow = newFlow(world.permits);
    const code = codeOf(await authorize(world, flow, browser));
    const middle = Math.floor(code.length / 2);
    const changed = `${code.slice(0, middle)}${code[middle] === 'A' ? 'B' : 'A'}${code.slice(middle + 1)}`;
    const odd = [code.slice(0, -4), code.slice(0, 12), `${code}AAAA`, changed, `${code}.${code}`, `.${code}`];
    for (const value of [...odd, code.replace('.', ''), code.replace(/^\w+/, 'zzzz'), 'A'.repeat(50_000)])
      await refusedAtToken(flow, value);
    expect((await userinfo(world, `${code}${'A'.repeat(9000)}`)).status).toBe(401);
    const url = await authorizationUrl(world, flow);
    const pushed = String(url.searchParams.get('request_uri'));
    for (const value of [pushed.slice(0, -3), `${pushed}AAA`, pushed + 'A'.repeat(9000), `${pushed}/17`]) {
      url.searchParams.set('request_uri', value);
      expect((await browser.visit(url, { stopAt: home() })).status).toBe(400);
    }
    expect((await exchange(world, flow, code)).status).toBe(200);
  });

  it('P1: the pushed request of one agency serves no other', async () => {
    const { browser } = await makeAccount(world);
    const url = await authorizationUrl(world, newFlow(world.permits));
    url.searchParams.set('client_id', 'records');
    expect((await browser.visit(url, { stopAt: home() })).status).toBe(400);
  });

  it('C8: an exchange that is refused does not use the code up for the agency that it is for', async () => {
    const { browser } = await makeAccount(world);
    const flow = newFlow(world.permits);
    const code = codeOf(await authorize(world, flow, browser));
    const { redirectUri } = world.permits;
    const thief = await exchange(world, { ...flow, agency: world.records }, code, {
      redirect_uri: redirectUri,
    });
    expect([thief.status, thief.json.error]).toEqual([400, 'invalid_grant']);
    await refusedAtToken({ ...flow, verifier: newFlow(world.permits).verifier }, code);
    const elsewhere = await exchange(world, flow, code, { redirect_uri: `${redirectUri}/` });
    expect([elsewhere.status, elsewhere.json.error]).toEqual([400, 'invalid_grant']);
    expect((await exchange(world, flow, code)).status).toBe(200);
  });
});

describe('attack, a clock that differs', () => {
  const asIfItWere = (milliseconds: number) =>
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + milliseconds });

  it('P2: a code whose minute is over by the database’s clock is refused by a node whose clock is behind', async () => {
    const { browser } = await makeAccount(world);
    const flow = asking();
    const page = await open(world, flow, browser);
    asIfItWere(-120_000);
    const code = codeOf((await press(browser, page)).url);
    const late = await exchange(world, flow, code);
    expect([late.status, late.json.error]).toEqual([400, 'invalid_grant']);
  });

  it('P3: so is a pushed request', async () => {
    const { browser } = await makeAccount(world);
    asIfItWere(-120_000);
    const late = await open(world, newFlow(world.permits), browser);
    expect([late.status, late.url.pathname]).toEqual([400, '/oauth/authorize']);
  });

  it('P2: a node whose clock is ahead refuses it early', async () => {
    const { browser } = await makeAccount(world);
    const flow = newFlow(world.permits);
    const code = codeOf(await authorize(world, flow, browser));
    asIfItWere(61_000);
    const late = await exchange(world, flow, code);
    expect([late.status, late.json.error]).toEqual([400, 'invalid_grant']);
  });
});

it('P3: a request too long for its address or its cookie is stored, and serves once as any other', async () => {
  const { browser } = await makeAccount(world);
  const before = await stored('PushedAuthorizationRequest');
  const flow = newFlow(world.permits, { state: 's'.repeat(2200), prompt: 'consent' });
  const url = await authorizationUrl(world, flow);
  expect(url.href.length).toBeLessThan(300);
  expect(await stored('PushedAuthorizationRequest')).toBe(before + 1);
  const page = await browser.visit(url);
  expect(browser.cookiesFor(page.url).length).toBeLessThan(2000);
  const copy = browser.copy();
  const answer = await agree(flow, browser, page);
  expect(answer.searchParams.get('state')).toBe(flow.params.state);
  expect((await exchange(world, flow, codeOf(answer))).status).toBe(200);
  for (const again of [browser, copy]) {
    expect((await again.visit(url, { stopAt: home() })).status).toBe(400);
    expect(hasCode(await press(again, page))).toBe(false);
  }
});

it('attack, stolen database: of what travels sealed it holds nothing but that something was used', async () => {
  const { browser } = await makeAccount(world);
  await signInAt(world, world.permits, browser);
  const kinds = ['PushedAuthorizationRequest', 'Interaction', 'AuthorizationCode', 'AccessToken'];
  await sql`DELETE FROM openid_artifacts`.execute(world.signet.resources.pool.db);
  const flow = newFlow(world.permits);
  expect((await exchange(world, flow, codeOf(await authorize(world, flow, browser)))).status).toBe(200);
  for (const kind of kinds) expect([kind, await stored(kind)]).toEqual([kind, 0]);
  const { rows } = await sql<{ sealed: Buffer }>`
    SELECT sealed FROM openid_artifacts WHERE kind = 'ReplayDetection'`.execute(
    world.signet.resources.pool.db,
  );
  expect(rows.every(({ sealed }) => sealed.length === 0)).toBe(true);
});

async function stored(kind: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM openid_artifacts WHERE kind = ${kind}`.execute(
    world.signet.resources.pool.db,
  );
  return rows[0]?.n ?? 0;
}

/** How often the audit log says that an agency was answered. */
async function entries(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM audit_entries WHERE entry::text LIKE '%agency.signed-in%'`.execute(
    world.owner.db,
  );
  return rows[0]?.n ?? 0;
}
