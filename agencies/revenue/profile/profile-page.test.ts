import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ana, latestOnFile, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

let world: RevenueWorld;
let origin: string;

beforeAll(async () => {
  world = await startRevenueWorld();
  origin = world.revenue.origin;
});
afterAll(() => world.close());

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

async function inDatabase(text: string, values: unknown[] = []): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const { rows } = await client.query(text, values);
  await client.end();
  return rows;
}

describe('the profile', () => {
  it('P7: shows what Signet said beside what is on file, and how each was verified', async () => {
    const { browser } = await world.signIn(ana);
    const text = textOf((await browser.visit(`${origin}/profile`)).body);
    expect(text).toMatch(/Name Signet told us ANA RIVERA On file here Ana Lucia Rivera /);
    expect(text).toMatch(
      /Address Signet told us 1420 Juniper Street, Port Alder, ZZ 00012 On file here 1420 Juniper Street, Port Alder, ZZ 00012/,
    );
    expect(text).toMatch(/verified your name, birth date and address on February 3, 2026/);
    expect(text).toMatch(
      /Driver’s license, issued by ZZ The document was scanned .* compared with its photo/,
    );
    expect(text).toMatch(/Identity Verified .*Sign-in In two steps/);
  });

  it('finding P14: the days on which Signet verified are those of the department, as its times are', async () => {
    const { verified_claims: verified, ...claims } = ana.claims;
    const { verification, ...rest } = verified as { verification: Record<string, unknown> };
    const evening = '2026-02-04T02:30:00.000Z'; // half past nine in the evening of the 3rd
    const check_details = [{ check_method: 'face-comparison', time: evening }];
    const evidence = [{ type: 'document', kind: 'passport', check_details }];
    const told = { ...rest, verification: { ...verification, time: evening, evidence } };
    const visitor = { ...ana, sub: 'ana-3', claims: { ...claims, verified_claims: told } };
    const { browser } = await world.signIn(visitor);
    const text = textOf((await browser.visit(`${origin}/profile`)).body);
    expect(text).toMatch(/birth date and address on February 3, 2026/);
    expect(text).toMatch(/compared with its photo, February 3, 2026/);
    expect(text).not.toContain('February 4');
  });

  it('leads to the account at Signet, where what Signet said is changed', async () => {
    const { browser } = await world.signIn(ana);
    const { body } = await browser.visit(`${origin}/profile`);
    expect(body).toContain(`<a href="${world.signet.issuer}/account">Change it in your Signet account</a>`);
  });

  it('T2: of what is on file it shows the name and address in full to their owner, and no whole number or birth date (finding P8)', async () => {
    const { verified_claims: verified, ...claims } = ana.claims;
    const silent = { ...ana, sub: 'ana-2', claims: { ...claims, verified_claims: verified } };
    const { browser } = await world.signIn(silent);
    const { body } = await browser.visit(`${origin}/profile`);
    const onFile = [...body.matchAll(/On file here<\/span><span>([^<]*)</g)]
      .map(([, shown]) => shown)
      .join(' ');
    expect(onFile).toContain('XXX-XX-3417');
    expect(onFile).toContain('Ana Lucia Rivera');
    for (const hidden of ['900123417', '900-12', '1983']) expect(onFile).not.toContain(hidden);
  });

  it('T9: what Signet said is in no row in clear', async () => {
    await world.signIn(ana);
    const rows = await inDatabase('SELECT s::text FROM signet_sessions s');
    expect(JSON.stringify(rows)).not.toMatch(/RIVERA|Juniper|people\.example|drivers-license/);
  });

  it('says who looked at the records: oneself without masks, and staff with their reason', async () => {
    const { browser } = await world.signIn(ana);
    const year = latestOnFile;
    expect(textOf((await browser.visit(`${origin}/profile`)).body)).toContain(
      'No one has looked at your records.',
    );
    await browser.visit(`${origin}/transcripts/wage-and-income/${year}/whole`);
    await inDatabase(
      `INSERT INTO record_access (customer_file_number, at, act, by_whom, staff, reason)
       VALUES ('4100327784', now(), 'staff-opened', 'staff', 'R-118', 'person-called')`,
    );
    const text = textOf((await browser.visit(`${origin}/profile`)).body);
    expect(text).toMatch(/Staff member R-118 opened your file .*Reason: you called us/);
    expect(text).toMatch(new RegExp(`You saw a wage and income transcript without masks .*Tax year ${year}`));
  });
});
