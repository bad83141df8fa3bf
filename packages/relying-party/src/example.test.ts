import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { CookieBrowser } from '../../../test/support/browser/cookie-browser.ts';
import { createTestDatabase } from '../../../test/support/database/database.ts';
import { startFakeSignet } from '../../../test/support/sites/fake-signet.ts';
import { freePort } from '../../../test/support/sites/free-port.ts';
import { exampleAgency } from './example.ts';
import { listen } from './hono/index.ts';
import { AAL2, IAL2, loadOrCreateClientKey, publicJwks } from './index.ts';

const here = (name: string) => readFile(path.join(import.meta.dirname, name), 'utf8');

it('the README shows the example that runs, to the letter', async () => {
  const installed = (await here('example.ts'))
    .replace("'./hono/index.ts'", "'@signet/relying-party/hono'")
    .replace("'./index.ts'", "'@signet/relying-party'");
  expect(await here('../README.md')).toContain(installed.trim());
});

it('the example signs a person in, greets them and signs them out', async () => {
  const signet = await startFakeSignet();
  const database = await createTestDatabase({ empty: true });
  const keys = await mkdtemp(path.join(tmpdir(), 'example-'));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const { app, close } = await exampleAgency({
    signet: signet.issuer,
    origin,
    databaseUrl: database.url,
    keys,
  });
  const listening = await listen(app, { port, host: '127.0.0.1' });
  signet.register({
    clientId: 'example-agency',
    jwks: publicJwks(await loadOrCreateClientKey(keys)),
    redirectUris: [`${origin}/callback`],
    postLogoutRedirectUris: [`${origin}/`],
    backchannelLogoutUri: `${origin}/backchannel-logout`,
  });
  signet.visitor = {
    sub: 'ana',
    acr: `${IAL2} ${AAL2}`,
    amr: ['pwd', 'otp', 'mfa'],
    ial: 2,
    aal: 2,
    claims: {
      verified_claims: { verification: { trust_framework: 'x' }, claims: { given_name: '<b>Ana</b>' } },
    },
  };

  const browser = new CookieBrowser();
  expect((await browser.visit(origin)).body).toContain('Sign in with Signet');
  const greeted = await browser.visit(`${origin}/sign-in`);
  expect(greeted.body).toContain('Hello &lt;b&gt;Ana&lt;/b&gt;');
  const [, token = ''] = /value="([^"]+)"/.exec(greeted.body) ?? [];
  expect((await browser.post(`${origin}/sign-out`, { form_token: token })).url.origin).toBe(signet.issuer);
  expect((await browser.visit(`${origin}/me`)).url.pathname).toBe('/');

  await listening.close();
  await close();
  await signet.close();
  await database.drop();
  await rm(keys, { recursive: true });
});
