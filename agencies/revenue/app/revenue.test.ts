import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../../test/support/browser/cookie-browser.ts';
import { ana, kai, nora, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

let world: RevenueWorld;
let origin: string;

beforeAll(async () => {
  world = await startRevenueWorld();
  origin = world.revenue.origin;
});
afterAll(() => world.close());

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

async function everyRow(): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const tables = await client.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const rows: string[] = [];
  for (const { name } of tables.rows) {
    const found = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`);
    rows.push(...found.rows.map(({ row }) => row));
  }
  await client.end();
  return rows;
}

it('says before the sign-in that a phone is needed, and what happens without one', async () => {
  const { body } = await new CookieBrowser().visit(world.revenue.origin);
  expect(textOf(body)).toMatch(
    /first time .*A mobile phone in your own name\. Without one, a person reviews/,
  );
});

describe('the public pages', () => {
  it('has an icon, and tells crawlers what is for everybody', async () => {
    const get = (at: string) => fetch(`${world.revenue.origin}${at}`);
    expect((await get('/favicon.ico')).headers.get('content-type')).toBe('image/svg+xml');
    expect((await get('/apple-touch-icon.png')).headers.get('content-type')).toBe('image/png');
    const manifest = await get('/site.webmanifest');
    expect(manifest.headers.get('content-type')).toBe('application/manifest+json');
    expect(await manifest.json()).toMatchObject({ name: 'Department of Revenue', display: 'browser' });
    expect(await (await get('/robots.txt')).text()).toBe(
      'User-agent: *\nAllow: /$\nAllow: /refund\nAllow: /assets/\nDisallow: /\n',
    );
  });

  it('say on every page that this is a demonstration, in both languages', async () => {
    const browser = new CookieBrowser();
    const english = await browser.visit(origin);
    expect(textOf(english.body)).toContain('Demonstration. This department does not exist');
    const spanish = await browser.visit(`${origin}/?lang=es`);
    expect(spanish.body).toContain('<html lang="es">');
    expect(textOf(spanish.body)).toContain('Demostración. Este departamento no existe');
    expect((await browser.visit(`${origin}/signed-out`)).body).toContain('<html lang="es">');
  });

  it('speak the browser’s language before anybody chooses', async () => {
    const browser = new CookieBrowser({ 'accept-language': 'fr-FR, es-MX;q=0.8, en;q=0.5' });
    expect((await browser.visit(origin)).body).toContain('<html lang="es">');
    expect(browser.cookieNames()).toEqual([]);
  });

  it('bring no script and allow none, and cannot be framed', async () => {
    const { body, headers } = await new CookieBrowser().visit(origin);
    expect(body).not.toMatch(/<script|style=|javascript:/i);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('answer an unknown address with a page', async () => {
    const { status, body } = await new CookieBrowser().visit(`${origin}/nowhere`);
    expect(status).toBe(404);
    expect(textOf(body)).toContain('This page does not exist');
  });
});

describe('a person on file', () => {
  it('T4: lands on their tax account: their name in full, filing status, refund by its stages (finding P8)', async () => {
    const { visit } = await world.signIn(ana);
    expect(visit.url.href).toBe(`${origin}/account`);
    const text = textOf(visit.body);
    for (const words of [
      'Ana Lucia Rivera',
      '4100327784',
      'Head of household',
      'Return received',
      'Refund approved',
      'Refund sent',
    ]) {
      expect(text).toContain(words);
    }
    expect(visit.headers.get('cache-control')).toBe('no-store');
  });

  it('T1, T2, T3: gets a transcript with masked details and visible money', async () => {
    const { browser, visit } = await world.signIn(ana);
    const [, year = ''] = /\/transcripts\?year=(\d{4})/.exec(visit.body) ?? [];
    const transcript = await browser.visit(`${origin}/transcripts/account/${year}`);
    const text = textOf(transcript.body);
    for (const shown of [
      'XXX-XX-3417',
      'An••• Rive•••',
      '1420 J•••',
      'XXXX4821',
      '4100327784',
      '$68,412.00',
    ]) {
      expect(text).toContain(shown);
    }
    for (const hidden of ['Rivera', 'Juniper', '900-12', '900123417', '1983'])
      expect(text).not.toContain(hidden);
    expect(text).toMatch(/Refund issued .*\$[\d,]+\.\d\d/);
  });

  it('asks for nothing at Signet but the agreed scopes and levels (C1, T9, T10)', async () => {
    await world.signIn(ana);
    const request = world.signet.pushed.at(-1);
    expect(request).toMatchObject({
      scope: 'openid email identity ssn',
      acr_values: 'http://idmanagement.gov/ns/assurance/ial/2 http://idmanagement.gov/ns/assurance/aal/2',
    });
    expect(JSON.stringify(request)).not.toContain('4100327784');
  });

  it('T1: lists the five transcripts by year, and each comes as a page, a PDF and data', async () => {
    const { browser } = await world.signIn(ana);
    const list = await browser.visit(`${origin}/transcripts`);
    const years = [...list.body.matchAll(/\/transcripts\?year=(\d{4})/g)].map(([, year]) => Number(year));
    expect(years.length).toBeGreaterThanOrEqual(4);
    const [path = ''] = /\/transcripts\/record\/\d{4}/.exec(list.body) ?? [];
    const pdf = await browser.visit(`${origin}${path}.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.headers.get('content-disposition')).toMatch(
      /^attachment; filename="record-transcript-\d{4}\.pdf"$/,
    );
    expect(pdf.headers.get('cache-control')).toBe('no-store');
    const data = await browser.visit(`${origin}${path}.json`);
    expect(JSON.parse(data.body)).toMatchObject({ transcript: 'record', masked: true });
  });

  it('T3, T10: wage and income without masks takes a fresh sign-in, and is on record', async () => {
    const { browser } = await world.signIn(ana);
    const list = await browser.visit(`${origin}/transcripts`);
    const [path = ''] = /\/transcripts\/wage-and-income\/\d{4}/.exec(list.body) ?? [];
    world.advance(11 * 60_000);
    const asked = world.signet.pushed.length;
    const whole = await browser.visit(`${origin}${path}/whole`);
    expect(world.signet.pushed.length).toBe(asked + 1);
    expect(world.signet.pushed.at(-1)).toMatchObject({ max_age: expect.anything() });
    expect(whole.url.pathname).toBe(`${path}/whole`);
    expect(textOf(whole.body)).toContain('900-12-3417');
    const client = new pg.Client({ connectionString: world.databaseUrl });
    await client.connect();
    const { rows } = await client.query("SELECT act FROM record_access WHERE by_whom = 'person'");
    await client.end();
    expect(rows).toEqual([{ act: 'whole-transcript' }]);
  });

  it('sees no other year, and no address of theirs leads to another person', async () => {
    const { browser } = await world.signIn(ana);
    expect((await browser.visit(`${origin}/transcripts/account/1999`)).status).toBe(404);
    expect((await browser.visit(`${origin}/transcripts/account/20250`)).status).toBe(404);
  });

  it('comes back to the page they wanted', async () => {
    world.signet.visitor = ana;
    const browser = new CookieBrowser();
    const year = new Date().getFullYear() - 2;
    const asked = await browser.visit(`${origin}/transcripts/account/${year}`);
    expect(asked.status).toBe(401);
    const [, link = ''] = /href="(\/sign-in\?return_to=[^"]+)"/.exec(asked.body) ?? [];
    const arrived = await browser.visit(`${origin}${link}`);
    expect(arrived.url.pathname).toBe(`/transcripts/account/${year}`);
    expect(arrived.status).toBe(200);
  });
});

describe('nobody on file', () => {
  it('A22: no record and a record under another name get the same page, word for word, and no data', async () => {
    const pages = [];
    for (const visitor of [nora, kai]) {
      const { visit, browser } = await world.signIn(visitor);
      expect(visit.url.pathname).toBe('/no-record');
      expect((await browser.visit(`${origin}/transcripts/account/2024`)).url.pathname).toBe('/no-record');
      pages.push(visit.body.replaceAll(/name="form_token" value="[^"]+"/g, ''));
    }
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).not.toMatch(/Nakamura|Tanabe|Lindgren|4100376618|6630/);
  });

  it('A24: a number that was not shared opens nothing', async () => {
    const { social_security_number: _ssn, ...claims } = ana.claims;
    const { visit } = await world.signIn({ ...ana, sub: 'no-ssn', claims });
    expect(visit.url.pathname).toBe('/no-record');
  });

  it('P7: names that Signet did not verify open nothing', async () => {
    const { verified_claims: _verified, ...claims } = ana.claims;
    const { visit } = await world.signIn({ ...ana, sub: 'unverified', claims });
    expect(visit.url.pathname).toBe('/no-record');
  });
});

describe('what is kept', () => {
  it('T9: no row and no log line holds a name, number, birth date, address or token in clear', async () => {
    const { browser } = await world.signIn(ana);
    const kept = [...(await everyRow()), ...world.lines].join('\n');
    const secret = browser.cookie('revenue_session') ?? '';
    expect(secret.length).toBeGreaterThan(40);
    for (const clear of [
      'Rivera',
      '900-12-3417',
      '900123417',
      '1983-03-14',
      'Juniper',
      secret,
      'eyJhbGciOiJFUzI1',
    ]) {
      expect(kept).not.toContain(clear);
    }
  });

  it('survives a restart, sessions included, and is not planted twice', async () => {
    const { browser } = await world.signIn(ana);
    const before = await everyRow();
    await world.restart();
    expect((await browser.visit(`${origin}/account`)).status).toBe(200);
    expect((await everyRow()).length).toBe(before.length);
  });
});
