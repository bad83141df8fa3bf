import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPool, type Pool } from '../../../packages/signet/src/platform/postgres/index.ts';
import type { Actor } from '../../journey/actor.ts';
import { photosOf } from '../../journey/acts.ts';
import { goOn, goThrough } from '../../journey/journey.ts';
import { openStage, type Stage } from '../../support/browser/stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let stage: Stage;
let pool: Pool;
const faults: string[] = [];
beforeAll(async () => {
  stage = await openStage();
  pool = openPool(stage.databaseUrl, () => undefined);
});
afterAll(async () => {
  await pool.close();
  await stage.close();
});

/** A sandbox person, of whose every answer by the server that says "our fault" is noted. */
async function enter(...who: Parameters<Stage['enter']>): Promise<Actor> {
  const actor = await stage.enter(...who);
  actor.page.context().on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  return actor;
}

/** What there is of everything that there should be one of, by person. */
async function tally(): Promise<Record<string, number>> {
  const { rows } = await pool.pg.query<Record<string, number>>(`
    SELECT (SELECT count(*) FROM people)::int AS people,
           (SELECT count(*) FROM proofing_cases)::int AS cases,
           (SELECT count(*) FROM proofing_submissions)::int AS submissions,
           (SELECT count(*) FROM proofings)::int AS proofings,
           (SELECT count(*) FROM audit_entries WHERE entry::jsonb ->> 'action' = 'proofing.decided')::int AS decisions`);
  return rows[0] ?? {};
}

const one = { people: 1, cases: 1, submissions: 1, proofings: 1, decisions: 1 };

/** What came about while `act` ran. */
async function cameOf(act: () => Promise<void>): Promise<Record<string, number>> {
  const before = await tally();
  await act();
  const after = await tally();
  return Object.fromEntries(Object.entries(after).map(([what, n]) => [what, n - (before[what] ?? 0)]));
}

/** Every form that is sent is sent once more a moment later, as by a second press before the next page is there. */
const pressTwice = `
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.pressed) return;
    form.dataset.pressed = 'once';
    setTimeout(() => form.requestSubmit(event.submitter), 20);
  }, true);`;

/** Where there is no way on without it: the checks are waited for, and the face is taken live. */
const scripted = ['/verify/checking', '/verify/selfie'];

/** Signet's own script does not even send the second press (`client/single-submit.ts`), so it is kept away here. */
it('double click on every button of proofing and consent, without script: one case, one decision, one way back', async () => {
  const ana = await enter('ana-rivera');
  const posts: string[] = [];
  const came = await cameOf(async () => {
    await goThrough(ana, 'revenue', undefined, /^signet\/verify$/);
    await ana.page.route('**/assets/signet-*.js', (route) =>
      scripted.includes(pathOf(ana.page)) ? route.continue() : route.abort(),
    );
    await ana.page.addInitScript(pressTwice);
    ana.page.on('request', (request) => {
      if (request.method() === 'POST') posts.push(new URL(request.url()).pathname);
    });
    await ana.page.reload();
    expect((await goOn(ana)).outcome).toBe('account');
  });
  expect(came).toEqual(one);
  expect(posts.length).toBeGreaterThan(20); // ten forms, each twice, and consent
  expect(faults).toEqual([]);
});

type Fields = Record<string, string | { name: string; mimeType: string; buffer: Buffer }>;

/** Every form of proofing, in order, as this person fills it in. */
async function formsOf(actor: Actor): Promise<[string, Fields][]> {
  const photos = await photosOf(actor);
  const photo = (buffer: Buffer) => ({ photo: { name: 'photo.jpg', mimeType: 'image/jpeg', buffer } });
  return [
    ['choose', { document: 'license' }],
    ['consent', { agree: 'yes' }],
    ['front', photo(photos.front)],
    ['back', photo(photos.back)],
    ['selfie', photo(photos.selfie)],
    ['phone', { phone: actor.person.phone }],
    ['phone-code', { code: '000000' }],
    ['ssn', { ssn: actor.person.ssn }],
    ['check-answers', {}],
  ];
}

/** Sends a form as a page that was kept open would, and says where that leads. */
async function send({ page }: Actor, step: string, fields: Fields): Promise<string> {
  const csrf = await page.locator('input[name="csrf"]').first().inputValue();
  const answer = await page.request.post(`${stage.world.signet}/verify/${step}`, {
    headers: { origin: stage.world.signet },
    maxRedirects: 0,
    ...(step === 'front' || step === 'back' || step === 'selfie'
      ? { multipart: { ...fields, csrf } }
      : { form: { ...(fields as Record<string, string>), csrf } }),
  });
  if (answer.status() >= 500) faults.push(`${answer.status()} /verify/${step}`);
  return answer.headers().location ?? `${answer.status()}`;
}

describe('the back button and resubmission', () => {
  it('at every step of proofing lead on to where the person stands, and undo nothing', async () => {
    const nora = await enter('nora-lindgren');
    const all = await formsOf(nora);
    const forms = all.filter(([step]) => step !== 'selfie'); // a live picture leaves none behind
    const again = {
      async page(actor: Actor, name: string) {
        const at = forms.findIndex(([step]) => name === `signet/verify/${step}`);
        const finished = /^signet\/verify\/(checking|decision)$/.test(name);
        const before = finished ? forms : forms.slice(Math.max(0, at - 1), Math.max(0, at));
        for (const [step, fields] of before) await send(actor, step, fields);
        if (before.length === 0) return;
        await actor.page.goto(`${stage.world.signet}/verify`);
        if (finished) expect(pathOf(actor.page)).toMatch(/^\/verify\/(checking|decision)$/);
        else expect(pathOf(actor.page)).toBe(`/verify/${forms[at]?.[0]}`);
      },
    };
    const came = await cameOf(async () => {
      expect((await goThrough(nora, 'revenue', again)).outcome).toBe('no-record');
      await nora.page.goto(`${stage.world.signet}/account`);
      for (const [step, fields] of all) expect(await send(nora, step, fields)).toBe('/verify/decision');
    });
    expect(came).toEqual(one);
    expect(faults).toEqual([]);
  });
});

describe('two tabs', () => {
  it('at the same step and at different ones: both go on, nothing is asked twice or lost', async () => {
    const robin = await enter('robin-aldous');
    const forms = new Map(await formsOf(robin));
    const give = (step: string) => send(robin, step, forms.get(step) ?? {});
    const came = await cameOf(async () => {
      await goThrough(robin, 'revenue', undefined, /^signet\/verify\/front$/);
      expect(await Promise.all([give('front'), give('front')])).toEqual(['/verify/back', '/verify/back']);
      const other = await robin.page.context().newPage();
      await other.goto(`${stage.world.signet}/verify/front`); // to change the photo there
      await Promise.all([give('back'), give('front')]);
      await other.reload();
      expect(await other.locator('img[src^="/verify/photo/front"]').count()).toBe(1);

      await robin.page.goto(`${stage.world.signet}/verify`);
      await goOn(robin, undefined, /^signet\/verify\/ssn$/);
      await other.goto(`${stage.world.signet}/verify/ssn`);
      for (const page of [robin.page, other]) await page.locator('[name="ssn"]').fill(robin.person.ssn);
      await Promise.all([robin.page, other].map(pressSend));
      await other.waitForURL('**/verify/decision', { timeout: 60_000 });
      expect((await goOn(robin)).outcome).toBe('needs-person');
    });
    expect(came).toEqual({ ...one, proofings: 0 });
    expect(faults).toEqual([]);
  });

  it('A17: what was stopped and deleted in one cannot be gone on with in the other', async () => {
    const erik = await enter('erik-sandvik');
    await goThrough(erik, 'revenue', undefined, /^signet\/verify\/back$/);
    const other = await erik.page.context().newPage();
    await other.goto(`${stage.world.signet}/verify/stop`);
    await other.locator('form[action="/verify/withdraw"] button[type="submit"]').click();
    await other.waitForLoadState('load');
    const [, photo = {}] = (await formsOf(erik)).find(([step]) => step === 'back') ?? [];
    expect(await send(erik, 'back', photo)).toMatch(/^\/verify/);
    await erik.page.goto(`${stage.world.signet}/verify/back`);
    expect(pathOf(erik.page)).toBe('/verify');
    const { rows } = await pool.pg.query(
      `SELECT count(*)::int AS images FROM proofing_images i JOIN proofing_cases c ON c.id = i.case_id
       WHERE c.wrapped_key IS NULL`,
    );
    expect(rows).toEqual([{ images: 0 }]);
    expect(faults).toEqual([]);
  });
});

const pathOf = (page: Page): string => new URL(page.url()).pathname;

async function pressSend(page: Page): Promise<void> {
  await page.locator('form[action="/verify/ssn"] button[type="submit"]').click();
}
