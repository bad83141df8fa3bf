import { SignJWT } from 'jose';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CookieBrowser } from '../../../test/support/browser/cookie-browser.ts';
import { agent, ana, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

const anasFile = '4100327784';
const josesFile = '4100351902';

let world: RevenueWorld;
let origin: string;
let database: pg.Client;
let browser: CookieBrowser;
let pseudonym: string;
let agents = 0;

beforeAll(async () => {
  world = await startRevenueWorld();
  origin = world.revenue.origin;
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
});
beforeEach(async () => {
  agents += 1;
  ({ browser, pseudonym } = await employ(`agent-${agents}`));
});
afterAll(async () => {
  await database.end();
  await world.close();
});

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const valueIn = (body: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? '';

async function signIn(sub: string) {
  const browser = new CookieBrowser();
  world.signet.visitor = agent(sub);
  return { browser, visit: await browser.visit(`${origin}/staff/sign-in`) };
}

/** Signs in, and uses a code that the operator made. */
async function employ(sub: string) {
  const { browser } = await signIn(sub);
  const { code, pseudonym } = await world.revenue.staff.invite();
  const form = await browser.visit(`${origin}/staff/enroll`);
  await browser.post(`${origin}/staff/enroll`, { form_token: valueIn(form.body, 'form_token'), code });
  return { browser, pseudonym, code };
}

async function open(number: string, reason = 'person-called', by = browser) {
  const { body } = await by.visit(`${origin}/staff`);
  const form = { form_token: valueIn(body, 'form_token'), look: valueIn(body, 'look'), number, reason };
  return { form, visit: await by.post(`${origin}/staff/looks`, form) };
}

const looksAt = async (file: string) =>
  (
    await database.query(
      'SELECT act, by_whom, staff, reason FROM record_access WHERE customer_file_number = $1 AND staff = $2',
      [file, pseudonym],
    )
  ).rows;

it('T2: an agent sees what a question needs, masked, and the look is on record with its reason', async () => {
  const { visit } = await open(anasFile);
  expect(visit.status).toBe(200);
  const text = textOf(visit.body);
  for (const shown of [
    'Ana Lucia Rive••• ',
    'XXX-XX-3417',
    'The person called',
    'Accepted and processed',
    '$',
  ]) {
    expect(text).toContain(shown);
  }
  for (const hidden of ['Rivera', '900123417', 'Juniper', '1420 J', '1983', '4821', '68,412']) {
    expect(visit.body).not.toContain(hidden);
  }
  expect(`${visit.url} ${/<title>.*<\/title>/.exec(visit.body)}`).not.toMatch(/4100327784|Ana/);
  expect(visit.headers.get('cache-control')).toBe('no-store');
  expect(await looksAt(anasFile)).toEqual([
    { act: 'staff-opened', by_whom: 'staff', staff: pseudonym, reason: 'person-called' },
  ]);
  expect(world.lines.join('\n')).not.toContain(anasFile);
});

it('the person sees the look on their profile: when, who by pseudonym, and why', async () => {
  await open(anasFile, 'letter-came');
  const { browser: person } = await world.signIn(ana);
  const text = textOf((await person.visit(`${origin}/profile`)).body);
  expect(text).toContain(`Staff member ${pseudonym} opened your file`);
  expect(text).toContain('you wrote to us');
});

it('no reason, or one that is not on the list: no data, and what was typed is kept', async () => {
  for (const reason of ['', 'curious']) {
    const { visit } = await open(anasFile, reason);
    expect(visit.status).toBe(422);
    expect(visit.body).toMatch(/<title>Error: /);
    expect(visit.body).toContain('href="#reason"');
    expect(visit.body).toContain(`value="${anasFile}"`);
    expect(visit.body).not.toContain('Rive');
  }
  expect(await looksAt(anasFile)).toEqual([]);
});

it('the access log cannot be written: nothing is shown, then or later', async () => {
  await database.query('ALTER TABLE record_access RENAME TO record_access_away');
  const { form, visit } = await open(anasFile);
  await database.query('ALTER TABLE record_access_away RENAME TO record_access');
  expect(visit.status).toBe(500);
  expect(visit.body).not.toContain('Rive');
  expect((await browser.visit(`${origin}/staff/looks/${form.look}`)).status).toBe(404);
});

it('a form pressed twice is one look', async () => {
  const { form } = await open(anasFile);
  expect((await browser.post(`${origin}/staff/looks`, form)).status).toBe(200);
  expect(await looksAt(anasFile)).toHaveLength(1);
});

it('a form that opened one file opens no other: the agent gets a fresh one, and nothing is shown', async () => {
  const { form } = await open(anasFile);
  const other = await browser.post(`${origin}/staff/looks`, { ...form, number: josesFile });
  expect([other.status, other.url.pathname]).toEqual([422, '/staff/looks']);
  expect(other.body).toContain('This form has opened a file before');
  expect(other.body).toContain(`value="${josesFile}"`);
  expect(valueIn(other.body, 'look')).not.toBe(form.look);
  expect(await looksAt(josesFile)).toEqual([]);
  const again = { ...form, number: josesFile, look: valueIn(other.body, 'look') };
  expect((await browser.post(`${origin}/staff/looks`, again)).status).toBe(200);
  expect(await looksAt(josesFile)).toHaveLength(1);
});

it('a look ends after 15 minutes and is its agent’s alone', async () => {
  const { visit } = await open(anasFile);
  const { browser: other } = await employ(`other-${agents}`);
  expect((await other.visit(visit.url)).status).toBe(404);
  world.advance(14 * 60_000);
  expect((await browser.visit(visit.url)).status).toBe(200);
  world.advance(61_000);
  const ended = await browser.visit(visit.url);
  expect(ended.status).toBe(410);
  expect(ended.body).not.toContain('Rive');
});

it('somebody who is not staff finds nothing; a former member is out at the next request', async () => {
  const stranger = await signIn('stranger');
  expect(stranger.visit.status).toBe(404);
  expect((await new CookieBrowser().visit(`${origin}/staff`)).status).toBe(401);
  const { visit } = await open(anasFile);
  await world.revenue.staff.end(pseudonym);
  expect((await browser.visit(visit.url)).status).toBe(404);
  expect((await browser.visit(`${origin}/staff`)).status).toBe(404);
});

it('a code makes one person staff, once, within a day', async () => {
  const enroll = async (sub: string, code: string) => {
    const { browser } = await signIn(sub);
    const { body } = await browser.visit(`${origin}/staff/enroll`);
    expect(body).toMatch(/<input(?=[^>]* name="code")[^>]* data-secret/); // no browser hands it on
    return browser.post(`${origin}/staff/enroll`, { form_token: valueIn(body, 'form_token'), code });
  };
  const { code } = await employ(`first-${agents}`);
  expect((await enroll('second', code)).status).toBe(422);
  const late = await world.revenue.staff.invite();
  world.advance(86_400_000);
  expect((await enroll('second', late.code)).status).toBe(422);
  expect((await signIn('second')).visit.status).toBe(404);
});

it('C2: less than a phishing-resistant sign-in at AAL2 is no sign-in here', async () => {
  world.signet.visitor = { ...agent('weak'), acr: ana.acr, amr: ['pwd', 'otp', 'mfa'] };
  const weak = new CookieBrowser();
  const visit = await weak.visit(`${origin}/staff/sign-in`);
  expect(visit.url.pathname).toBe('/staff/problem/level-too-low');
  expect((await weak.visit(`${origin}/staff`)).status).toBe(401);
  expect(world.signet.pushed.at(-1)).toMatchObject({
    scope: 'openid',
    acr_values: 'http://idmanagement.gov/ns/assurance/aal/2?phishing_resistant=true',
  });
});

it('attack, one session used as the other: a staff session opens no taxpayer page, nor the other way round', async () => {
  const { browser: person } = await world.signIn(ana);
  const [staffSecret, personSecret] = [browser.cookie('revenue_staff'), person.cookie('revenue_session')];
  expect((await browser.visit(`${origin}/account`)).status).toBe(401);
  expect((await person.visit(`${origin}/staff`)).status).toBe(401);
  const [asPerson, asStaff] = [new CookieBrowser(), new CookieBrowser()];
  asPerson.setCookie('revenue_session', staffSecret ?? '');
  asStaff.setCookie('revenue_staff', personSecret ?? '');
  expect((await asPerson.visit(`${origin}/account`)).status).toBe(401);
  expect((await asStaff.visit(`${origin}/staff`)).status).toBe(401);
});

it('P4: a logout order from Signet ends a staff session as well', async () => {
  const token = await new SignJWT({
    events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    sub: `agent-${agents}`,
    jti: `staff-${agents}`,
  })
    .setProtectedHeader({ alg: 'ES256', kid: world.signet.signingKeyId, typ: 'logout+jwt' })
    .setIssuer(world.signet.issuer)
    .setAudience(world.revenue.clientRegistration.clientId)
    .setIssuedAt()
    .setExpirationTime('2m')
    .sign(world.signet.signingKey);
  await new CookieBrowser().post(`${origin}/backchannel-logout`, { logout_token: token }, { origin: '' });
  expect((await browser.visit(`${origin}/staff`)).status).toBe(401);
});

it('attack, a forged form opens nothing', async () => {
  const { body } = await browser.visit(`${origin}/staff`);
  const form = { look: valueIn(body, 'look'), number: anasFile, reason: 'audit' };
  for (const token of [{}, { form_token: 'AAAAAAAAAAAAAAAAAAAAAA' }]) {
    expect((await browser.post(`${origin}/staff/looks`, { ...form, ...token })).status).toBe(403);
  }
  expect(await looksAt(anasFile)).toEqual([]);
});

it('attack, numbers tried at once: ten lead nowhere, and after them no right one leads anywhere either', async () => {
  const { body } = await browser.visit(`${origin}/staff`);
  const form = { form_token: valueIn(body, 'form_token'), reason: 'audit' };
  const numbers = Array.from({ length: 14 }, (_, at) => `77${at}`);
  const answers = await Promise.all(
    numbers.map((number) => browser.post(`${origin}/staff/looks`, { ...form, number })),
  );
  expect(answers.filter(({ status }) => status === 404)).toHaveLength(10);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
  expect((await open(anasFile)).visit.status).toBe(429);
  expect(await looksAt(anasFile)).toEqual([]);
});

it('attack, the record by another address or format: the log cannot be gone around', async () => {
  const { form, visit } = await open(anasFile);
  const before = (await looksAt(anasFile)).length;
  const year = new Date().getFullYear() - 2;
  for (const path of [
    `/staff/looks/${form.look}.pdf`,
    `/staff/looks/${form.look}.json`,
    `/staff/looks/${anasFile}`,
    `/staff/files/${anasFile}`,
    `/staff/transcripts/account/${year}.pdf`,
    `/transcripts/account/${year}.pdf`,
    `/transcripts/account/${year}.json`,
    `/transcripts/wage-and-income/${year}/whole`,
  ]) {
    const answer = await browser.visit(`${origin}${path}`);
    expect([401, 404]).toContain(answer.status);
    expect(answer.body).not.toMatch(/Rive|3417/);
  }
  expect(visit.status).toBe(200);
  expect(await looksAt(anasFile)).toHaveLength(before);
});
