import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sandboxPeople } from '../../sandbox/index.ts';
import { sandboxPhones } from '../../sandbox/people/phones.ts';
import { goThrough, type JourneyResult } from '../journey/journey.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database/database.ts';
import { startWorld, type World } from '../support/sites/world.ts';

vi.setConfig({ testTimeout: 120_000 }); // a whole journey, a carrier that is down included

let database: TestDatabase;
let world: World;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  [world, browser] = await Promise.all([startWorld({ databaseUrl: database.url }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
  await database.drop();
});

/** Ana's whole journey with another phone than her own. */
async function anaWith(phone: string): Promise<JourneyResult> {
  const person = sandboxPeople.find(({ id }) => id === 'ana-rivera');
  if (!person) throw new Error('no Ana');
  const page = await (await browser.newContext()).newPage();
  const email = `ana.${phone.slice(-4)}@people.example`;
  const password = 'a lamp for quiet evenings';
  const actor = { page, world, email, password, lang: 'en', keyboard: false, way: 'password' } as const;
  const result = await goThrough({ ...actor, person: { ...person, phone } }, 'revenue');
  await page.context().close();
  return result;
}

const ends: Readonly<Record<string, string>> = {
  '+12025550121': 'try-again', // prepaid
  '+12025550122': 'try-again', // Kai Nakamura's
  '+12025550123': 'try-again', // out of service
  '+12025550124': 'needs-person', // a new SIM card
  '+12025550125': 'try-again', // a landline
  '+12025550126': 'pending-records', // its carrier is down
  '+12025550127': 'needs-person', // moved to another carrier yesterday
};

it.each(sandboxPhones)('A3, A22: $account.phoneNumber ends as it says: $story.en', async ({ account }) => {
  const { outcome, steps } = await anaWith(account.phoneNumber);
  expect(outcome).toBe(ends[account.phoneNumber]);
  expect(steps.map(({ name }) => name)).toContain('code from the text message');
});
