import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { renderLicence, renderPassport } from '../../../sandbox/documents/index.ts';
import { faceJpeg } from '../../../sandbox/faces.ts';
import { words } from '../../../src/web/locales/index.ts';
import type { Actor } from '../../journey/actor.ts';
import { proofingActs } from '../../journey/acts.ts';
import { goOn, goThrough } from '../../journey/journey.ts';
import { openStage, type Stage } from '../../support/stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });

const say = words('en').proofing;

let stage: Stage;
let ana: Actor;
beforeAll(async () => {
  stage = await openStage();
  ana = await stage.enter('ana-rivera');
  await goThrough(ana, 'revenue', undefined, /^signet\/verify\/front$/);
});
afterAll(() => stage.close());

async function upload(
  role: 'front' | 'back' | 'selfie',
  buffer: Buffer,
  name = 'photo.jpg',
): Promise<string> {
  await ana.page.goto(`${stage.world.signet}/verify/${role}`);
  await ana.page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
  await arriving(`form[action="/verify/${role}"] button[type="submit"]`);
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
      async () => (await renderLicence(ana.person)).front.subarray(0, 40_000),
      'broken',
    ],
    [
      'a picture of 20,000 × 20,000 pixels',
      () => blank(20_000).png({ compressionLevel: 9 }).toBuffer(),
      'too-many-pixels',
    ],
  ] as const)('%s', async (_what, make, refusal) => {
    const file = await make();
    const [said, other] = await Promise.all([
      upload('front', file),
      timedGet(`${stage.world.signet}/sign-in`),
    ]);
    expect(said).toBe(say.photo.refusals[refusal]);
    expect(other).toBeLessThan(5000); // meanwhile others are served
    expect(await ana.page.locator('input[type="file"]').count()).toBe(1);
  });

  it('40 MB: the page that says it is too large', async () => {
    await ana.page.goto(`${stage.world.signet}/verify/front`);
    const csrf = await ana.page.locator('input[name="csrf"]').first().inputValue();
    const answer = await ana.page.request.post(`${stage.world.signet}/verify/front`, {
      headers: { origin: stage.world.signet },
      multipart: {
        csrf,
        photo: { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(40 * 1024 * 1024, 1) },
      },
    });
    expect(answer.status()).toBe(413);
  });
});

describe('a photo of the wrong thing is found by the checks, and only that photo is asked for again', () => {
  it('a passport where a license was asked: the front again; then the license, lying on its side, passes', async () => {
    const { front, back } = await renderLicence(ana.person);
    const selfie = await faceJpeg(ana.person.selfie);
    await give('front', await renderPassport(ana.person));
    await give('back', back);
    await give('selfie', selfie);
    await answerTheRest();
    expect(await again()).toBe('front');

    const turned = await sharp(front).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer();
    await give('front', turned); // EXIF says which way is up
    expect(new URL(ana.page.url()).pathname).not.toBe('/verify/front');
    expect((await goOn(ana)).outcome).toBe('account');
  });
});

/** Sends it; a poor one a second time, and then as it is. */
async function give(role: 'front' | 'back' | 'selfie', photo: Buffer): Promise<void> {
  const anyway = `form[action="/verify/${role}/anyway"] button`;
  for (let tries = 0; (await upload(role, photo)) !== '' && tries < 3; tries += 1) {
    if (await ana.page.locator(anyway).count()) return arriving(anyway);
  }
}

async function answerTheRest(): Promise<void> {
  for (const name of ['Social Security number', 'phone number', 'code from the text message']) {
    await proofingActs.find((act) => act.name === name)?.perform(ana);
    await ana.page.waitForLoadState('load');
  }
  await send();
}

async function send(): Promise<void> {
  await ana.page.goto(`${stage.world.signet}/verify/check-answers`);
  await ana.page.locator('form[action="/verify/check-answers"] button[type="submit"]').click();
  await ana.page.waitForURL('**/verify/decision', { timeout: 60_000 });
}

async function again(): Promise<string> {
  const heading = await ana.page.locator('h1').textContent();
  return Object.entries(say.again.titles).find(([, title]) => title === heading)?.[0] ?? String(heading);
}

async function timedGet(url: string): Promise<number> {
  const started = performance.now();
  await fetch(url);
  return performance.now() - started;
}
