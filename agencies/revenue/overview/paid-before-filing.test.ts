import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ana, jose, lucia, nora, type RevenueWorld, startRevenueWorld } from '../test-world.ts';

let world: RevenueWorld;
const anasFile = '4100327784';
const joses = '4100351902';
const lucias = '4100351919';
const running = new Date().getFullYear();

beforeAll(async () => {
  world = await startRevenueWorld();
  const database = new pg.Client({ connectionString: world.databaseUrl });
  await database.connect();
  const post = (file: string, year: number, code: string, on: string, cents: number) =>
    database.query(
      `INSERT INTO account_transactions (customer_file_number, tax_year, code, posted_on, amount_cents)
       VALUES ($1, $2, $3, $4, $5)`,
      [file, year, code, on, cents],
    );
  await post(anasFile, running, '660', `${running}-04-15`, -250_00);
  await post(anasFile, running, '660', `${running}-06-15`, -300_00);
  await post(anasFile, running, '661', `${running}-06-20`, 300_00);
  await post(joses, running - 1, '660', `${running - 1}-06-15`, -77_00);
  await post(lucias, running, '660', `${running}-04-15`, -88_00);
  await database.end();
});
afterAll(() => world.close());

const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

it('estimated tax of the running year has a year of its own: each payment, what went back, and the sum', async () => {
  const { browser, visit } = await world.signIn(ana);
  const at = `/account?year=${running}`;
  expect(visit.body).toContain(`href="${at}#years"`);
  expect(textOf(visit.body)).not.toContain('Paid so far');
  const { body } = await browser.visit(`${world.revenue.origin}${at}`);
  const text = textOf(body);
  expect(text).toMatch(new RegExp(`Tax year ${running} Return No return on file Paid so far \\$250\\.00 `));
  expect(text).toContain(`once you file the return for that year`);
  expect(text).toMatch(
    new RegExp(
      `Estimated tax payment \\$250\\.00 April 15, ${running} .*\\$300\\.00 June 15, .* −\\$300\\.00 June 20`,
    ),
  );
  expect(body).not.toContain(`/transcripts?year=${running}`);
  const spanish = textOf((await browser.visit(`${world.revenue.origin}${at}&lang=es`)).body);
  expect(spanish).toMatch(/Pagado hasta ahora \$250\.00/);
});

it('what counts toward a return that is on file is in its balance, and is said once', async () => {
  const { browser } = await world.signIn(jose);
  const text = textOf((await browser.visit(`${world.revenue.origin}/account?year=${running - 1}`)).body);
  expect(text).toContain(`Tax year ${running - 1}`);
  expect(text).not.toContain('Paid so far');
});

it('one spouse’s payments without a return are shown to nobody else', async () => {
  const hers = await world.signIn(lucia);
  const address = `${world.revenue.origin}/account?year=${running}`;
  expect(textOf((await hers.browser.visit(address)).body)).toContain('Paid so far $88.00');
  const his = await world.signIn(jose);
  expect((await his.browser.visit(address)).body).not.toContain('$88.00');
  expect((await world.signIn(nora)).visit.body).not.toContain('Paid so far');
});
