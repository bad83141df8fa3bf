import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { words } from '../../../packages/signet/src/web/locales/index.ts';
import { renderLicense } from '../../../sandbox/documents/index.ts';
import type { Actor } from '../../journey/actor.ts';
import { goOn, goThrough } from '../../journey/journey.ts';
import { openStage, type Stage } from '../../support/browser/stage.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const say = words('en').proofing.photo;

let stage: Stage;
let ana: Actor;
beforeAll(async () => {
  stage = await openStage();
  ana = await stage.enter('ana-rivera');
  await goThrough(ana, 'revenue', undefined, /^signet\/verify\/front$/);
});
afterAll(() => stage.close());

/** Sends a file as the page's form would. */
async function post(role: 'front' | 'back', buffer: Buffer): Promise<{ status: number; body: string }> {
  const csrf = await ana.page.locator('input[name="csrf"]').first().inputValue();
  const answer = await ana.page.request.post(`${stage.world.signet}/verify/${role}`, {
    headers: { origin: stage.world.signet },
    maxRedirects: 0,
    multipart: { csrf, photo: { name: 'photo.jpg', mimeType: 'image/jpeg', buffer } },
  });
  return { status: answer.status(), body: await answer.text() };
}

it('finding P4: no file chosen: there is nothing to press; without script the page says so, and stays', async () => {
  const button = 'form[action="/verify/front"] button[type="submit"]';
  await ana.page.locator('signet-sending progress').waitFor({ state: 'attached' });
  expect(await ana.page.locator(button).isVisible()).toBe(false);
  const plain = await stage.browser.newContext({
    javaScriptEnabled: false,
    storageState: await ana.page.context().storageState(),
  });
  const page = await plain.newPage();
  await page.goto(`${stage.world.signet}/verify/front`);
  await page.locator(button).click();
  await page.locator('.usa-error-message').waitFor();
  expect(await page.locator('.usa-error-message').textContent()).toContain(say.missing);
  expect(await page.locator('input[type="file"]').count()).toBe(1);
  await plain.close();
});

describe('attack, decompression bombs', () => {
  it('eight at once: each is refused or gives way to the next, memory stays, and others are served within a second', async () => {
    const bomb = await sharp({
      create: { width: 20_000, height: 20_000, channels: 3, background: '#999' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 6 })
      .toBuffer();
    const before = await residentMegabytes();
    const others = servedMeanwhile(`${stage.world.signet}/sign-in`);
    const sent = await Promise.allSettled(Array.from({ length: 8 }, () => post('front', bomb)));
    const answers = sent.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const longest = await others.longest();
    const looked = answers.filter(({ status }) => status !== 429); // two of one person's are held, and no more
    expect(looked.length).toBeGreaterThanOrEqual(2);
    for (const { status, body } of looked) {
      expect(status).toBe(422);
      expect(body).toContain(say.refusals['too-many-pixels']);
    }
    expect(longest).toBeLessThan(1000);
    expect((await residentMegabytes()) - before).toBeLessThan(200); // one of them, decoded, is 1200
  });
});

describe('attack, polyglot', () => {
  it('a JPEG that is a page as well is kept as pixels only, and served as nothing else', async () => {
    const { front } = await renderLicense(ana.person);
    const script = Buffer.from('<html><script>alert(document.domain)</script></html>');
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, script.length + 2]), script]);
    const polyglot = Buffer.concat([front.subarray(0, 2), comment, front.subarray(2), script]);
    expect((await post('front', polyglot)).status).toBe(303);
    const kept = await ana.page.request.get(`${stage.world.signet}/verify/photo/front`);
    expect(kept.headers()).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect((await kept.body()).includes('script')).toBe(false);
  });
});

it('a barcode of an AAMVA version that nobody knows is read as far as it goes', async () => {
  await ana.page.goto(`${stage.world.signet}/verify/back`);
  const { back } = await renderLicense(ana.person, { aamvaVersion: 99 });
  expect((await post('back', back)).status).toBe(303);
  await ana.page.goto(`${stage.world.signet}/verify`);
  expect((await goOn(ana)).outcome).toBe('account');
});

/** Of the process that answers people, now. */
async function residentMegabytes(): Promise<number> {
  const status = await readFile(`/proc/${stage.world.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/** Somebody else, who asks for a page again and again. */
function servedMeanwhile(url: string): { longest(): Promise<number> } {
  let over = false;
  const asking = (async () => {
    let longest = 0;
    while (!over) {
      const started = performance.now();
      await (await fetch(url)).text();
      longest = Math.max(longest, performance.now() - started);
    }
    return longest;
  })();
  return {
    longest() {
      over = true;
      return asking;
    },
  };
}
