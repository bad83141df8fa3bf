import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Actor, messageTo } from '../journey/actor.ts';
import { goOn, goThrough } from '../journey/journey.ts';
import { openStage, type Stage } from '../support/browser/stage.ts';
import { photosSeenLater } from '../support/sites/world.ts';

vi.setConfig({ testTimeout: 120_000 }); // a whole proofing comes first

/** Within so long an agency has heard of an end, and its session is over. */
const seconds = { timeout: 5000, interval: 200 };

let stage: Stage;
let ana: Actor;
beforeAll(async () => {
  stage = await openStage({ environment: photosSeenLater });
  ana = await stage.enter('ana-rivera');
});
afterAll(() => stage?.close());

/** How an agency answers this browser on a page of its own: 401 is no session. */
async function statusAt({ page, world }: Actor, agency: 'revenue' | 'benefits'): Promise<number> {
  const path = agency === 'revenue' ? '/account' : '/welcome';
  return (await page.request.get(`${world[agency]}${path}`)).status();
}

const isOutAtBoth = async (actor: Actor): Promise<void> => {
  await expect.poll(() => statusAt(actor, 'revenue'), seconds).toBe(401);
  await expect.poll(() => statusAt(actor, 'benefits'), seconds).toBe(401);
};

async function ask<Row extends pg.QueryResultRow>(agency: string, query: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: stage.databaseUrl.replace(/\/[^/]+$/, `$&_${agency}`) });
  await client.connect();
  const { rows } = await client.query<Row>(query);
  await client.end();
  return rows;
}

/** What an agency calls the people who are signed in there. */
const subjectsAt = async (agency: string): Promise<readonly string[]> =>
  (await ask<{ subject: string }>(agency, 'SELECT DISTINCT subject FROM signet_sessions')).map(
    ({ subject }) => subject,
  );

/** The latest refund in whole dollars, as its taxpayer reads it off the return. */
async function refundOf(file: string): Promise<string> {
  const [latest] = await ask<{ dollars: string }>(
    'revenue',
    `SELECT (amount_cents / 100)::text AS dollars FROM refunds WHERE customer_file_number = '${file}'
     ORDER BY tax_year DESC LIMIT 1`,
  );
  return latest?.dollars ?? '';
}

async function enterBoth(actor: Actor): Promise<void> {
  expect((await goThrough(actor, 'revenue')).outcome).toBe('account');
  expect((await goThrough(actor, 'benefits')).outcome).toBe('benefits');
  expect(await statusAt(actor, 'revenue')).toBe(200);
  expect(await statusAt(actor, 'benefits')).toBe(200);
}

/** Another browser of hers, with the same app on her phone. */
async function elsewhere(): Promise<Actor> {
  const { page, world, person, ...known } = ana;
  return stage.enter(person.id, known);
}

describe('one account at two agencies', () => {
  it('C3: each has its own name for her, and neither learns the other’s', async () => {
    await enterBoth(ana);
    const [[atRevenue], [atBenefits]] = await Promise.all([subjectsAt('revenue'), subjectsAt('benefits')]);
    expect(atRevenue).toMatch(/^[\w-]{43}$/);
    expect(atBenefits).toMatch(/^[\w-]{43}$/);
    expect(atBenefits).not.toBe(atRevenue);
  });

  it('files a claim at the office with what Signet shared, and no number of hers is there', async () => {
    const { page, person, world } = ana;
    await page.goto(`${world.benefits}/service`);
    await page.fill('#began', '2004-06-01');
    await page.fill('#ended', '2010-06-01');
    await page.locator('main button').click();
    await page.locator('main a[href="/claims/new/health"]').click();
    await page.locator('input[name="contact"]').first().check();
    await page.locator('main button').click();
    await page.locator('main button').first().click();
    await page.waitForURL(/\/claims\/VB-/);
    const claim = (await page.locator('main').textContent()) ?? '';
    expect(claim).toContain('We have your claim.');
    expect(claim).not.toContain(person.ssn.slice(-4));
  });

  it('P4: a sign-out from another device, at Signet, ends both agencies’ sessions within seconds', async () => {
    const phone = await elsewhere();
    await phone.page.goto(`${phone.world.signet}/account/devices`);
    await goOn(phone, undefined, /^signet\/account/);
    await phone.page.goto(`${phone.world.signet}/account/devices`);
    await phone.page.locator('form[action^="/account/devices/sign-out"] button').last().click();
    await isOutAtBoth(ana);
    ana.usedStep = phone.usedStep ?? 0;
  });

  it('P4, A27: "this was not me" suspends the account, ends both sessions within seconds, and nobody comes back in', async () => {
    await enterBoth(ana);
    const [, link = ''] = await messageTo(ana, ana.email, /verified[\s\S]*?(http\S+\/not-me\/[\w-]{43})/i);
    const owner = await (await stage.browser.newContext()).newPage();
    await owner.goto(link);
    await owner.locator('form[action^="/not-me/"] button').click();
    await owner.waitForURL(/\/not-me\/done/);
    await isOutAtBoth(ana);
    await expect(goThrough(ana, 'revenue')).rejects.toThrow('the page says');
  });
});

it('T4, T10: an account that proves nothing sees how far a refund is, and no tax account', async () => {
  const newcomer = await stage.enter('ana-rivera', { email: 'ana.rivera.again@people.example' });
  const { page, world, person } = newcomer;
  await page.goto(`${world.revenue}/refund`);
  await page.locator('main a.button').click();
  await goOn(newcomer, undefined, /^revenue\/refund/);
  await page.fill('#number', person.ssn);
  await page.check('input[value="head-of-household"]');
  await page.fill('#amount', await refundOf('4100327784'));
  await page.locator('main button').click();
  await page.locator('.stages').waitFor();
  expect(await page.locator('main').textContent()).toContain('We have sent your refund.');
  expect(await statusAt(newcomer, 'revenue')).toBe(401);
  await page.context().close();
});
