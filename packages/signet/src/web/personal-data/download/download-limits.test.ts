import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Visit } from '../../../../../../test/support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../../../../../test/support/sites/signet.ts';
import { submit } from '../../../../../../test/support/visitors/signet-visitor.ts';
import {
  makeVerified,
  type VerifiedVisitor,
} from '../../../../../../test/support/visitors/verified-visitor.ts';

let world: TestSignet;
let owner: VerifiedVisitor;
beforeAll(async () => {
  world = await startSignet();
  owner = await makeVerified(world);
});
afterAll(() => world.close());

const place = '/account/data/download';
const pageOf = ({ browser }: VerifiedVisitor) => browser.visit(world.origin + place);
const download = async (visitor: VerifiedVisitor) =>
  submit(visitor.browser, await pageOf(visitor), place, { as: 'json' });

it('limit download.a-day: attack, mail bombing by downloads: after ten in a day there are no more, and no more mails; and others have theirs', async () => {
  const visitor = await makeVerified(world);
  for (let n = 0; n < 10; n += 1) expect((await download(visitor)).status).toBe(200);
  expect((await download(visitor)).status).toBe(429);
  const told = (await world.mailTo(visitor.email)).filter(({ subject }) => subject.startsWith('A copy'));
  expect(told.length).toBe(10);
  expect((await download(owner)).status).toBe(200);
});

it('limit download-made.at-once, download-made.at-once-each: attack, files asked for all at once: of one person’s they are made one by one, and the owner’s comes in between', async () => {
  const strangers = [await makeVerified(world), await makeVerified(world)];
  const ask = (visitor: VerifiedVisitor, page: Visit) => async () =>
    expect((await submit(visitor.browser, page, place, { as: 'json' })).status).toBe(200);
  const floods: (() => Promise<void>)[] = [];
  for (const stranger of strangers) {
    const flood = ask(stranger, await pageOf(stranger));
    floods.push(...Array.from({ length: 6 }, () => flood));
  }
  const owners = ask(owner, await pageOf(owner));
  const { personalData, authentication } = world.signet;
  const begun: string[] = [];
  const allWait = Promise.withResolvers<void>();
  const make = personalData.download;
  vi.spyOn(personalData, 'download').mockImplementation(async (key, person) => {
    begun.push(person);
    await allWait.promise;
    return make(key, person);
  });
  const opened = vi.spyOn(authentication.session, 'openVault'); // what each does before it waits
  const asked = [...floods, owners].map((one) => one());
  await expect
    .poll(() => opened.mock.settledResults.filter(({ type }) => type === 'fulfilled').length)
    .toBe(13);
  allWait.resolve();
  await Promise.all(asked);
  vi.restoreAllMocks();
  expect(begun.indexOf(owner.person)).toBeLessThan(6); // of thirteen, asked for last: in one line for all the last
});
