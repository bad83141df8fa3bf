import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { words } from '../../../packages/signet/src/web/locales/index.ts';
import { renderLicense, renderPassport } from '../../../sandbox/documents/index.ts';
import { faceJpeg } from '../../../sandbox/faces/face-jpeg.ts';
import { sandboxPeople } from '../../../sandbox/people/people.ts';
import type { Actor } from '../../journey/actor.ts';
import { proofingActs } from '../../journey/acts.ts';
import { goOn, goThrough } from '../../journey/journey.ts';
import { walkThrough } from '../../journey/over-http.ts';
import { openStage, type Stage } from '../../support/browser/stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });

const say = words('en').proofing;

let stage: Stage;
let ana: Actor;
beforeAll(async () => {
  // as where the process that looks at photos while people wait is busy or gone
  stage = await openStage({ environment: { SIGNET_PHOTOS_AT_ONCE: 'off' } });
  ana = await stage.enter('ana-rivera');
  await goThrough(ana, 'revenue', undefined, /^signet\/verify\/front$/);
});
afterAll(() => stage.close());

type Role = 'front' | 'back' | 'selfie';

const photo = (buffer: Buffer) => ({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
const sendButton = (role: Role): string => `form[action="/verify/${role}"] button[type="submit"]`;

/** What the page says about this file. */
async function upload(role: Role, buffer: Buffer): Promise<string> {
  await ana.page.goto(`${stage.world.signet}/verify/${role}`);
  await ana.page.locator('input[type="file"]').setInputFiles(photo(buffer));
  await arriving(sendButton(role));
  const problem = ana.page.locator('.usa-error-message').first();
  return (await problem.count()) ? ((await problem.textContent()) ?? '') : '';
}

/** Presses, and waits for the page that the press brings. */
async function arriving(button: string): Promise<void> {
  const arrived = ana.page.waitForEvent('framenavigated', (frame) => frame === ana.page.mainFrame());
  await Promise.all([arrived, ana.page.locator(button).first().click()]);
  await ana.page.waitForLoadState('load');
}

const blank = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#999' }, limitInputPixels: false });

/** As `ftyp` says: a phone's own format. */
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(2000)]);

describe('a file that is no photo gets a clear word, and the page stays', () => {
  it.each([
    ['nothing', async () => Buffer.alloc(0), 'empty'],
    ['text', async () => Buffer.from('not an image at all'), 'not-an-image'],
    ['a PDF', async () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(500)]), 'pdf'],
    ['HEIC', async () => heic, 'heic'],
    [
      'an SVG with a script',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'not-an-image',
    ],
    [
      'a JPEG that ends early',
      async () => (await renderLicense(ana.person)).front.subarray(0, 40_000),
      'broken',
    ],
    [
      'a picture of 20,000 × 20,000 pixels',
      () => blank(20_000).png({ compressionLevel: 6, adaptiveFiltering: false }).toBuffer(),
      'too-many-pixels',
    ],
  ] as const)('%s', async (_what, make, refusal) => {
    const file = await make();
    const meanwhile = askingMeanwhile(`${stage.world.signet}/sign-in`);
    expect(await upload('front', file)).toBe(say.photo.refusals[refusal]);
    expect(await meanwhile.longest()).toBeLessThan(2000); // others are served, whatever comes
    expect(await ana.page.locator('input[type="file"]').count()).toBe(1);
  });

  it('40 MB, without script to make it smaller: a page that says it is too large, and the way back works', async () => {
    const url = `${stage.world.signet}/verify/front`;
    const plain = await stage.browser.newContext({
      javaScriptEnabled: false,
      storageState: await ana.page.context().storageState(),
    });
    const page = await plain.newPage();
    await page.goto(url);
    const huge = path.join(stage.world.dataDir, 'huge.jpg');
    await writeFile(huge, Buffer.alloc(40 * 1024 * 1024, 1));
    await page.locator('input[type="file"]').setInputFiles(huge);
    await Promise.all([
      page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame()),
      page.locator(sendButton('front')).click(),
    ]);
    expect(await page.locator('h1').textContent()).toBe(words('en').common.errorPages[413].title);
    await page.goBack();
    expect(await page.locator('input[type="file"]').count()).toBe(1);
    await plain.close();
  });
});

describe('a photo of the wrong thing that nobody looked at is found by the checks, and only that photo is asked for again', () => {
  it('a passport where a license was asked: the front again', async () => {
    const { back } = await renderLicense(ana.person);
    await give('front', await renderPassport(ana.person));
    await give('back', back);
    await give('selfie', await faceJpeg(ana.person.selfie));
    await answerTheRest();
    expect(await again()).toBe('front');
  });

  it('a back without a barcode: the back again', async () => {
    const { front } = await renderLicense(ana.person);
    const turned = await sharp(front).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer();
    await give('front', turned); // lies on its side, and EXIF says which way is up
    await give('back', front);
    await send();
    expect(await again()).toBe('back');
  });

  it.each([
    ['no face', () => blank(1200).jpeg().toBuffer()],
    ['two faces', twoFaces],
  ] as const)('a selfie with %s: the selfie again', async (_what, make) => {
    await give('back', (await renderLicense(ana.person)).back);
    await give('selfie', await make());
    await send();
    expect(await again()).toBe('selfie');
  });

  it('and with a live picture in the end she is verified', async () => {
    await ana.page.goto(`${stage.world.signet}/verify/selfie`);
    expect((await goOn(ana)).outcome).toBe('account');
  });

  it.each([
    ['that has expired', 'erik-sandvik'],
    ['that is blurred', 'samuel-brookes'],
  ])('a license %s: another one', async (_what, who) => {
    const person = sandboxPeople.find(({ id }) => id === who) ?? expect.unreachable();
    const walker = { person, email: person.email, password: 'a lamp for quiet evenings', world: stage.world };
    expect((await walkThrough(walker)).outcome).toBe('try-again');
  });
});

async function twoFaces(): Promise<Buffer> {
  const [one, other] = await Promise.all([faceJpeg(ana.person.selfie), faceJpeg('p02_1')]);
  const { width, height } = await sharp(one).metadata();
  const beside = await sharp(other).resize(width, height, { fit: 'fill' }).toBuffer();
  return sharp(one)
    .extend({ right: width, background: '#999' })
    .composite([{ input: beside, left: width, top: 0 }])
    .jpeg()
    .toBuffer();
}

/** Sends it; a poor one a second time, and then as it is. */
async function give(role: Role, buffer: Buffer): Promise<void> {
  const anyway = `form[action="/verify/${role}/anyway"] button`;
  for (let tries = 0; (await upload(role, buffer)) !== '' && tries < 3; tries += 1) {
    if (await ana.page.locator(anyway).count()) return arriving(anyway);
  }
}

async function answerTheRest(): Promise<void> {
  for (const name of ['phone number', 'code from the text message', 'Social Security number']) {
    await proofingActs.find((act) => act.name === name)?.perform(ana);
    await ana.page.waitForLoadState('load');
  }
  await ana.page.waitForURL('**/verify/decision', { timeout: 60_000 });
}

async function send(): Promise<void> {
  await ana.page.goto(`${stage.world.signet}/verify/check-answers`);
  await ana.page.locator('form[action="/verify/check-answers"] button[type="submit"]').click();
  await ana.page.waitForURL('**/verify/decision', { timeout: 60_000 });
}

async function again(): Promise<string> {
  const heading = await ana.page.locator('h1').textContent();
  const { front, back } = say.photo.documents.license;
  const ofPhotos = { front: say.again.titleOfPhoto(front.row), back: say.again.titleOfPhoto(back.row) };
  return (
    Object.entries({ ...say.again.titles, ...ofPhotos }).find(([, title]) => title === heading)?.[0] ??
    String(heading)
  );
}

/** Somebody else, who asks for a page again and again. */
function askingMeanwhile(url: string): { longest(): Promise<number> } {
  let over = false;
  let longest = 0;
  const asking = (async () => {
    while (!over) {
      const started = performance.now();
      await (await fetch(url)).text();
      longest = Math.max(longest, performance.now() - started);
      await pause(50);
    }
  })();
  return {
    async longest() {
      over = true;
      await asking;
      return longest;
    },
  };
}
