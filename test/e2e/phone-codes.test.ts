import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { words } from '../../packages/signet/src/web/locales/index.ts';
import { type Actor, messageTo, phoneCode } from '../journey/actor.ts';
import { goThrough, type Recorder } from '../journey/journey.ts';
import { recoveryMail } from '../journey/recovery-acts.ts';
import { openStage, type Stage } from '../support/browser/stage.ts';
import { finder, type Look } from './accessibility/look.ts';
import { makeMistakes } from './accessibility/mistakes.ts';

vi.setConfig({ testTimeout: 240_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** The first page that only somebody signed in at AAL2 sees. */
const signedIn = /^signet\/verify/;

const steps = async (actor: Actor, recorder: Recorder): Promise<string[]> => {
  const { outcome, steps: taken } = await goThrough(actor, 'revenue', recorder, signedIn);
  expect(outcome).toBe('stopped');
  return taken.map(({ name }) => name);
};

it.each([
  ['en', 'text', 'ana-rivera'],
  ['es', 'voice', 'jose-nunez-ortiz'],
] as const)(
  'B6, WCAG 2.2 AA: in %s, an account with a password and codes by %s, made and signed in to with the keyboard alone',
  async (lang, way, id) => {
    const found = finder(lang);
    const actor = await stage.enter(id, { lang, way, keyboard: true });
    const recorder: Recorder = {
      async page(of, name) {
        if (!/phone|sign-in|second/.test(name)) return;
        await found.look(of.page, name);
        await makeMistakes(of, name, found.look);
      },
    };
    expect(await steps(actor, recorder)).toEqual(
      expect.arrayContaining(['second way in', 'phone for codes', 'code to the new phone']),
    );
    const go = (path: string) => actor.page.goto(stage.world.signet + path);
    for (const path of ['/account/ways', '/account/phone']) {
      await go(path);
      await found.look(actor.page, `signet${path}`);
    }
    await actor.page.context().clearCookies({ name: /signet|revenue/ });
    expect(await steps(actor, recorder)).toEqual(
      expect.arrayContaining(['sign in', 'second factor', 'code by phone']),
    );
    await getBackIn(actor, found.look);
    await swapSim(actor, found.look);
    expect(found.faults).toEqual([]);
  },
);

/** The password is forgotten: the mailbox and the phone are two ways (B15). */
async function getBackIn(actor: Actor, look: Look): Promise<void> {
  const { page, world, email } = actor;
  const send = async (action: string, fields: Readonly<Record<string, string>> = {}) => {
    for (const [name, value] of Object.entries(fields))
      await page.locator(`form[action="${action}"] [name="${name}"]`).fill(value);
    const loaded = page.waitForEvent('load');
    await page.locator(`form[action="${action}"] button[type="submit"]:visible`).first().press('Enter');
    await loaded;
  };
  await page.context().clearCookies({ name: /^signet$|revenue/ });
  await page.goto(`${world.signet}/recover`);
  await send('/recover', { email });
  const [, emailed = ''] = await messageTo(actor, email, recoveryMail);
  await send('/recover/code', { code: emailed });
  await page.locator('[name="rung"][value="phone"]').press('Space');
  await send('/recover/choose');
  await look(page, 'signet/recover/phone');
  await send('/recover/phone');
  await look(page, 'signet/recover/phone/code');
  await send('/recover/phone/code', { code: '000000' });
  await look(page, 'signet/recover/phone/code, wrong', { wrong: true });
  await send('/recover/phone/code', { code: await phoneCode(actor) });
  await page.goto(`${world.signet}/sign-up/password`);
  await send('/sign-up/password', { password: actor.password });
  await look(page, 'signet/recover/review, with a phone');
  await send('/recover/review');
}

/** A thief moves the number to a SIM card of theirs, and then has the password too. */
async function swapSim(actor: Actor, look: Look): Promise<void> {
  const { page, world, person, lang } = actor;
  await page.goto(`${world.sandbox}/outbox/handset?number=${encodeURIComponent(person.phone)}&lang=${lang}`);
  await look(page, 'sandbox/outbox/handset');
  await page.locator('form[action="/outbox/handset/swap"] button').press('Enter');
  await page.waitForURL(/handset/);
  await page.context().clearCookies({ name: /signet|revenue/ });
  await goThrough(actor, 'revenue', undefined, /^signet\/sign-in\/code$/);
  await Promise.all([
    page.waitForEvent('load'),
    page.locator('form[action="/sign-in/phone"] button').first().press('Enter'),
  ]);
  expect(await page.locator('h1').textContent()).toBe(words(lang).phones.changed.title);
  await look(page, 'signet/sign-in/phone, after a SIM swap');
  await page.goto(`${world.sandbox}/outbox?to=${encodeURIComponent(actor.email)}`);
  expect(await page.locator('main').textContent()).toMatch(/stopped sending|Dejamos de enviar/);
}
