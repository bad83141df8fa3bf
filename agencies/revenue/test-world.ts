import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clockIn } from '@signet/agencies-ui/clock';
import pg from 'pg';
import { startSandbox } from '../../sandbox/server.ts';
import { CookieBrowser, type Visit } from '../../test/support/browser/cookie-browser.ts';
import { createTestDatabase } from '../../test/support/database/database.ts';
import { type FakeSignet, type FakeVisitor, startFakeSignet } from '../../test/support/sites/fake-signet.ts';
import { freePort } from '../../test/support/sites/free-port.ts';
import { type Revenue, startRevenue } from './index.ts';
import { latestTaxYear } from './sandbox-records/records.ts';

/** The latest tax year that the records have. */
export const latestOnFile = latestTaxYear(clockIn().today());

/** How each of them was verified. */
const verification = {
  trust_framework: 'https://signet.example/trust/sandbox',
  assurance_level: 'ial2',
  time: '2026-02-03T15:04:05.000Z',
  evidence: [
    {
      type: 'document',
      kind: 'drivers-license',
      issuer: { name: 'ZZ' },
      check_details: [
        { check_method: 'automated-document', time: '2026-02-03T15:03:05.000Z' },
        { check_method: 'face-comparison', time: '2026-02-03T15:04:05.000Z' },
      ],
    },
  ],
};

/** A person of the sandbox as Signet would vouch for them. */
function vouchedFor(person: {
  readonly sub: string;
  readonly ssn: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly street?: string;
}): FakeVisitor {
  const identity = {
    given_name: person.givenName,
    family_name: person.familyName,
    birthdate: person.birthDate,
    ...(person.street && {
      address: { street_address: person.street, locality: 'Port Alder', region: 'ZZ', postal_code: '00012' },
    }),
  };
  return {
    sub: person.sub,
    acr: 'http://idmanagement.gov/ns/assurance/ial/2 http://idmanagement.gov/ns/assurance/aal/2',
    amr: ['pwd', 'otp', 'mfa'],
    ial: 2,
    aal: 2,
    claims: {
      ...identity,
      email: `${person.sub}@people.example`,
      email_verified: true,
      social_security_number: person.ssn,
      verified_claims: { verification, claims: identity },
    },
  };
}

export const ana = vouchedFor({
  sub: 'ana',
  ssn: '900123417',
  givenName: 'ANA',
  familyName: 'RIVERA',
  birthDate: '1983-03-14',
  street: '1420 Juniper Street',
});
export const jose = vouchedFor({
  sub: 'jose',
  ssn: '666217730',
  givenName: 'JOSE MARIA',
  familyName: 'NUNEZ ORTIZ',
  birthDate: '1989-11-02',
});
/** His wife: an ITIN, and only joint years. */
export const lucia = vouchedFor({
  sub: 'lucia',
  ssn: '912934471',
  givenName: 'LUCIA',
  familyName: 'VEGA MONTERO',
  birthDate: '1991-07-19',
});
/** Her latest return is received and not processed. */
export const imani = vouchedFor({
  sub: 'imani',
  ssn: '906293371',
  givenName: 'IMANI',
  familyName: 'OKORO',
  birthDate: '1998-02-11',
});
/** A part of the refund before the latest paid a student loan. */
export const samuel = vouchedFor({
  sub: 'samuel',
  ssn: '908357746',
  givenName: 'SAMUEL',
  familyName: 'BROOKES',
  birthDate: '1997-05-03',
});
export const nora = vouchedFor({
  sub: 'nora',
  ssn: '901330642',
  givenName: 'Nora',
  familyName: 'Lindgren',
  birthDate: '2000-06-21',
});
/** On file under another surname. */
export const kai = vouchedFor({
  sub: 'kai',
  ssn: '909246630',
  givenName: 'Kai',
  familyName: 'Nakamura',
  birthDate: '1997-08-24',
});

/** Signs in with a passkey. */
export const agent = (sub: string): FakeVisitor => ({
  sub,
  acr: 'http://idmanagement.gov/ns/assurance/aal/2?phishing_resistant=true',
  amr: ['hwk', 'user', 'mfa'],
  ial: 1,
  aal: 2,
  claims: {},
});

export interface RevenueWorld {
  readonly signet: FakeSignet;
  readonly revenue: Revenue;
  readonly databaseUrl: string;
  /** The data folder of the sandbox; the department's own is `revenue` in it. */
  readonly folder: string;
  readonly lines: string[];
  /** Moves the department's clock. */
  advance(milliseconds: number): void;
  restart(): Promise<void>;
  signIn(visitor: FakeVisitor, browser?: CookieBrowser): Promise<{ browser: CookieBrowser; visit: Visit }>;
  close(): Promise<void>;
}

/** The Department of Revenue on a database of its own, beside a fake Signet; its clock begins at a moment, if one is said. */
export async function startRevenueWorld(begin?: string): Promise<RevenueWorld> {
  const signet = await startFakeSignet();
  const database = await createTestDatabase({ empty: true });
  const sandboxDatabase = await createTestDatabase({ empty: true });
  const pool = new pg.Pool({ connectionString: sandboxDatabase.url });
  const links = { signet: signet.issuer, revenue: 'http://localhost', benefits: 'http://localhost' };
  const sandbox = await startSandbox({ port: 0, host: '127.0.0.1', pool, apiKey: 'key', links });
  const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-'));
  const port = await freePort();
  const lines: string[] = [];
  let ahead = begin === undefined ? 0 : Date.parse(begin) - Date.now();
  const start = () =>
    startRevenue({
      port,
      host: '127.0.0.1',
      databaseUrl: database.url,
      issuer: signet.issuer,
      origin: `http://localhost:${port}`,
      dataDir: path.join(folder, 'revenue'),
      bank: { url: sandbox.origin, key: 'key' },
      now: () => new Date(Date.now() + ahead),
      log: (event) => void lines.push(JSON.stringify(event)),
    });
  let revenue = await start();
  signet.register(revenue.clientRegistration);

  return {
    signet,
    get revenue() {
      return revenue;
    },
    databaseUrl: database.url,
    folder,
    lines,
    advance(milliseconds) {
      ahead += milliseconds;
    },
    async restart() {
      await revenue.close();
      revenue = await start();
    },
    async signIn(visitor, browser = new CookieBrowser()) {
      signet.visitor = visitor;
      return { browser, visit: await browser.visit(`${revenue.origin}/sign-in`) };
    },
    async close() {
      await revenue.close();
      await signet.close();
      await sandbox.close();
      await pool.end();
      await sandboxDatabase.drop();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
