import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CookieBrowser } from '../../../test/support/browser/cookie-browser.ts';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database/database.ts';
import { startFakeSignet } from '../../../test/support/sites/fake-signet.ts';
import { freePort } from '../../../test/support/sites/free-port.ts';
import { type Revenue, type RevenueOptions, startRevenue } from '../index.ts';
import { ana } from '../test-world.ts';

let database: TestDatabase;
let dataDir: string;
let signetPort: number;
let options: RevenueOptions;
let revenue: Revenue;
const lines: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  dataDir = await mkdtemp(path.join(tmpdir(), 'revenue-'));
  signetPort = await freePort();
  const port = await freePort();
  options = {
    port,
    host: '127.0.0.1',
    databaseUrl: database.url,
    issuer: `http://localhost:${signetPort}`,
    origin: `http://localhost:${port}`,
    dataDir,
    bank: { url: `http://localhost:${signetPort}`, key: 'key' },
    log: (event) => void lines.push(JSON.stringify(event)),
  };
  revenue = await startRevenue(options);
});
afterAll(async () => {
  await revenue.close();
  await rm(dataDir, { recursive: true });
});

it('starts without Signet, says so at sign-in, lets people in once it is there, and goes on with them when it is gone', async () => {
  const browser = new CookieBrowser();
  expect((await browser.visit(options.origin)).status).toBe(200);
  const refused = await browser.visit(`${options.origin}/sign-in`);
  expect(refused.status).toBe(503);
  expect(refused.body).toContain('Sign-in is not working right now');
  expect(lines.join()).toContain('signet-unavailable');

  const signet = await startFakeSignet(signetPort);
  signet.register(revenue.clientRegistration);
  signet.visitor = ana;
  expect((await browser.visit(`${options.origin}/sign-in`)).url.pathname).toBe('/account');

  await signet.close();
  for (const path of ['/account', '/letters', '/payments'])
    expect((await browser.visit(options.origin + path)).status).toBe(200);
  const visitor = new CookieBrowser();
  expect((await visitor.visit(options.origin)).status).toBe(200);
  const again = await visitor.visit(`${options.origin}/sign-in`);
  expect(again.status).toBe(503);
  expect(again.body).toContain('Nothing is wrong with your account');
});

it('a port in use is Node’s own error, and leaves nothing open', async () => {
  await expect(startRevenue(options)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

it('without its database the public page stays, and a fault tells the person nothing of the inside', async () => {
  await database.drop();
  const browser = new CookieBrowser();
  expect((await browser.visit(options.origin)).status).toBe(200);
  browser.setCookie('revenue_session', 'A'.repeat(43));
  const { status, body } = await browser.visit(`${options.origin}/account`);
  expect(status).toBe(500);
  expect(body).toContain('Something went wrong on our side');
  expect(body).not.toMatch(/postgres|database|ECONN|at .*\.ts/i);
  expect(lines.at(-1)).toContain('"event":"fault"');
});
