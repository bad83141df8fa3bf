import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CookieBrowser } from '../../../test/support/browser/cookie-browser.ts';
import { openPdf, textIn } from '../../../test/support/read-pdf.ts';
import { ana, jose, latestOnFile, type RevenueWorld, startRevenueWorld } from '../test-world.ts';
import { LettersPage } from './letters-page.tsx';

let world: RevenueWorld;
let origin: string;

beforeAll(async () => {
  world = await startRevenueWorld();
  origin = world.revenue.origin;
});
afterAll(() => world.close());

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

async function pdfAt(by: CookieBrowser, path: string): Promise<{ file: string; title: unknown }> {
  const url = new URL(path, origin);
  const answer = await fetch(url, { headers: { ...by.ownHeaders, cookie: by.cookiesFor(url) } });
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const pdf = await openPdf(new Uint8Array(await answer.arrayBuffer()));
  const { info } = await pdf.getMetadata();
  return { file: await textIn(pdf), title: 'Title' in info ? info.Title : undefined };
}

it('a notice is new until it is opened, says what to do, and is a PDF as well', async () => {
  const { browser } = await world.signIn(jose);
  const list = await browser.visit(`${origin}/letters`);
  expect(textOf(list.body)).toMatch(/You owe a balance New Sent/);
  const [path = ''] = /\/letters\/\d[\w-]+/.exec(list.body) ?? [];
  const letter = await browser.visit(`${origin}${path}`);
  expect(textOf(letter.body)).toMatch(/Amount \$4,447\.73/);
  expect(letter.body).toContain('href="/payments/new"');
  expect(textOf((await browser.visit(`${origin}/letters`)).body)).not.toMatch(/You owe a balance New/);
  const pdf = await browser.visit(`${origin}${path}.pdf`);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
});

it('finding P15: a notice is addressed, has a number, and says whom to call, as a page and as a PDF', async () => {
  const { browser } = await world.signIn(jose);
  const list = await browser.visit(`${origin}/letters`);
  const [, path = ''] = /href="(\/letters\/[\w-]+)">You owe a balance/.exec(list.body) ?? [];
  const page = textOf((await browser.visit(`${origin}${path}`)).body);
  const { file } = await pdfAt(browser, `${path}.pdf`);
  for (const copy of [page, file.replaceAll(/\s+/g, ' ')]) {
    expect(copy).toMatch(/José María Núñez-Ortiz 77 Alameda del Río Apt 3 San Telmo, ZZ 00031/);
    expect(copy).toMatch(/Notice number R14-\d{8}-[0-9A-F]{4}/);
    expect(copy).toContain('Call 202-555-0155 and have the notice number ready');
  }
});

it('attack, another person’s notice or document: not found, by whatever number', async () => {
  const { browser } = await world.signIn(jose);
  const list = await browser.visit(`${origin}/letters`);
  const [path = ''] = /\/letters\/\d[\w-]+/.exec(list.body) ?? [];
  const { browser: other } = await world.signIn(ana);
  // Ana has letters of her own numbers; none of them is his
  expect(textOf((await other.visit(`${origin}${path}`)).body)).not.toContain('4,447.73');
  for (const nothing of ['/letters/x', '/letters/1999-1', '/documents/1999-1', '/documents/..%2f']) {
    expect((await other.visit(`${origin}${nothing}`)).status).toBe(404);
  }
});

it('filing history says what was sent back and why, and how far an amended return is', async () => {
  const { browser } = await world.signIn(ana);
  const text = textOf((await browser.visit(`${origin}/filings`)).body);
  expect(text).toMatch(/Amended return \(Form 1040-X\) Completed on .* It changed your tax by \$12\.66/);
  expect(text).toMatch(
    /Sent back on .* The prior-year AGI you entered to sign your return does not match our records\./,
  );
});

it('T2: a document of one’s own names who sent it in full, and masks numbers, as a page and as a PDF (finding P8)', async () => {
  const { browser } = await world.signIn(ana);
  const list = await browser.visit(`${origin}/filings`);
  const [path = ''] = /\/documents\/[\d-]+/.exec(list.body) ?? [];
  const { body } = await browser.visit(`${origin}${path}`);
  expect(textOf(body)).toContain('XXX-XX-3417');
  expect(textOf(list.body)).toContain('W-2 from Alder Bay Shipyard');
  const { file, title } = await pdfAt(browser, `${path}.pdf`);
  for (const copy of [textOf(body), file]) {
    for (const shown of ['Ana Lucia Rivera', 'Alder Bay Shipyard', '1 Drydock Road'])
      expect(copy).toContain(shown);
    for (const hidden of ['900123417', '900-12', '00-1274410']) expect(copy).not.toContain(hidden);
  }
  expect(title).toBe(`W-2, ${latestOnFile}`); // P15: not "Wage and income transcript"
});

it('finding T7: the list asks for nothing by a day that is past', () => {
  const letter = { id: '2026-1', kind: 'balance-due', sentOn: '2026-05-29', dueOn: '2026-06-19' } as const;
  const frame = { lang: 'en', path: '/letters', formToken: 'x' } as const;
  const list = (today: string) => String(LettersPage({ frame, letters: [letter], today }));
  expect(list('2026-06-19')).toContain('June 19, 2026');
  expect(list('2026-06-20')).not.toContain('June 19, 2026');
});
