import { randomBytes } from 'node:crypto';
import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { launchBrowser } from '../../../../../test/support/browser/browser.ts';
import { type Gallery, openGallery } from '../../../../../test/support/sites/gallery-site.tsx';

const Sent = z.object({
  purpose: z.string(),
  prf: z.string().optional(),
  label: z.string().optional(),
  leads: z.string().optional(),
  response: z.object({ id: z.string(), clientExtensionResults: z.unknown() }),
});

const salt = Buffer.alloc(32, 7).toString('base64url');
const prfRequest = { prf: { eval: { first: salt } } };
const challenge = () => randomBytes(32).toString('base64url');
const registration = () => ({
  challenge: challenge(),
  rp: { id: 'localhost', name: 'Signet' },
  user: { id: randomBytes(16).toString('base64url'), name: 'amara@example.com', displayName: 'Amara' },
  pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
  authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  extensions: prfRequest,
});
const assertion = () => ({
  challenge: challenge(),
  rpId: 'localhost',
  allowCredentials: [],
  userVerification: 'required',
  extensions: prfRequest,
});

let gallery: Gallery;
let browser: Browser;
let sent: z.infer<typeof Sent>[] = [];
let tokens: (string | undefined)[] = [];
/** The second step, for the PRF output, is refused. */
let secondRefused = false;
let redirect = '/broken';
let refusal: { message?: string; unknownCredential?: string } | undefined;

beforeAll(async () => {
  [gallery, browser] = await Promise.all([openGallery(), launchBrowser()]);
  gallery.app.post('/options', (c) =>
    c.json(c.req.header('referer')?.endsWith('/passkey') ? registration() : assertion()),
  );
  gallery.app.post('/verify', async (c) => {
    tokens.push(c.req.header('x-csrf-token'));
    const body = Sent.parse(await c.req.json());
    sent.push(body);
    if (refusal) return c.json(refusal, 422);
    if (body.purpose === 'prf' && secondRefused) return c.json({ message: 'Not this one.' }, 409);
    const second = body.purpose === 'register' ? { prfOptions: assertion(), withoutPrf: '/answers' } : {};
    return c.json({ redirect, ...second });
  });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

beforeEach(() => {
  sent = [];
  tokens = [];
  refusal = undefined;
  redirect = '/broken';
  secondRefused = false;
});

/** A tab whose computer has a built-in authenticator that always recognizes its owner. */
async function open(path: string, options: { prf: boolean }): Promise<Tab> {
  const tab = await (await browser.newContext()).newPage();
  const cdp = await tab.context().newCDPSession(tab);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: options.prf,
      automaticPresenceSimulation: true,
    },
  });
  await tab.goto(gallery.url + path);
  return tab;
}

const withoutAutofill = (tab: Tab) =>
  tab.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });

describe('signet-passkey', () => {
  it('registers, asks once more for the PRF output, and sends it apart from the extension results', async () => {
    const tab = await open('/passkey', { prf: true });
    await tab.getByRole('button', { name: 'Add a passkey' }).click();
    await tab.waitForURL('**/broken');
    const outputs = sent.flatMap(({ prf }) => prf ?? []);
    expect(outputs.map((prf) => Buffer.from(prf, 'base64url').length)).toEqual([32]);
    expect(sent[0]).toMatchObject({ purpose: 'register' });
    expect(sent[0]?.response.clientExtensionResults).toMatchObject({ prf: { enabled: true } });
    for (const { response } of sent) expect(JSON.stringify(response)).not.toMatch(/results":/);
    expect(tokens.every((token) => token === 'token')).toBe(true);
  });

  it.each(['the button', 'autofill'])(
    'signs in through %s and gets the same PRF output again',
    async (way) => {
      const tab = await open('/passkey', { prf: true });
      await tab.getByRole('button', { name: 'Add a passkey' }).click();
      await tab.waitForURL('**/broken');
      if (way === 'the button') await withoutAutofill(tab);
      await tab.goto(`${gallery.url}/sign-in`);
      // In autofill, the virtual authenticator picks the passkey as soon as the field offers it.
      if (way === 'the button') await tab.getByRole('button', { name: 'Sign in with a passkey' }).click();
      await tab.waitForURL('**/broken');
      const outputs = sent.flatMap(({ prf }) => prf ?? []);
      expect(sent.at(-1)).toMatchObject({ purpose: 'signin', prf: outputs[0] });
      expect(new Set(outputs).size).toBe(1);
    },
  );

  it('leads to the agency that the page names, and attack: to no other site', async () => {
    const tab = await open('/passkey', { prf: true });
    await tab.getByRole('button', { name: 'Add a passkey' }).click();
    await tab.waitForURL('**/broken');
    await withoutAutofill(tab);
    await tab.route('https://*.example/**', (route) => route.fulfill({ body: 'back' }));
    const signIn = async (leadsTo: string | undefined, to: string) => {
      redirect = to;
      await tab.goto(`${gallery.url}/sign-in`);
      await tab
        .locator('signet-passkey')
        .evaluate((it, origin) => origin && it.setAttribute('leads-to', origin), leadsTo);
      await tab.getByRole('button', { name: 'Sign in with a passkey' }).click();
    };
    await signIn('https://agency.example', 'https://agency.example/callback?code=1');
    await tab.waitForURL('https://agency.example/callback?code=1');
    expect(sent.at(-1)).toMatchObject({ purpose: 'signin', leads: 'to-agency' });
    for (const named of [undefined, 'https://agency.example']) {
      await signIn(named, 'https://elsewhere.example/callback?code=1');
      await tab.waitForFunction(() => {
        const it = document.querySelector<HTMLElement>('signet-passkey');
        return it?.querySelector('.signet-status')?.textContent === it?.dataset.failed;
      });
      expect(tab.url()).toBe(`${gallery.url}/sign-in`);
    }
  });

  /** Most authenticators say that they have PRF when a passkey is made, and give its output to a sign-in only. */
  const prfToSignInsOnly = (tab: Tab) =>
    tab.evaluate(() => {
      const given = PublicKeyCredential.prototype.getClientExtensionResults;
      PublicKeyCredential.prototype.getClientExtensionResults =
        function extensions(): AuthenticationExtensionsClientOutputs {
          const made = this.response instanceof AuthenticatorAttestationResponse;
          return made ? { prf: { enabled: true } } : given.call(this);
        };
    });

  it('asks an authenticator a second time that gives its PRF output to sign-ins only', async () => {
    const tab = await open('/passkey', { prf: true });
    await prfToSignInsOnly(tab);
    await tab.getByRole('button', { name: 'Add a passkey' }).click();
    await tab.waitForURL('**/broken');
    expect(sent.map(({ purpose, prf }) => [purpose, prf?.length])).toEqual([
      ['register', undefined],
      ['prf', 43],
    ]);
  });

  const spoilings: readonly (readonly [string, () => void])[] = [
    ['is refused by the server', () => undefined],
    [
      'is closed by the person',
      () => {
        navigator.credentials.get = () => Promise.reject(new DOMException('closed', 'NotAllowedError'));
      },
    ],
    [
      'gives what is no key',
      () => {
        PublicKeyCredential.prototype.getClientExtensionResults = () => ({
          prf: { enabled: true, results: { first: new Uint8Array(5) } },
        });
      },
    ],
  ];
  it.each(spoilings)(
    'finding B-4: goes on where the second step %s: the passkey is stored',
    async (_how, spoil) => {
      secondRefused = true;
      const tab = await open('/passkey', { prf: true });
      await prfToSignInsOnly(tab);
      await tab.evaluate(spoil);
      await tab.getByRole('button', { name: 'Add a passkey' }).click();
      await tab.waitForURL('**/answers');
      expect(sent[0]).toMatchObject({ purpose: 'register' });
      expect(sent[0]?.prf).toBeUndefined();
    },
  );

  it('goes on without a PRF output where the authenticator has none', async () => {
    const tab = await open('/passkey', { prf: false });
    await tab.getByRole('button', { name: 'Add a passkey' }).click();
    await tab.waitForURL('**/broken');
    expect(sent.map(({ purpose, prf }) => [purpose, prf])).toEqual([['register', undefined]]);
  });

  it('tells whoever keeps a passkey that is not known here any more, so that it is not offered again', async () => {
    const tab = await open('/passkey', { prf: false });
    await tab.addInitScript(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      const signalUnknownCredential = async (what: object) => void told.push(what);
      Object.assign(PublicKeyCredential, { signalUnknownCredential });
    });
    await withoutAutofill(tab);
    await tab.getByRole('button', { name: 'Add a passkey' }).click();
    await tab.waitForURL('**/broken');
    refusal = { message: 'That passkey no longer works here.', unknownCredential: 'AAAA' };
    await tab.goto(`${gallery.url}/sign-in`);
    await tab.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await tab.getByText('That passkey no longer works here.').waitFor();
    const told = await tab.evaluate(() => Reflect.get(window, 'told'));
    expect(told).toEqual([{ rpId: 'localhost', credentialId: 'AAAA' }]);
  });

  it("says a refusal in the server's words and lets the person try again", async () => {
    refusal = { message: 'This passkey was removed from your account.' };
    const tab = await open('/passkey', { prf: false });
    const button = tab.getByRole('button', { name: 'Add a passkey' });
    await button.click();
    await tab.getByText('This passkey was removed from your account.').waitFor();
    expect(await button.getAttribute('aria-disabled')).toBeNull();
  });
});
