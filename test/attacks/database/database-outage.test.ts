import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWorker } from '../../../packages/signet/src/composition/run.ts';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { type StoppablePostgres, stoppablePostgres } from '../../support/database/stoppable-postgres.ts';
import {
  newFlow,
  postForm,
  push,
  signInAt,
  userinfo,
  withAssertion,
} from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  askForCode,
  freshEmail,
  makeAccount,
  signIn,
  type Visitor,
} from '../../support/visitors/signet-visitor.ts';

let postgres: StoppablePostgres;
let world: TestSignet;
let visitor: Visitor;
const unhandled: unknown[] = [];
const note = (error: unknown) => void unhandled.push(error);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  postgres = await stoppablePostgres();
  world = await startSignet({ databaseUrl: postgres.url });
  visitor = await makeAccount(world);
  await runWorker(world.signet);
});
afterAll(async () => {
  await world.close();
  await postgres.remove();
  process.off('unhandledRejection', note);
});

interface Answer {
  readonly what: string;
  readonly status: number;
  readonly ms: number;
}

/** People and agencies who keep coming until told to stop. Gives what each was answered. */
function keepComing(): () => Promise<readonly Answer[]> {
  let coming = true;
  const answers: Answer[] = [];
  const visits: Record<string, () => Promise<{ status: number }>> = {
    'sign-in page': () => new CookieBrowser().visit(`${world.origin}/sign-in`),
    account: () => visitor.browser.copy().visit(`${world.origin}/account`),
    'sign-up': () => askForCode(world, new CookieBrowser(), freshEmail()),
    'pushed request': () => push(world, newFlow(world.permits)),
    'agency’s link': () =>
      new CookieBrowser().visit(
        `${world.origin}/oauth/authorize?client_id=permits&request_uri=urn:ietf:params:oauth:request_uri:x`,
      ),
  };
  const people = Object.entries(visits).flatMap(([what, visit]) =>
    [visit, visit].map((each) => come(what, each)),
  );
  async function come(what: string, visit: () => Promise<{ status: number }>): Promise<void> {
    while (coming) {
      const began = performance.now();
      const { status } = await visit();
      answers.push({ what, status, ms: performance.now() - began });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  return async () => {
    coming = false;
    await Promise.all(people);
    return answers;
  };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the database stopped and started under load', () => {
  it('is said as "try again soon" in the person’s language, and everything goes on without a restart', async () => {
    const { accessToken } = await signInAt(world, world.permits, visitor.browser);
    const stopComing = keepComing();
    await pause(300);
    await postgres.stop();
    await pause(300);

    const spanish = visitor.browser.copy();
    spanish.setCookie('signet_lang', 'es');
    const page = await spanish.visit(`${world.origin}/account`);
    expect(page.status).toBe(503);
    expect(page.body).toContain('<html lang="es"');
    expect(page.body).not.toMatch(/ECONN|terminat|postgres/i);
    expect((await new CookieBrowser().visit(`${world.origin}/help`)).status).toBe(200);
    const linked = await spanish.visit(
      `${world.origin}/oauth/authorize?client_id=permits&request_uri=urn:ietf:params:oauth:request_uri:x`,
    );
    expect([linked.status, linked.body.includes('<html lang="es"')]).toEqual([503, true]);
    expect((await userinfo(world, accessToken)).status).toBe(503);
    const auth = await withAssertion(world, world.permits);
    const token = await postForm(`${world.origin}/oauth/token`, {
      grant_type: 'authorization_code',
      code: 'x',
      redirect_uri: world.permits.redirectUri,
      ...auth,
    });
    expect(token.status).toBe(503);
    expect((await fetch(`${world.origin}/readyz`)).status).toBe(503);
    expect((await fetch(`${world.origin}/healthz`)).status).toBe(200);

    await postgres.start();
    await expect
      .poll(async () => (await fetch(`${world.origin}/readyz`)).status, { timeout: 5000 })
      .toBe(200);
    await pause(300);
    const answers = await stopComing();
    const faults = answers.filter(({ status }) => status >= 500 && status !== 503);
    expect(faults).toEqual([]);
    expect(answers.some(({ status }) => status === 503)).toBe(true);
    expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(6000);
    expect(answers.slice(-10).every(({ status }) => status < 500)).toBe(true);

    expect((await userinfo(world, accessToken)).status).toBe(200);
    expect((await signIn(world, visitor)).page.url.pathname).toBe('/account');
    await signInAt(world, world.permits, visitor.browser);
    const email = freshEmail();
    await askForCode(world, new CookieBrowser(), email);
    await expect.poll(() => world.mails.some(({ to }) => to === email), { timeout: 15_000 }).toBe(true);
    expect(unhandled).toEqual([]);

    const lines = world.log.map((line) => JSON.parse(line) as Record<string, unknown>);
    const ofQueue = lines.filter(({ job }) => job === 'queue');
    expect(ofQueue.length).toBeGreaterThan(0);
    const said = { level: 'warn', fault: expect.stringMatching(/^database-/) };
    for (const line of ofQueue) expect(line).toMatchObject(said);
    expect(lines.filter(({ level }) => level === 'error')).toEqual([]);
  }, 60_000);
});
