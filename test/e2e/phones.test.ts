import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { findPerson } from '../../sandbox/people/people.ts';
import { sandboxPhones } from '../../sandbox/people/phones.ts';
import { walkThrough } from '../journey/over-http.ts';
import { createTestDatabase, type TestDatabase } from '../support/database/database.ts';
import { photosSeenLater, startWorld, type World } from '../support/sites/world.ts';

vi.setConfig({ testTimeout: 120_000 }); // a whole journey, a carrier that is down included

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true });
  world = await startWorld({ databaseUrl: database.url, environment: photosSeenLater });
});
afterAll(async () => {
  await world.stop();
  await database.drop();
});

/** Ana's whole journey with another phone than her own. */
async function anaWith(phone: string) {
  const person = findPerson('ana-rivera');
  if (!person) throw new Error('no Ana');
  const email = `ana.${phone.slice(-4)}@people.example`;
  const password = 'a lamp for quiet evenings';
  return walkThrough({ world, email, password, person: { ...person, phone } });
}

const ends: Readonly<Record<string, string>> = {
  '+12025550121': 'try-again', // prepaid
  '+12025550122': 'try-again', // Kai Nakamura's
  '+12025550123': 'try-again', // out of service
  '+12025550124': 'needs-person', // a new SIM card
  '+12025550125': 'another-number', // a landline, which is sent no code
  '+12025550126': 'pending-records', // its carrier is down
  '+12025550127': 'needs-person', // moved to another carrier yesterday
  '+12025550128': 'try-again', // in the name of Kai Nakamura's father
};

it.each(sandboxPhones)('A3, A22: $account.phoneNumber ends as it says: $story.en', async ({ account }) => {
  const { outcome, pages } = await anaWith(account.phoneNumber);
  expect(outcome).toBe(ends[account.phoneNumber]);
  expect(pages.includes('signet/verify/phone-code')).toBe(outcome !== 'another-number');
});
