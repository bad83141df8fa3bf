import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clockIn } from '@signet/agencies-ui/clock';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CookieBrowser } from '../../../test/support/browser/cookie-browser.ts';
import { loadKeys, relyingPartySettings } from '../config/config.ts';
import { openRevenueDatabase } from '../database/open.ts';
import { ana, jose, type RevenueWorld, startRevenueWorld } from '../test-world.ts';
import { createRevenueApp } from './app.tsx';

const anasFile = '4100327784';
const mine = { bank: randomUUID(), payment: randomUUID(), plan: randomUUID(), paper: '1999-77' };

/** What anybody may ask for. Each names nobody. */
const open = [
  'GET /',
  'GET /favicon.ico',
  'GET /apple-touch-icon.png',
  'GET /site.webmanifest',
  'GET /robots.txt',
  'GET /sign-in',
  'GET /callback',
  'GET /signed-out',
  'GET /sign-in-problem/:failure',
  'POST /backchannel-logout',
  'GET /staff/sign-in',
  'GET /staff/callback',
  'GET /staff/signed-out',
  'GET /staff/problem/:failure',
  'POST /staff/backchannel-logout',
  'GET /refund',
  'GET /refund/sign-in',
  'GET /refund/callback',
  'GET /refund/problem/:failure',
  'POST /refund/backchannel-logout',
];

let world: RevenueWorld;
let database: pg.Client;
let routes: readonly string[];

beforeAll(async () => {
  world = await startRevenueWorld();
  database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
  await giveAna();
  routes = await registered();
});
afterAll(async () => {
  await database.end();
  await world.close();
});

/** Every path that the department answers, as it is registered. */
async function registered(): Promise<readonly string[]> {
  const bank = { url: 'http://localhost', key: '' };
  const origin = world.revenue.origin;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'revenue-'));
  const settings = { port: 0, host: '', databaseUrl: '', issuer: world.signet.issuer, origin, dataDir, bank };
  const database = openRevenueDatabase(world.databaseUrl, () => undefined);
  const app = createRevenueApp({
    origin,
    relyingParty: await relyingPartySettings(settings),
    database,
    keys: await loadKeys(settings.dataDir),
    bank: { check: unasked, debit: unasked, returns: unasked },
    clock: clockIn(),
    log: () => undefined,
  });
  await database.close();
  await rm(dataDir, { recursive: true });
  const all = app.routes.filter((one) => !one.path.includes('*') && !one.path.startsWith('/assets/'));
  return [...new Set(all.filter(({ method }) => method !== 'ALL').map((one) => `${one.method} ${one.path}`))];
}

const unasked = () => Promise.reject(new Error('no bank is asked here'));

/** Something of hers behind every kind of id that stands in an address. */
async function giveAna(): Promise<void> {
  const insert = (text: string, values: unknown[]) => database.query(text, values);
  await insert(
    `INSERT INTO bank_accounts (customer_file_number, id, sealed, bank_name, kind, last_four, checked_on)
     VALUES ($1, $2, 'x', 'Harbor Bank', 'checking', '6642', '2024-01-01')`,
    [anasFile, mine.bank],
  );
  await insert(
    `INSERT INTO payments (id, customer_file_number, form_key, account_file_number, tax_year, kind, amount_cents, pay_on,
       bank_account, state, made_at)
     VALUES ($1, $2, gen_random_uuid(), $2, 2024, 'estimated', 12345, '2999-01-01', $3, 'scheduled', now())`,
    [mine.payment, anasFile, mine.bank],
  );
  await insert(
    `INSERT INTO payment_plans (id, customer_file_number, form_key, account_file_number, tax_year, kind, bank_account,
       agreed_on, state) VALUES ($1, $2, gen_random_uuid(), $2, 2024, 'short-term', $3, '2024-01-01', 'running')`,
    [mine.plan, anasFile, mine.bank],
  );
  // what she owes for the year, so that the round that ends plans leaves hers as it is
  await insert(
    `INSERT INTO account_transactions (customer_file_number, tax_year, code, posted_on, amount_cents)
     VALUES ($1, 2024, '290', '2024-01-01', 999999999)`,
    [anasFile],
  );
  await insert(
    `INSERT INTO letters (customer_file_number, id, kind, sent_on) VALUES ($1, $2, 'refund-approved', '1999-01-01')`,
    [anasFile, mine.paper],
  );
  await insert(
    `INSERT INTO income_documents (customer_file_number, id, tax_year, kind, received_on, sealed)
     VALUES ($1, $2, 1999, 'W-2', '1999-01-01', 'x')`,
    [anasFile, mine.paper],
  );
}

/** A route as addresses: each of Ana's ids where one stands. */
function addressesOf(route: string): readonly string[] {
  const filled = route.replace(/:kind/, 'account').replace(/:year\{[^}]*\}/, '2024');
  const ids = [...Object.values(mine), `${mine.paper}.pdf`, anasFile];
  const each = ids.map((id) => filled.replace(/:[a-z]+(\{.*\})?/, id));
  return [...new Set(each)];
}

async function ask(browser: CookieBrowser, route: string, address: string, form = {}) {
  const url = `${world.revenue.origin}${address}`;
  return route.startsWith('GET') ? browser.visit(url) : browser.post(url, form);
}

async function rowsOfAna(): Promise<readonly unknown[]> {
  const tables = ['bank_accounts', 'payments', 'payment_plans', 'letters', 'account_transactions'];
  const rows: unknown[] = [];
  for (const table of tables) {
    const text = `SELECT t::text AS row FROM ${table} t WHERE customer_file_number = $1 ORDER BY 1`;
    rows.push(...(await database.query(text, [anasFile])).rows);
  }
  return rows;
}

it('attack, every address without a session: only what names nobody is answered', async () => {
  expect(routes.length).toBeGreaterThan(40);
  expect(routes).toEqual(expect.arrayContaining(open));
  const answered: string[] = [];
  for (const route of routes.filter((one) => !open.includes(one))) {
    for (const address of addressesOf(route.split(' ')[1] ?? '')) {
      const { status, body } = await ask(new CookieBrowser(), route, address);
      if (status !== 401 || /Rive|3417|6642/.test(body)) answered.push(`${route} ${status}`);
    }
  }
  expect(answered).toEqual([]);
});

it('attack, every address with another person’s session: nothing of hers is shown, and nothing is changed', async () => {
  const before = await rowsOfAna();
  const { browser, visit } = await world.signIn(jose);
  const form = {
    form_token: /name="form_token" value="([^"]+)"/.exec(visit.body)?.[1] ?? '',
    from: mine.bank,
  };
  const leaks: string[] = [];
  for (const route of routes.filter((one) => !/sign-out|sign-in|step-up|callback|backchannel/.test(one))) {
    for (const address of addressesOf(route.split(' ')[1] ?? '')) {
      const { status, body } = await ask(browser, route, address, form);
      if (/Rive|3417|6642|Harbor Bank|123\.45/.test(body) || status >= 500) leaks.push(`${route} ${status}`);
      if (/:(id|file)$/.test(route) && route.startsWith('GET') && ![401, 404].includes(status)) {
        leaks.push(`${route} ${address} ${status}`);
      }
    }
  }
  expect(leaks).toEqual([]);
  expect(before.length).toBeGreaterThan(5);
  expect(await rowsOfAna()).toEqual(before);
});

it('attack, an endless form is not read', async () => {
  const { browser, visit } = await world.signIn(jose);
  const form_token = /name="form_token" value="([^"]+)"/.exec(visit.body)?.[1] ?? '';
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, n) => [`field${n}`, '']));
  for (const form of [
    { form_token, amount: '1'.repeat(100_000) },
    { form_token, ...many },
  ])
    expect((await browser.post(`${world.revenue.origin}/payments/check`, form)).status).toBe(413);
});

it('her own session opens them: the addresses above are real', async () => {
  const { browser } = await world.signIn(ana);
  for (const own of [`/payments/${mine.payment}`, `/letters/${mine.paper}`, `/plans/${mine.plan}`]) {
    expect((await browser.visit(`${world.revenue.origin}${own}`)).status).toBe(200);
  }
});
