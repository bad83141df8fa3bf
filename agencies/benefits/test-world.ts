import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { CookieBrowser, type Visit } from '../../test/support/browser/cookie-browser.ts';
import { createTestDatabase } from '../../test/support/database/database.ts';
import { type FakeSignet, type FakeVisitor, startFakeSignet } from '../../test/support/sites/fake-signet.ts';
import { freePort } from '../../test/support/sites/free-port.ts';
import { type Benefits, startBenefits } from './index.ts';

/** Signet knows this number and must not say it here. */
export const robinsSsn = '900451236';

const proven = {
  given_name: 'Robin',
  family_name: 'Aldous',
  birthdate: '1965-10-26',
  address: {
    street_address: '34 Weaver Mews',
    locality: 'Port Alder',
    region: 'ZZ',
    postal_code: '00012',
  },
};

function vouchedFor(sub: string, claims: Partial<typeof proven>): FakeVisitor {
  return {
    sub,
    acr: 'http://idmanagement.gov/ns/assurance/ial/2 http://idmanagement.gov/ns/assurance/aal/2',
    amr: ['hwk', 'user', 'mfa'],
    ial: 2,
    aal: 2,
    claims: {
      email: 'robin@people.example',
      social_security_number: robinsSsn,
      verified_claims: {
        verification: { trust_framework: 'https://signet.example/trust/sandbox' },
        claims,
      },
    },
  };
}

export const robin = vouchedFor('pairwise-1', proven);
const { address: _address, ...withoutAddress } = proven;
export const robinSharingNoAddress = vouchedFor('pairwise-1', withoutAddress);
/** As cards print a name that has accents. */
export const jose = vouchedFor('pairwise-3', {
  ...proven,
  given_name: 'JOSE MARIA',
  family_name: 'NUNEZ ORTIZ',
});
export const someoneElse = vouchedFor('pairwise-2', { ...proven, given_name: 'Alex' });

export interface BenefitsWorld {
  readonly signet: FakeSignet;
  readonly benefits: Benefits;
  readonly databaseUrl: string;
  readonly lines: readonly string[];
  /** Moves the office's clock. */
  advance(milliseconds: number): void;
  signIn(visitor: FakeVisitor, browser?: CookieBrowser): Promise<{ browser: CookieBrowser; visit: Visit }>;
  /** Every row of every table of the office, as text. */
  dump(): Promise<string>;
  close(): Promise<void>;
}

/** The Veterans Benefits Office on a database of its own, beside a fake Signet. */
export async function startBenefitsWorld(): Promise<BenefitsWorld> {
  const signet = await startFakeSignet();
  const database = await createTestDatabase({ empty: true });
  const dataDir = await mkdtemp(path.join(tmpdir(), 'benefits-'));
  const port = await freePort();
  const lines: string[] = [];
  let ahead = 0;
  const benefits = await startBenefits({
    port,
    host: '127.0.0.1',
    databaseUrl: database.url,
    issuer: signet.issuer,
    origin: `http://localhost:${port}`,
    dataDir,
    now: () => new Date(Date.now() + ahead),
    log: (event) => void lines.push(JSON.stringify(event)),
  });
  signet.register(benefits.clientRegistration);
  return {
    signet,
    benefits,
    databaseUrl: database.url,
    lines,
    advance(milliseconds) {
      ahead += milliseconds;
    },
    async signIn(visitor, browser = new CookieBrowser()) {
      signet.visitor = visitor;
      return { browser, visit: await browser.visit(`${benefits.origin}/sign-in`) };
    },
    async dump() {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      const rows: unknown[] = [];
      for (const table of ['signet_sessions', 'signet_logout_orders', 'applicants', 'claims'])
        rows.push(...(await client.query(`SELECT t::text FROM ${table} t`)).rows);
      await client.end();
      return JSON.stringify(rows);
    },
    async close() {
      await benefits.close();
      await signet.close();
      await database.drop();
      await rm(dataDir, { recursive: true });
    },
  };
}
