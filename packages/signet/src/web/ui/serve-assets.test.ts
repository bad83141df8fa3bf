import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { expect, it, onTestFinished } from 'vitest';
import { assetsFolder } from '../../../../../test/support/repository.ts';
import { serveAssets } from './index.ts';

it('finding O12: an old page’s script is there during an upgrade; what nobody has is not found, and no fault', async () => {
  const before = await mkdtemp(join(tmpdir(), 'signet-assets-'));
  onTestFinished(() => rm(before, { recursive: true }));
  await writeFile(join(before, 'signet-0LD.js'), 'old();');
  const faults: unknown[] = [];
  const app = new Hono();
  app.get('/assets/*', serveAssets(assetsFolder, { before }));
  app.onError((error, c) => {
    faults.push(error);
    return c.text('fault', 500);
  });
  const ask = async (path: string) => {
    const answer = await app.request(path);
    return [answer.status, answer.headers.get('content-type'), await answer.text()];
  };
  expect(await ask('/assets/signet-0LD.js')).toEqual([200, 'text/javascript; charset=utf-8', 'old();']);
  for (const unknown of ['/assets/signet-N0NE.js', '/assets/%E0%A4%A', '/assets/', '/assets/a/../../x'])
    expect((await ask(unknown))[0]).toBe(404);
  expect(faults).toEqual([]);
});

it('serves what is made for the sandbox there, and nowhere else', async () => {
  const made = readdirSync(assetsFolder).filter((file) => file.startsWith('sandbox-camera'));
  expect(made).toHaveLength(1);
  const statusIn = async (options: Parameters<typeof serveAssets>[1]) => {
    const app = new Hono().get('/assets/*', serveAssets(assetsFolder, options));
    return (await app.request(`/assets/${made[0]}`)).status;
  };
  expect(await statusIn({ sandbox: true })).toBe(200);
  expect(await statusIn({ sandbox: false })).toBe(404);
  expect(await statusIn({ before: assetsFolder })).toBe(404);
});
