import { afterAll, beforeAll, expect, it } from 'vitest';
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
  const made: string[] = [];
  const ask = (visitor: VerifiedVisitor, page: Visit, who: string) => async () => {
    expect((await submit(visitor.browser, page, place, { as: 'json' })).status).toBe(200);
    made.push(who);
  };
  const floods: (() => Promise<void>)[] = [];
  for (const stranger of strangers) {
    const flood = ask(stranger, await pageOf(stranger), 'stranger');
    floods.push(...Array.from({ length: 6 }, () => flood));
  }
  const owners = ask(owner, await pageOf(owner), 'owner');
  const flooding = floods.map((flood) => flood());
  await Promise.all([owners(), ...flooding]);
  expect(made.indexOf('owner')).toBeLessThan(9); // of thirteen, asked for last: in one line for all it would be the last
});
