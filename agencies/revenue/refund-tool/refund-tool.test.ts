import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CookieBrowser, type Visit } from '../../../test/support/browser/cookie-browser.ts';
import { sendForm } from '../../../test/support/browser/send-form.ts';
import { ana, latestOnFile, nora, type RevenueWorld, startRevenueWorld } from '../test-world.ts';
import { triesADay } from './postgres-tries.ts';

let world: RevenueWorld;
let origin: string;
let database: pg.Client;
/** What Ana's latest return asked back. Whole dollars. */
let dollars: string;
let visitors = 0;
let browser: CookieBrowser;

beforeAll(async () => {
  world = await startRevenueWorld();
  origin = world.revenue.origin;
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
  const { rows } = await database.query(
    'SELECT amount_cents FROM refunds WHERE customer_file_number = $1 AND tax_year = $2',
    [anasFile, latest],
  );
  dollars = String(Math.floor(Number(rows[0].amount_cents) / 100));
});
beforeEach(async () => {
  await database.query('DELETE FROM refund_tries');
  visitors += 1;
  browser = await enter(`somebody-${visitors}`);
});
afterAll(async () => {
  await database.end();
  await world.close();
});

const anasFile = '4100327784';
const thisYear = new Date().getUTCFullYear();
const latest = latestOnFile;
/** One of the three that can be asked about, in which she got nothing back. */
const withoutRefund = latest === thisYear - 1 ? latest - 2 : thisYear - 1;
const textOf = ({ body }: Visit): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** Signs in at the refund tool as somebody whom Signet knows by one factor and nothing else. */
async function enter(sub: string): Promise<CookieBrowser> {
  const browser = new CookieBrowser();
  const acr = 'http://idmanagement.gov/ns/assurance/aal/1';
  world.signet.visitor = { sub, acr, amr: ['pwd'], ial: 0, aal: 1, claims: {} };
  const entered = await browser.visit(`${origin}/refund/sign-in`);
  expect(entered.url.pathname).toBe('/refund');
  return browser;
}

it('in the tax account asks nothing: a person who is signed in there sees their own refunds', async () => {
  const { browser } = await world.signIn(ana);
  const shown = await browser.visit(`${origin}/refund`);
  expect(textOf(shown)).toMatch(new RegExp(`Refund for ${latest} Return received , done`));
  expect(shown.body).not.toContain('name="number"');
  expect(shown.body).toContain('action="/sign-out"');
  expect(shown.headers.get('cache-control')).toBe('no-store');
  world.advance(16 * 60_000);
  expect(textOf(await browser.visit(`${origin}/refund`))).toContain('Sign in with Signet');
});

it('in the tax account says of each year with a return and no refund that none is due', async () => {
  const hers = await (await world.signIn(ana)).browser.visit(`${origin}/refund`);
  expect(textOf(hers)).toContain(`No refund is due for ${latest - 2}.`);
  expect(textOf(hers)).not.toContain(`No refund is due for ${latest}.`);
});

it('somebody in the tax account without a file may ask by a return, as anybody may', async () => {
  const { browser } = await world.signIn(nora);
  expect(textOf(await browser.visit(`${origin}/refund`))).toContain('Sign in with Signet');
});

const anas = () => ({
  number: '900-12-3417',
  year: String(latest),
  status: 'head-of-household',
  amount: dollars,
});

const ask = async (over: Partial<ReturnType<typeof anas>> = {}, by = browser): Promise<Visit> =>
  sendForm(by, await by.visit(`${origin}/refund`), '/refund', { ...anas(), ...over });

describe('the refund tool', () => {
  it('is a public page that says what one needs and when, before anything is asked', async () => {
    const visit = await new CookieBrowser().visit(`${origin}/refund`);
    expect(visit.status).toBe(200);
    expect(textOf(visit)).toMatch(/Where is my refund\? .*You do not have to prove who you are/);
    expect((await new CookieBrowser().visit(origin)).body).toContain('href="/refund"');
  });

  it('T4: asks Signet for AAL1 and for no detail, and shows the stages with their days', async () => {
    const asked = world.signet.pushed.at(-1);
    expect(asked).toMatchObject({
      scope: 'openid',
      acr_values: 'http://idmanagement.gov/ns/assurance/aal/1',
    });
    const found = await ask();
    expect(found.status).toBe(200);
    expect(textOf(found)).toMatch(
      new RegExp(`Refund for ${latest} Return received , done February 11, ${latest + 1}`),
    );
    expect(textOf(found)).toContain('We have sent your refund.');
  });

  it('T10: at one factor no amount, bank account, name or number is shown, and no other page opens', async () => {
    const found = await ask({ amount: `$${dollars}.00` });
    expect(textOf(found)).toContain('We have sent your refund.');
    for (const hidden of ['$', '4821', 'Rive', '3417', anasFile]) expect(textOf(found)).not.toContain(hidden);
    for (const path of ['/account', '/transcripts', '/bank-accounts', '/staff']) {
      expect((await browser.visit(`${origin}${path}`)).status).toBe(401);
    }
    const stolen = new CookieBrowser();
    stolen.setCookie('revenue_session', browser.cookie('revenue_refund') ?? '');
    expect((await stolen.visit(`${origin}/account`)).status).toBe(401);
  });

  it('a person who once opened their tax account types nothing, and its owner sees who else asked', async () => {
    await ask();
    const { browser: full } = await world.signIn(ana);
    expect(textOf(await full.visit(`${origin}/profile`))).toContain('asked where this refund is');
    const known = await (await enter('ana')).visit(`${origin}/refund`);
    expect(textOf(known)).toMatch(new RegExp(`Refund for ${latest} .*Refund for ${latest - 1} `));
    expect(known.body).not.toContain('name="number"');
    expect(textOf(known)).not.toContain('$');
  });

  it('what cannot be is told at its field, in the summary and in the title, in Spanish too', async () => {
    const wrong = await ask({ number: '12', status: '', amount: 'a lot' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatch(/<title>Error: /);
    expect(wrong.body).toMatch(/<input(?=[^>]* name="number")[^>]* data-secret/); // no browser hands it on
    for (const field of ['number', 'status', 'amount']) expect(wrong.body).toContain(`href="#${field}"`);
    expect(wrong.body).toContain('value="a lot"');
    await browser.visit(`${origin}/refund?lang=es`);
    expect(textOf(await ask({ number: '12' }))).toContain('Escriba los nueve dígitos del número');
  });

  it.each([
    ['a number that nobody has', { number: '900123418' }],
    ['another filing status', { status: 'single' }],
    ['another amount', { amount: '17' }],
    ['a year without a refund', { year: String(withoutRefund) }],
  ])(
    'A22: %s is answered like every other that does not fit, and what was typed stays',
    async (_name, over) => {
      const none = await ask(over);
      expect(none.status).toBe(200);
      expect(textOf(none)).toContain('We found no refund that matches');
      const bare = (visit: Visit) => textOf(visit).replaceAll(/\d+/g, '');
      expect(bare(none)).toBe(bare(await ask({ number: '999999999', amount: '1' })));
      expect(none.body).toContain(`value="${{ ...anas(), ...over }.amount}"`);
    },
  );
});

describe('attack, guessing', () => {
  it(`one account asks ${triesADay.person} times a day what does not fit, and then not even what fits`, async () => {
    for (let at = 0; at < triesADay.person; at += 1) expect((await ask({ amount: '17' })).status).toBe(200);
    const right = await ask();
    expect(right.status).toBe(429);
    expect(textOf(right)).not.toContain('We have sent');
    world.advance(86_400_000);
    expect(textOf(await ask({}, await enter('the-next-day')))).toContain('We have sent');
  });

  it('many sent at once are all counted', async () => {
    const form = await browser.visit(`${origin}/refund`);
    const wrong = { ...anas(), amount: '17' };
    const many = await Promise.all(
      Array.from({ length: 12 }, () => sendForm(browser, form, '/refund', wrong)),
    );
    expect(many.filter(({ status }) => status === 200)).toHaveLength(triesADay.person);
  });

  it('many accounts that ask about one number: nobody learns anything more of it that day, and its owner is told what to do instead', async () => {
    const ofNobody = '900123418';
    for (let at = 0; at < triesADay.number; at += 1) {
      const guesser = await enter(`guesser-${at}`);
      for (const number of [anas().number, ofNobody]) {
        const answer = await ask({ number, amount: String(100 + at) }, guesser);
        expect(textOf(answer)).toContain('We found no refund that matches');
      }
    }
    const right = await ask();
    expect(right.status).toBe(429);
    expect(textOf(right)).toContain('Today we cannot answer more questions about this number');
    expect(textOf(right)).toMatch(/Sign in instead.* Open my tax account/);
    // whether the number is anybody's, and whether what was asked with fits, nobody can tell from it
    const alike = [await ask({ amount: '17' }), await ask({ number: ofNobody })];
    for (const closed of alike) expect([closed.status, closed.body]).toEqual([429, right.body]);
    await browser.visit(`${origin}/refund?lang=es`);
    expect(textOf(await ask())).toContain('Hoy ya no podemos responder más preguntas sobre este número');
    // its owner, once known, asks nothing and is kept out of nothing
    await world.signIn(ana);
    expect(textOf(await (await enter('ana')).visit(`${origin}/refund`))).toContain('We have sent');
  });

  it('right answers do not count', async () => {
    for (let at = 0; at < triesADay.person + 2; at += 1)
      expect(textOf(await ask())).toContain('We have sent');
  });

  it('P4: a logout at Signet ends these sessions too; a forged post is refused', async () => {
    const forged = await browser.post(`${origin}/refund`, {
      ...anas(),
      form_token: 'AAAAAAAAAAAAAAAAAAAAAA',
    });
    expect(forged.status).toBe(403);
    const { rowCount } = await database.query('DELETE FROM signet_sessions WHERE subject = $1', [
      `somebody-${visitors}`,
    ]);
    expect(rowCount).toBe(1); // the very rows that an order finds by subject
    expect(textOf(await browser.visit(`${origin}/refund`))).toContain('What you need');
  });

  it('T9: no taxpayer number is kept or logged', async () => {
    await ask({ number: '900123418' });
    const { rows } = await database.query('SELECT t::text AS row FROM refund_tries t');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows) + world.lines.join('')).not.toMatch(/900-?12-?3418/);
  });
});
