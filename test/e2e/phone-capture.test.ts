import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { words } from '../../packages/signet/src/web/locales/index.ts';
import type { Actor } from '../journey/actor.ts';
import { photosOf, takeLivePicture } from '../journey/acts.ts';
import { goOn, goThrough } from '../journey/journey.ts';
import { openStage, type Stage } from '../support/browser/stage.ts';

vi.setConfig({ testTimeout: 120_000 });

const phoneScreen = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const newPhone = async (options: BrowserContextOptions = {}): Promise<Page> =>
  (await stage.browser.newContext({ ...phoneScreen, ...options })).newPage();

/** Somebody at a desk who is to photograph the front of their license. */
async function atTheDesk(id: string, context: BrowserContextOptions = {}): Promise<Actor> {
  const actor = await stage.enter(id, {}, context);
  expect((await goThrough(actor, 'revenue', undefined, /verify\/front$/)).outcome).toBe('stopped');
  return actor;
}

const wordsOn = (page: Page) => page.locator('.signet-matching-words').textContent();
const says = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor();
const pressOn = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function sendFrom(phone: Page, actor: Actor, role: 'front' | 'back'): Promise<void> {
  await phone.waitForURL(`**/phone/${role}`);
  const buffer = (await photosOf(actor))[role];
  await phone.locator('#photo').setInputFiles({ name: `${role}.jpg`, mimeType: 'image/jpeg', buffer });
  await pressOn(phone, words('en').proofing.photo.submit);
}

const { desk: say, phone: onPhone } = words('en').proofing.phoneCapture;

it('finding P5: a phone that is not signed in takes the photos and a live picture of a case, and the desk continues by itself to a proven identity', async () => {
  const actor = await atTheDesk('ana-rivera');
  const desk = actor.page;
  await pressOn(desk, words('en').proofing.phoneCapture.offer.submit);
  const link = (await desk.locator('a[href*="/phone/link/"]').getAttribute('href')) ?? '';
  const shown = await wordsOn(desk);
  await desk.reload();
  expect(await desk.locator('a[href*="/phone/link/"]').getAttribute('href')).toBe(link);

  const phone = await newPhone();
  await phone.goto(link);
  expect(new URL(phone.url()).pathname).toBe('/phone/begin');
  expect(await wordsOn(phone)).toBe(shown);
  await pressOn(phone, onPhone.begin.yes);
  await says(desk, say.joined);
  expect(await wordsOn(desk)).toBe(shown);

  await sendFrom(phone, actor, 'front');
  await desk.locator('[data-stage="back"][data-state="working"]').waitFor();
  await phone.reload();
  await sendFrom(phone, actor, 'back');
  await phone.waitForURL('**/phone/selfie');
  await takeLivePicture({ ...actor, page: phone });
  await says(phone, onPhone.done.title);
  await desk.waitForURL('**/verify/phone');

  expect((await goOn(actor)).outcome).toBe('account');

  await phone.goto(`${stage.world.signet}/account`);
  expect(new URL(phone.url()).pathname).toBe('/sign-in'); // it is nobody's
});

it('without script on either screen: by the code that is typed, and a poor photo is told on the phone', async () => {
  const actor = await atTheDesk('jose-nunez-ortiz', { javaScriptEnabled: false });
  const desk = actor.page;
  await pressOn(desk, words('en').proofing.phoneCapture.offer.submit);
  await desk.locator('details summary').click();
  const code = (await desk.locator('.signet-key').textContent()) ?? '';

  const phone = await newPhone({ javaScriptEnabled: false });
  await phone.goto(`${stage.world.signet}/phone`);
  await phone.fill('#code', code.toLowerCase().replace('-', ' '));
  await pressOn(phone, onPhone.code.submit);
  await pressOn(phone, onPhone.begin.yes);
  const face = { name: 'face.jpg', mimeType: 'image/jpeg', buffer: (await photosOf(actor)).selfie };
  await phone.locator('#photo').setInputFiles(face);
  await pressOn(phone, words('en').proofing.photo.submit);
  await phone.locator('.usa-error-summary, .usa-alert--error').first().waitFor();
  expect(new URL(phone.url()).pathname).toBe('/phone/front');
  await sendFrom(phone, actor, 'front');
  await phone.waitForURL('**/phone/back');
  await desk.waitForURL('**/verify/use-phone'); // it loads itself anew
  await desk.getByRole('heading', { level: 1, name: say.joined }).waitFor({ timeout: 15_000 });
  await pressOn(desk, say.stop);
  expect(new URL(desk.url()).pathname).toBe('/verify/back');
  await phone.reload();
  await says(phone, words('en').proofing.phoneCapture.overAtPhone['taken-back'].title);
});

it('the other way round: begun on a phone, the case waits at the same step for whoever signs in at a desk', async () => {
  const onAPhone = await stage.enter('nora-lindgren', {}, phoneScreen);
  await goThrough(onAPhone, 'revenue', undefined, /verify\/back$/);
  const { computer, submit } = words('en').proofing.phoneCapture.offer;
  expect(await onAPhone.page.getByText(computer).isVisible()).toBe(true);
  expect(await onAPhone.page.getByRole('button', { name: submit }).isVisible()).toBe(false);
  const { page } = await stage.enter('nora-lindgren');
  await goThrough({ ...onAPhone, page }, 'revenue', undefined, /verify\/back$/);
  expect(new URL(page.url()).pathname).toBe('/verify/back');
});
