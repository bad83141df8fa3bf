import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { words } from '../../packages/signet/src/web/locales/index.ts';
import { underLamp } from '../../sandbox/corpus/poor-photos.ts';
import { renderLicense, renderPassport } from '../../sandbox/documents/index.ts';
import { faceJpeg } from '../../sandbox/faces/face-jpeg.ts';
import { findPerson, sandboxPeople } from '../../sandbox/people/people.ts';
import type { Visit } from '../support/browser/cookie-browser.ts';
import { sendPhoto } from '../support/photos/send-photo.ts';
import { startSignet, type TestSignet } from '../support/sites/signet.ts';
import { goToFirstPhoto, makeAccount, submit, type Visitor } from '../support/visitors/signet-visitor.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ana = sandboxPeople.find(({ id }) => id === 'ana-rivera') ?? expect.unreachable();
const say = { en: words('en').proofing.photo.problems, es: words('es').proofing.photo.problems };

let world: TestSignet;
let license: { front: Buffer; back: Buffer };
let visitor: Visitor;
beforeAll(async () => {
  [world, license] = await Promise.all([startSignet({ photosAtOnce: true }), renderLicense(ana)]);
});
afterAll(() => world.close());

const send = (role: string, photo: Buffer): Promise<Visit> =>
  sendPhoto(visitor.browser, world.origin, role, photo);

/** The page stays, and says this of the photo. */
function expectTold(page: Visit, role: string, ...told: readonly string[]): void {
  expect([page.status, page.url.pathname]).toEqual([422, `/verify/${role}`]);
  for (const text of told) expect(page.body).toContain(text);
}

const noise = (): Promise<Buffer> =>
  sharp({
    create: {
      width: 1600,
      height: 1200,
      channels: 3,
      background: '#fff',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg()
    .toBuffer();

/** What the browser's make-believe camera shows. */
const greenPicture = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#0f0' } })
    .jpeg()
    .toBuffer();

describe('finding P1: what is wrong with a photo is said on the page where it was sent', () => {
  beforeEach(async () => {
    visitor = await makeAccount(world);
    await goToFirstPhoto(world, visitor.browser);
  });

  it('of the front: noise, a test picture, the back, a passport, in both languages; and a good one leads on', async () => {
    expectTold(await send('front', await noise()), 'front', say.en['no-document']);
    expectTold(await send('front', await greenPicture()), 'front', say.en['no-document']);
    expectTold(await send('front', license.back), 'front', say.en['other-side']);
    visitor.browser.setCookie('signet_lang', 'es');
    expectTold(await send('front', await renderPassport(ana)), 'front', say.es['other-document']);
    expect((await send('front', license.front)).url.pathname).toBe('/verify/back');
  });

  it('of the back: the front again, a barcode under a lamp, a card that has expired, and then without “use it anyway”', async () => {
    await send('front', license.front);
    expectTold(await send('back', license.front), 'back', say.en['other-side']);
    const lamp = await underLamp(license.back, 0.5, 0.35, 0.2);
    expectTold(await send('back', lamp), 'back', say.en['barcode-glare']);
    const expired = await renderLicense(ana, { expired: true });
    const told = await send('back', expired.back);
    expectTold(told, 'back', say.en.expired);
    expect(told.body).not.toContain('/verify/back/anyway');
    expect((await send('back', license.back)).url.pathname).toBe('/verify/selfie');
  });

  it('of the selfie: the license, a wall, two people; all at once where more is wrong', async () => {
    await send('front', license.front);
    await send('back', license.back);
    expectTold(await send('selfie', license.front), 'selfie', say.en['document-as-selfie']);
    expectTold(await send('selfie', await greenPicture()), 'selfie', say.en['no-face'], say.en.blurry);
    expect((await send('selfie', await faceJpeg(ana.selfie))).url.pathname).toBe('/verify/phone');
  });

  it('of a photo that stays poor: from the second on it leads on as it is, and is judged with the rest of the case', async () => {
    const anyway = '/verify/front/anyway';
    expect((await send('front', await noise())).body).not.toContain(anyway);
    const second = await send('front', await noise());
    expect(second.body).toContain(anyway);
    expect((await submit(visitor.browser, second, anyway)).url.pathname).toBe('/verify/back');
  });
});

describe('A4: a card of the other kind than the one that was chosen', () => {
  const corrected = {
    en: words('en').proofing.photo.corrected,
    es: words('es').proofing.photo.corrected,
  };

  it('a state ID chosen as a license is taken for what it is, told in one line on the next page, with nothing to send again', async () => {
    const odessa = await renderLicense(findPerson('odessa-marsh') ?? expect.unreachable());
    visitor = await makeAccount(world);
    await goToFirstPhoto(world, visitor.browser);
    const back = await send('front', odessa.front);
    expect(back.url.pathname).toBe('/verify/back');
    expect(back.body).toContain(corrected.en['state-id']);
    expect(back.body).toContain('Take a photo of the back of your state ID card');
    visitor.browser.setCookie('signet_lang', 'es');
    expect((await visitor.browser.visit(`${world.origin}/verify/back`)).body).toContain(
      corrected.es['state-id'],
    );
    const selfie = await send('back', odessa.back);
    expect(selfie.url.pathname).toBe('/verify/selfie');
    expect(selfie.body).not.toContain(corrected.es['state-id']); // said once
  });

  it('a license chosen as a state ID: the same', async () => {
    visitor = await makeAccount(world);
    const first = await goToFirstPhoto(world, visitor.browser, 'state-id');
    expect(first.body).toContain('Take a photo of the front of your state ID card');
    const back = await send('front', license.front);
    expect(back.body).toContain(corrected.en.license);
    expect((await send('back', license.back)).url.pathname).toBe('/verify/selfie');
  });
});
