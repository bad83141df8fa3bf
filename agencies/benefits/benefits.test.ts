import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../test/support/browser.ts';
import { CookieBrowser } from '../../test/support/cookie-browser.ts';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { type FakeSignet, startFakeSignet } from '../../test/support/fake-signet.ts';
import { freePort } from '../../test/support/free-port.ts';
import { benefitsFor } from './benefits.ts';
import { type Benefits, startBenefits } from './index.ts';

const robin = {
  sub: 'robin-at-benefits',
  acr: 'http://idmanagement.gov/ns/assurance/ial/2 http://idmanagement.gov/ns/assurance/aal/2',
  amr: ['hwk', 'user', 'mfa'],
  ial: 2,
  aal: 2,
  claims: {
    email: 'robin@people.example',
    verified_claims: {
      verification: { trust_framework: 'https://signet.example/trust/sandbox' },
      claims: {
        given_name: 'Robin',
        family_name: 'Aldous',
        birthdate: '1965-10-26',
        address: {
          street_address: '34 Weaver Mews',
          locality: 'Port Alder',
          region: 'ZZ',
          postal_code: '00012',
        },
      },
    },
  },
};

let signet: FakeSignet;
let database: TestDatabase;
let dataDir: string;
let benefits: Benefits;
const lines: string[] = [];

beforeAll(async () => {
  signet = await startFakeSignet();
  database = await createTestDatabase({ empty: true });
  dataDir = await mkdtemp(path.join(tmpdir(), 'benefits-'));
  const port = await freePort();
  benefits = await startBenefits({
    port,
    host: '127.0.0.1',
    databaseUrl: database.url,
    issuer: signet.issuer,
    origin: `http://localhost:${port}`,
    dataDir,
    log: (event) => void lines.push(JSON.stringify(event)),
  });
  signet.register(benefits.clientRegistration);
});
afterAll(async () => {
  await benefits.close();
  await signet.close();
  await database.drop();
  await rm(dataDir, { recursive: true });
});
beforeEach(() => {
  signet.visitor = robin;
});

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the Veterans Benefits Office', () => {
  it('says that it is a demonstration', async () => {
    const { body } = await new CookieBrowser().visit(benefits.origin);
    expect(textOf(body)).toContain('Demonstration. This office does not exist.');
  });

  it('C1: never asks for the Social Security number', async () => {
    await new CookieBrowser().visit(`${benefits.origin}/sign-in`);
    expect(signet.pushed.at(-1)).toMatchObject({ scope: 'openid email identity' });
    expect(JSON.stringify(benefits.clientRegistration)).not.toContain('ssn');
  });

  it('P7: greets by the verified name and shows what was verified', async () => {
    const { body, url } = await new CookieBrowser().visit(`${benefits.origin}/sign-in`);
    expect(url.pathname).toBe('/welcome');
    const text = textOf(body);
    for (const shown of [
      'Welcome, Robin',
      'October 26, 1965',
      '34 Weaver Mews',
      'Port Alder, ZZ 00012',
      'robin@people.example',
      'Pension',
    ]) {
      expect(text).toContain(shown);
    }
  });

  it('C4: works without an address when none was shared', async () => {
    const { address: _address, ...claims } = robin.claims.verified_claims.claims;
    signet.visitor = { ...robin, claims: { verified_claims: { ...robin.claims.verified_claims, claims } } };
    const { body } = await new CookieBrowser().visit(`${benefits.origin}/sign-in`);
    expect(textOf(body)).toContain('Address Not shared Email Not shared');
  });

  it('has its own cookies, so that two agencies on one host do not share a session', async () => {
    const browser = new CookieBrowser();
    await browser.visit(`${benefits.origin}/sign-in`);
    expect(browser.cookie('benefits_session')).toBeDefined();
    expect(browser.cookie('revenue_session')).toBeUndefined();
  });

  it('keeps no name, birth date or address in clear, in rows or log lines', async () => {
    await new CookieBrowser().visit(`${benefits.origin}/sign-in`);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query('SELECT s::text FROM signet_sessions s');
    await client.end();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows) + lines.join()).not.toMatch(/Aldous|1965|Weaver/);
  });

  it('the pension opens on the 65th birthday, not the day before', () => {
    const pension = (today: string) =>
      benefitsFor('1965-10-26', today).find(({ name }) => name === 'pension')?.from;
    expect(pension('2030-10-25')).toBe('2030-10-26');
    expect(pension('2030-10-26')).toBeUndefined();
  });

  it('axe finds nothing and nothing scrolls sideways, at 320 and 1280 px, in both languages', async () => {
    const browser = await launchBrowser();
    const faults: string[] = [];
    for (const width of [320, 1280]) {
      for (const locale of ['en', 'es']) {
        const context = await browser.newContext({ locale, viewport: { width, height: 800 } });
        const page = await context.newPage();
        for (const at of [
          '/',
          '/signed-out',
          '/welcome',
          '/sign-in-problem/access-denied',
          '/nowhere',
          '/sign-in',
        ]) {
          await page.goto(`${benefits.origin}${at}`);
          const { violations } = await new AxeBuilder({ page }).analyze();
          faults.push(...violations.map(({ id }) => `${at} ${id}`));
          const sideways = await page.evaluate(
            () => document.documentElement.scrollWidth > window.innerWidth,
          );
          if (sideways) faults.push(`${at} scrolls sideways`);
        }
        await context.close();
      }
    }
    await browser.close();
    expect(faults).toEqual([]);
  });
});
