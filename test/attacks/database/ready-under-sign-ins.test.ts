import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { behindProxy, browserAt, network } from '../../support/browser/from-network.ts';
import { type ProxiedDatabase, proxiedDatabase } from '../../support/database/proxied-database.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { makeAccount, submit, type Visitor } from '../../support/visitors/signet-visitor.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const people = 64;
const timeoutSeconds = 6;
/** Within which `/readyz` promises to answer, whatever happens: half of the time of a request. */
const promised = timeoutSeconds * 500;

let database: ProxiedDatabase;
let world: TestSignet;
/** Each signs in from several places at once, and no account from more than its limits bear. */
let visitors: readonly Visitor[];

beforeAll(async () => {
  database = await proxiedDatabase();
  const environment = { SIGNET_DATABASE_TIMEOUT_SECONDS: String(timeoutSeconds), ...behindProxy };
  world = await startSignet({ databaseUrl: database.url, environment });
  visitors = await Promise.all(Array.from({ length: people / 8 }, () => makeAccount(world)));
});
afterAll(async () => {
  database.proxy.forward();
  await world.close();
  await database.remove();
});

/** So many, each at home, before the page with the right password typed. Gives what sends it. */
const atTheDoor = (first: number) =>
  Promise.all(
    Array.from({ length: people }, async (_, n) => {
      const browser = browserAt(network(first + n));
      const page = await browser.visit(`${world.origin}/sign-in`);
      const { email, password } = visitors[n % visitors.length] ?? expect.unreachable();
      return () => submit(browser, page, '/sign-in', { email, password });
    }),
  );

interface Asked {
  readonly status: number;
  readonly ms: number;
}

async function askReadiness(): Promise<Asked> {
  const since = performance.now();
  const { status } = await fetch(`${world.origin}/readyz`);
  return { status, ms: performance.now() - since };
}

/** As a balancer asks, again and again, until told to stop. */
function keepAsking(): () => Promise<readonly Asked[]> {
  let asking = true;
  const answers: Asked[] = [];
  const asked = (async () => {
    while (asking) {
      answers.push(await askReadiness());
      await pause(50);
    }
  })();
  return async () => {
    asking = false;
    await asked;
    return answers;
  };
}

it('finding O7: 64 people sign in at once: all come in, and it says that it is ready all the while, in time', async () => {
  const doors = await atTheDoor(0);
  const stopAsking = keepAsking();
  const pages = await Promise.all(doors.map((signIn) => signIn()));
  const answers = await stopAsking();
  expect(pages.filter(({ url }) => url.pathname !== '/sign-in/code').map(({ body }) => body)).toEqual([]);
  expect(answers.length).toBeGreaterThan(10);
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(promised);
});

it('finding O1: the database freezes while 64 sign in: it says so in time, nobody hangs, and all is well after', async () => {
  const doors = await atTheDoor(people);
  const began = performance.now();
  const signIns = Promise.all(doors.map((signIn) => signIn()));
  await pause(150);
  database.proxy.stall();
  const stopAsking = keepAsking();
  await expect.poll(async () => (await askReadiness()).status, { timeout: 10_000 }).toBe(503);
  const statuses = (await signIns).map(({ status }) => status);
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(statuses.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(statuses).toContain(503);
  const answers = await stopAsking();
  expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(promised + 1000);
  expect(answers.at(-1)?.status).toBe(503);

  database.proxy.forward();
  await expect.poll(async () => (await askReadiness()).status, { timeout: 10_000 }).toBe(200);
  const again = await Promise.all((await atTheDoor(2 * people)).map((signIn) => signIn()));
  expect(again.filter(({ url }) => url.pathname !== '/sign-in/code').map(({ status }) => status)).toEqual([]);
});
