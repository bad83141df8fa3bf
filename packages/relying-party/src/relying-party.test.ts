import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../../test/support/browser/cookie-browser.ts';
import { type FakeSignet, startFakeSignet } from '../../../test/support/sites/fake-signet.ts';
import {
  AAL2,
  AAL2_PHISHING_RESISTANT,
  type ClientKey,
  createRelyingParty,
  IAL2,
  loadOrCreateClientKey,
  publicJwks,
  type RelyingParty,
  type RelyingPartyOptions,
  type Transaction,
} from './index.ts';

const REDIRECT = 'http://localhost:19911/callback';
const SIGNED_OUT = 'http://localhost:19911/signed-out';
const CLIENT = 'test-agency';

const ana = {
  sub: 'pairwise-ana',
  claims: {
    email: 'ana@people.example',
    social_security_number: '900123417',
    verified_claims: {
      verification: {
        trust_framework: 'https://signet.example/trust/sandbox',
        evidence: [{ type: 'document' }],
      },
      claims: { given_name: 'Ana', family_name: 'Rivera', birthdate: '1983-03-14' },
    },
  },
  acr: `${IAL2} ${AAL2}`,
  amr: ['pwd', 'otp', 'mfa'],
  ial: 2,
  aal: 2,
};

let signet: FakeSignet;
let folder: string;
let key: ClientKey;
let agency: RelyingParty;

const settings = (): RelyingPartyOptions => ({
  issuer: signet.issuer,
  clientId: CLIENT,
  privateKeyJwk: key,
  redirectUri: REDIRECT,
  postLogoutRedirectUri: SIGNED_OUT,
  scope: 'openid email identity ssn',
  acrValues: [IAL2, AAL2],
  allowHttpOnLocalhost: true,
});

beforeAll(async () => {
  signet = await startFakeSignet();
  folder = await mkdtemp(path.join(tmpdir(), 'relying-party-'));
  key = await loadOrCreateClientKey(folder);
  signet.register({
    clientId: CLIENT,
    jwks: publicJwks(key),
    redirectUris: [REDIRECT],
    postLogoutRedirectUris: [SIGNED_OUT],
  });
});

afterAll(async () => {
  await signet.close();
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  signet.visitor = ana;
  agency = createRelyingParty(settings());
});

/** Starts, lets the fake person act at Signet, and stops where the browser would come back. */
async function begin(request = {}): Promise<{ answer: URL; transaction: Transaction; sentTo: URL }> {
  const started = await agency.startSignIn(request);
  if (!started.ok) throw new Error(started.error);
  const { url, transaction } = started.value;
  const visit = await new CookieBrowser().visit(url, { stopAt: REDIRECT });
  return { answer: visit.url, transaction, sentTo: new URL(url) };
}

describe('a sign-in', () => {
  it('P2, C8: is pushed, signed with the client key and comes back with who, how and what', async () => {
    const { answer, transaction, sentTo } = await begin();
    expect([...sentTo.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
    const result = await agency.finishSignIn(answer, transaction);
    expect(result).toMatchObject({
      ok: true,
      value: {
        sub: 'pairwise-ana',
        ial: 2,
        aal: 2,
        fal: 2,
        acr: `${IAL2} ${AAL2}`,
        amr: ['pwd', 'otp', 'mfa'],
        authTime: expect.any(Date),
        claims: { social_security_number: '900123417', email: 'ana@people.example' },
        verifiedClaims: { claims: { family_name: 'Rivera' } },
      },
    });
    expect(signet.pushed.at(-1)).toMatchObject({ code_challenge_method: 'S256', redirect_uri: REDIRECT });
  });

  it('C8: personal claims are neither in the address nor in the ID token', async () => {
    const { answer, transaction } = await begin();
    const result = await agency.finishSignIn(answer, transaction);
    if (!result.ok) throw new Error(result.error);
    const payload = Buffer.from(result.value.idToken.split('.')[1] ?? '', 'base64url').toString();
    for (const personal of ['Rivera', '900123417', '1983-03-14']) {
      expect(payload).not.toContain(personal);
      expect(answer.href).not.toContain(personal);
    }
  });

  it('tells a refusal of consent from an error', async () => {
    signet.visitor = { ...ana, denies: true };
    const { answer, transaction } = await begin();
    expect(await agency.finishSignIn(answer, transaction)).toEqual({ ok: false, error: 'access-denied' });
  });
});

describe('an authentication for this very request', () => {
  const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000);

  it('is asked for as OpenID says, and known by auth_time', async () => {
    const { answer, transaction } = await begin({ fresh: true });
    expect(signet.pushed.at(-1)).toMatchObject({ prompt: 'login' });
    expect(await agency.finishSignIn(answer, transaction)).toMatchObject({
      ok: true,
      value: { fresh: true },
    });
  });

  it('attack: an older one is refused, whatever the provider thinks of prompt=login', async () => {
    signet.visitor = { ...ana, authenticatedAt: minutesAgo(2) };
    const { answer, transaction } = await begin({ fresh: true });
    expect(await agency.finishSignIn(answer, transaction)).toEqual({ ok: false, error: 'sign-in-not-fresh' });
  });

  it('is not asked for otherwise: the session at Signet is enough, and is told from a fresh one', async () => {
    signet.visitor = { ...ana, authenticatedAt: minutesAgo(2) };
    const { answer, transaction } = await begin();
    expect(signet.pushed.at(-1)?.prompt).toBeUndefined();
    expect(await agency.finishSignIn(answer, transaction)).toMatchObject({
      ok: true,
      value: { fresh: false },
    });
  });

  it('counts however long the person then takes, and with clocks that differ by less than a minute', async () => {
    const { answer, transaction } = await begin({ fresh: true });
    const slow = { ...transaction, startedAt: transaction.startedAt - 1800 };
    expect((await agency.finishSignIn(answer, slow)).ok).toBe(true);
    signet.visitor = { ...ana, authenticatedAt: new Date(Date.now() - 50_000) };
    const behind = await begin({ fresh: true });
    expect((await agency.finishSignIn(behind.answer, behind.transaction)).ok).toBe(true);
  });
});

describe('attacks', () => {
  it('tampered state: an answer that this browser did not ask for is refused', async () => {
    const { answer, transaction } = await begin();
    answer.searchParams.set('state', 'another');
    expect(await agency.finishSignIn(answer, transaction)).toEqual({ ok: false, error: 'state-mismatch' });
  });

  it.each([
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://attacker.example')],
    ['no issuer', (url: URL) => url.searchParams.delete('iss')],
  ])('P1 mix-up: an answer with %s is refused before the code is spent', async (_name, tamper) => {
    const { answer, transaction } = await begin();
    const untouched = new URL(answer);
    tamper(answer);
    expect(await agency.finishSignIn(answer, transaction)).toEqual({ ok: false, error: 'issuer-mismatch' });
    expect((await agency.finishSignIn(untouched, transaction)).ok).toBe(true);
  });

  it('C1 wrong nonce: an ID token of another sign-in is refused', async () => {
    const { answer, transaction } = await begin();
    const result = await agency.finishSignIn(answer, { ...transaction, nonce: 'another' });
    expect(result).toEqual({ ok: false, error: 'nonce-mismatch' });
  });

  it('C1 replay: a code is accepted once', async () => {
    const { answer, transaction } = await begin();
    expect((await agency.finishSignIn(answer, transaction)).ok).toBe(true);
    expect(await agency.finishSignIn(answer, transaction)).toEqual({ ok: false, error: 'code-refused' });
  });

  it("C1 injection: a stolen code does not fit another browser's sign-in (PKCE)", async () => {
    const victim = await begin();
    const attacker = await begin();
    const code = victim.answer.searchParams.get('code') ?? '';
    attacker.answer.searchParams.set('code', code);
    expect(await agency.finishSignIn(attacker.answer, attacker.transaction)).toEqual({
      ok: false,
      error: 'code-refused',
    });
  });

  it.each([
    ['IAL1', { ial: 1, acr: AAL2 }],
    ['AAL1', { aal: 1, acr: IAL2 }],
    ['nothing', { ial: 0, aal: 0, acr: '' }],
  ])('C2 downgrade: an answer of %s where IAL2 and AAL2 were asked is refused', async (_name, levels) => {
    signet.visitor = { ...ana, ...levels };
    const { answer, transaction } = await begin();
    expect(await agency.finishSignIn(answer, transaction)).toEqual({ ok: false, error: 'level-too-low' });
  });

  it('C2 downgrade: a password and a code are not phishing-resistant', async () => {
    const { answer, transaction } = await begin({ acrValues: [IAL2, AAL2_PHISHING_RESISTANT] });
    expect(await agency.finishSignIn(answer, transaction)).toEqual({ ok: false, error: 'level-too-low' });
  });

  it('an agency with another key is turned away at the pushed request', async () => {
    const other = await mkdtemp(path.join(tmpdir(), 'relying-party-'));
    const impostor = createRelyingParty({ ...settings(), privateKeyJwk: await loadOrCreateClientKey(other) });
    expect(await impostor.startSignIn()).toEqual({ ok: false, error: 'request-refused' });
    await rm(other, { recursive: true });
  });

  it('an unregistered redirect address is turned away at the pushed request (P1)', async () => {
    const loose = createRelyingParty({ ...settings(), redirectUri: `${REDIRECT}/more` });
    expect(await loose.startSignIn()).toEqual({ ok: false, error: 'request-refused' });
  });
});

describe('Signet out of order', () => {
  it('nothing listens: every call says so and none throws', async () => {
    const reserved = createServer();
    await new Promise<void>((resolve) => reserved.listen(0, '127.0.0.1', resolve));
    const { port } = reserved.address() as AddressInfo;
    await new Promise((resolve) => reserved.close(resolve));
    const down = createRelyingParty({ ...settings(), issuer: `http://localhost:${port}` });
    expect(await down.startSignIn()).toEqual({ ok: false, error: 'signet-unavailable' });
    expect(await down.signOutUrl('token')).toEqual({ ok: false, error: 'signet-unavailable' });
    expect(await down.verifyLogoutToken('token')).toEqual({ ok: false, error: 'signet-unavailable' });
  });

  it('an error page instead of metadata is the same', async () => {
    const broken = createServer((_request, response) => void response.writeHead(502).end('Bad gateway'));
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    const { port } = broken.address() as AddressInfo;
    const down = createRelyingParty({ ...settings(), issuer: `http://localhost:${port}` });
    expect(await down.startSignIn()).toEqual({ ok: false, error: 'signet-unavailable' });
    await new Promise((resolve) => broken.close(resolve));
  });
});

describe('settings that cannot work are refused at once', () => {
  it.each([
    ['plain http elsewhere', { issuer: 'http://signet.example' }],
    ['plain http here, not allowed', { allowHttpOnLocalhost: false }],
    ['a public key', { privateKeyJwk: { kty: 'EC', crv: 'P-256', x: '', y: '', kid: 'k' } }],
  ])('%s', (_name, wrong) => {
    expect(() => createRelyingParty({ ...settings(), ...wrong })).toThrow();
  });
});

describe('sign-out', () => {
  it('P4: the address names the token and the exact place to come back to', async () => {
    const result = await agency.signOutUrl('the.id.token', 'a-state');
    if (!result.ok) throw new Error(result.error);
    const url = new URL(result.value);
    expect(url.origin).toBe(signet.issuer);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: CLIENT,
      id_token_hint: 'the.id.token',
      post_logout_redirect_uri: SIGNED_OUT,
      state: 'a-state',
    });
  });
});

describe("the agency's key", () => {
  it('is made once, for its owner only, and shows no private part', async () => {
    expect(await loadOrCreateClientKey(folder)).toEqual(key);
    const { mode } = await stat(path.join(folder, 'signet-client-key.json'));
    expect(mode & 0o777).toBe(0o600);
    expect(publicJwks(key).keys[0]).not.toHaveProperty('d');
  });
});
