import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { exampleAgency } from '../../packages/relying-party/src/example.ts';
import { listen } from '../../packages/relying-party/src/hono/index.ts';
import { loadOrCreateClientKey, publicJwks } from '../../packages/relying-party/src/index.ts';
import { CookieBrowser } from '../support/browser/cookie-browser.ts';
import { createTestDatabase } from '../support/database/database.ts';
import { repository } from '../support/repository.ts';
import { freePort } from '../support/sites/free-port.ts';
import { startWorld } from '../support/sites/world.ts';

vi.setConfig({ testTimeout: 120_000 });

/** The registration that the README shows, with an address of this machine and a real key. */
async function registration(origin: string, keys: string): Promise<unknown> {
  const page = await readFile(path.join(repository, 'packages/relying-party/README.md'), 'utf8');
  const shown = /```json\n(\{[^`]*"example-agency"[^`]*)```/.exec(page)?.[1] ?? '{}';
  const registered = JSON.parse(shown.replaceAll('https://agency.example', origin));
  return { ...registered, keys: publicJwks(await loadOrCreateClientKey(keys)).keys };
}

it('the README’s example, registered as it says, brings a person from its page to the sign-in of npm start', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'signet-example-'));
  const [main, own] = [await createTestDatabase({ empty: true }), await createTestDatabase({ empty: true })];
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const keys = path.join(dataDir, 'example');
  await mkdir(path.join(dataDir, 'agencies'), { recursive: true });
  await writeFile(
    path.join(dataDir, 'agencies', 'example-agency.json'),
    JSON.stringify(await registration(origin, keys)),
  );
  const world = await startWorld({ dataDir, databaseUrl: main.url });
  const agency = await exampleAgency({ signet: world.signet, origin, databaseUrl: own.url, keys });
  const listening = await listen(agency.app, { host: '127.0.0.1', port });
  try {
    const page = await new CookieBrowser().visit(`${origin}/sign-in`);
    expect(page.url.origin).toBe(world.signet);
    expect(page.body).toContain('Example Agency');
  } finally {
    await listening.close();
    await agency.close();
    await world.stop();
    await Promise.all([main.drop(), own.drop(), rm(dataDir, { recursive: true, force: true })]);
  }
});
