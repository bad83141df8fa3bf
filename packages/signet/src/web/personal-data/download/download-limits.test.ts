import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Visit } from '../../../../../../test/support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../../../../../test/support/sites/signet.ts';
import { submit } from '../../../../../../test/support/visitors/signet-visitor.ts';
import {
  makeVerified,
  type VerifiedVisitor,
} from '../../../../../../test/support/visitors/verified-visitor.ts';
import { words } from '../../locales/index.ts';

let world: TestSignet;
let owner: VerifiedVisitor;
beforeAll(async () => {
  world = await startSignet();
  owner = await makeVerified(world);
});
afterAll(() => world.close());
afterEach(() => void vi.restoreAllMocks());

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

/** Files are begun, in order, and none is done until `open`. */
function heldBack() {
  const begun: string[] = [];
  const gate = Promise.withResolvers<void>();
  const { vault } = world.signet;
  const read = vault.read.bind(vault);
  vi.spyOn(vault, 'read').mockImplementation(async (key, name) => {
    begun.push(key.person);
    await gate.promise;
    return read(key, name);
  });
  return { begun, open: () => gate.resolve() };
}

it('attack, files asked for at once by somebody who had nine: the tenth is counted before it is made, and the eleventh refused while it is', async () => {
  const visitor = await makeVerified(world);
  for (let n = 0; n < 9; n += 1) expect((await download(visitor)).status).toBe(200);
  const page = await pageOf(visitor);
  const { begun, open } = heldBack();
  const tenth = submit(visitor.browser, page, place, { as: 'json' });
  await expect.poll(() => begun.length).toBe(1);
  const eleventh = await submit(visitor.browser, page, place, { as: 'json' });
  expect([eleventh.status, begun.length]).toEqual([429, 1]);
  expect(eleventh.body).toContain(words('en').account.personalFile.tooMany);
  open();
  expect((await tenth).status).toBe(200);
});

it('limit download-made.waiting-each: attack, one person’s requests for files without end: two wait, the others are refused in words and count for nothing, and the owner’s comes', async () => {
  const visitor = await makeVerified(world);
  const [page, ownersPage] = [await pageOf(visitor), await pageOf(owner)];
  const { begun, open } = heldBack();
  const answers: Visit[] = [];
  const flood = Array.from({ length: 12 }, async () => {
    answers.push(await submit(visitor.browser, page, place, { as: 'json' }));
  });
  await expect.poll(() => answers.length, { timeout: 10_000 }).toBe(12 - 3);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([429]));
  expect(answers[0]?.body).toContain(words('en').account.personalFile.tooManyWaiting);
  const owners = submit(owner.browser, ownersPage, place, { as: 'json' });
  await expect.poll(() => begun).toContain(owner.person);
  open();
  expect((await owners).status).toBe(200);
  await Promise.all(flood);
  for (let n = 3; n < 10; n += 1) expect((await download(visitor)).status).toBe(200);
  expect((await download(visitor)).status).toBe(429);
});

it('limit download-made.at-once, download-made.at-once-each: attack, files asked for all at once: of one person’s they are made one by one, and the owner’s comes in between', async () => {
  const strangers = [await makeVerified(world), await makeVerified(world)];
  const ask = (visitor: VerifiedVisitor, page: Visit) => async () =>
    expect((await submit(visitor.browser, page, place, { as: 'json' })).status).toBe(200);
  const floods: (() => Promise<void>)[] = [];
  for (const stranger of strangers) {
    const flood = ask(stranger, await pageOf(stranger));
    floods.push(...Array.from({ length: 3 }, () => flood));
  }
  const owners = ask(owner, await pageOf(owner));
  const { begun, open } = heldBack();
  const counted = async () => {
    const { rows } = await sql<{ count: number }>`SELECT sum(count)::int AS count FROM attempts`.execute(
      world.owner.db,
    );
    return rows[0]?.count ?? 0;
  };
  const before = await counted();
  const asked = floods.map((one) => one());
  await expect.poll(() => begun.toSorted()).toEqual(strangers.map(({ person }) => person).toSorted());
  asked.push(owners());
  await expect.poll(counted).toBe(before + 7); // what each does before it waits
  await counted(); // the server, in this process, has heard by then that the last was counted
  await setImmediate(); // and done what it does at that
  open();
  await Promise.all(asked);
  expect(begun.indexOf(owner.person)).toBeLessThan(5); // of seven, asked for last: in one line for all the last
});
