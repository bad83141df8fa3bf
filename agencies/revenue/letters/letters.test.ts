import { afterAll, beforeAll, expect, it } from 'vitest';
import { ana, jose, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

let world: RevenueWorld;
let origin: string;

beforeAll(async () => {
  world = await startRevenueWorld();
  origin = world.revenue.origin;
});
afterAll(() => world.close());

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

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
  expect(text).toMatch(/Amended return \(Form 1040-X\) Completed on .* It changed your tax by \$58\.00/);
  expect(text).toMatch(
    /Sent back on .* The prior-year AGI you entered to sign your return does not match our records\./,
  );
});

it('T2: a document is shown masked, as a page and as a PDF', async () => {
  const { browser } = await world.signIn(ana);
  const list = await browser.visit(`${origin}/filings`);
  const [path = ''] = /\/documents\/[\d-]+/.exec(list.body) ?? [];
  const { body } = await browser.visit(`${origin}${path}`);
  expect(textOf(body)).toContain('XXX-XX-3417');
  for (const hidden of ['Rivera', 'Shipyard', '00-1274410', 'Drydock']) {
    expect(textOf(body)).not.toContain(hidden);
    expect(list.body).not.toContain(hidden);
  }
  expect((await browser.visit(`${origin}${path}.pdf`)).headers.get('content-type')).toBe('application/pdf');
});
