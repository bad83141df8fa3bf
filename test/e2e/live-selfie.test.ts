import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { words } from '../../packages/signet/src/web/locales/index.ts';
import { sandboxPeople } from '../../sandbox/index.ts';
import type { Actor } from '../journey/actor.ts';
import { goOn, goThrough } from '../journey/journey.ts';
import { launchBrowser } from '../support/browser/browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database/database.ts';
import { repository } from '../support/repository.ts';
import { startWorld, type World } from '../support/sites/world.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let database: TestDatabase;
let world: World;
let browser: Browser;
let folder: string;

/** Somebody before the camera who does all that may be asked, over and over: each for so many frames of the film. */
const eachFor = 45;
const shown = [
  'straight',
  'turn-left',
  'straight',
  'turn-right',
  'straight',
  'chin-down',
  'straight',
  'open-mouth',
];

/** Nobody holds quite still, and no sensor gives the same picture twice: one that is repeated is a signal (A19). */
function asTaken(still: Buffer): Promise<Buffer> {
  const [left, top] = [Math.floor(Math.random() * 12), Math.floor(Math.random() * 12)];
  return sharp(still)
    .extract({ left, top, width: 468, height: 468 })
    .resize(480)
    .modulate({ brightness: 0.98 + Math.random() * 0.04 })
    .jpeg({ quality: 92 })
    .toBuffer();
}

async function film(): Promise<string> {
  const file = path.join(folder, 'ana.mjpeg');
  const rounds = [...shown, ...shown];
  const frames: Buffer[] = [];
  for (const name of rounds) {
    const still = await readFile(path.join(repository, 'sandbox', 'faces', 'motion', 'p10', `${name}.jpg`));
    frames.push(...(await Promise.all(Array.from({ length: eachFor }, () => asTaken(still)))));
  }
  await writeFile(file, Buffer.concat(frames));
  return file;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'signet-film-'));
  database = await createTestDatabase({ empty: true });
  [world, browser] = await Promise.all([
    startWorld({ databaseUrl: database.url }),
    launchBrowser([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${await film()}`,
    ]),
  ]);
});
afterAll(async () => {
  await browser.close();
  await world.stop();
  await database.drop();
  await rm(folder, { recursive: true });
});

it('A16: Ana does before the camera what is asked of her, and reads her transcript', async () => {
  const person = sandboxPeople.find(({ id }) => id === 'ana-rivera');
  if (!person) throw new Error('Ana is gone');
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    permissions: ['camera'],
  });
  const ana: Actor = {
    person,
    page: await context.newPage(),
    world,
    email: person.email,
    password: 'a lamp for quiet evenings',
    lang: 'es',
    keyboard: false,
    way: 'password',
  };
  await goThrough(ana, 'revenue', undefined, /^signet\/verify\/selfie$/);
  const say = words('es').proofing.liveSelfie;
  await ana.page.getByRole('button', { name: say.start }).click();
  await ana.page.getByText(say.ask.straight).waitFor();
  await ana.page.waitForURL(`${world.signet}/verify/phone`, { timeout: 180_000 });
  expect((await goOn(ana)).outcome).toBe('account');
});
