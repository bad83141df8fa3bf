import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CookieBrowser, Visit } from '../../../test/support/browser/cookie-browser.ts';
import { sendForm } from '../../../test/support/browser/send-form.ts';
import { ana, jose, latestOnFile, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

let world: RevenueWorld;
let origin: string;
let browser: CookieBrowser;

beforeAll(async () => {
  world = await startRevenueWorld();
  origin = world.revenue.origin;
  browser = (await world.signIn(ana)).browser;
});
afterAll(() => world.close());

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const good = { number: 'p2000-0017', 'scopes-transcripts': 'on', 'scopes-notices': 'on' };

async function checked(over: Record<string, string> = {}): Promise<Visit> {
  const form = await browser.visit(`${origin}/professionals/new`);
  return sendForm(browser, form, '/professionals/check', { ...good, ...over });
}

async function count(table: string, where: string): Promise<number> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const { rows } = await client.query(`SELECT 1 FROM ${table} WHERE ${where}`);
  await client.end();
  return rows.length;
}

describe('authorizing a tax professional', () => {
  it.each([
    [{ number: 'P123' }, 'Enter the letter P and eight digits'],
    [{ number: 'P20000018' }, 'No tax professional has this number'],
    [{ until: '2001-01-01' }, 'Choose a day from'],
    [{ until: `${new Date().getFullYear() + 2}-01-01` }, 'Choose a day from'],
    [{ 'scopes-transcripts': '', 'scopes-notices': '' }, 'Choose at least one kind of record'],
  ])('%o is refused at its field: %s', async (over, words) => {
    const refused = await checked(over);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatch(/<title>Error: /);
    expect(textOf(refused.body)).toContain(words);
  });

  it('attack, double click: one authorization and one notice, after a look at the name', async () => {
    const check = await checked();
    expect(textOf(check.body)).toMatch(/Maren Osei, P20000017 .*May see Transcripts, Notices Until/);
    const made = await Promise.all([1, 2, 3].map(() => sendForm(browser, check, '/professionals')));
    for (const { url } of made) expect(`${url.pathname}${url.search}`).toBe('/professionals?done=given');
    expect(await count('professional_authorizations', 'true')).toBe(1);
    expect(await count('letters', "kind = 'professional-authorized'")).toBe(1);
    expect(textOf(made[0]?.body ?? '')).toMatch(/Maren Osei, P20000017 Active Transcripts, Notices/);
  });

  it('attack, a year that is not on file cannot be allowed', async () => {
    const refused = await checked({ [`years-${latestOnFile}`]: '', 'years-1999': 'on' });
    expect(textOf(refused.body)).toContain('Choose at least one tax year');
  });

  it('attack, another person cannot end it', async () => {
    const mine = await browser.visit(`${origin}/professionals`);
    const [path = ''] = /\/professionals\/[\w-]{36}\/end/.exec(mine.body) ?? [];
    const { browser: other } = await world.signIn(jose);
    const theirs = await other.visit(`${origin}/professionals`);
    const [, token = ''] = /name="form_token" value="([^"]+)"/.exec(theirs.body) ?? [];
    await other.post(`${origin}${path}`, { form_token: token });
    expect(await count('professional_authorizations', 'ended_at IS NOT NULL')).toBe(0);
  });

  it('T10: asks for a fresh sign-in to let somebody in, and for none to end it', async () => {
    const check = await checked();
    world.advance(11 * 60_000);
    const asked = world.signet.pushed.length;
    world.signet.visitor = ana;
    const list = await browser.visit(`${origin}/professionals`);
    const [path = ''] = /\/professionals\/[\w-]{36}\/end/.exec(list.body) ?? [];
    const ended = await sendForm(browser, list, path);
    expect(textOf(ended.body)).toMatch(/The authorization has ended.*No one is authorized now/);
    expect(world.signet.pushed.length).toBe(asked);
    const late = await sendForm(browser, check, '/professionals');
    expect(world.signet.pushed.length).toBe(asked + 1);
    expect(late.url.pathname).toBe('/professionals/new');
    expect(await count('professional_authorizations', 'ended_at IS NULL')).toBe(0);
  });
});
