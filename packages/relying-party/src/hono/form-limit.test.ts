import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../../../../test/support/sites/free-port.ts';
import type { RelyingParty, SignIn } from '../index.ts';
import { createAgencySignIn } from './agency-sign-in.ts';
import { formLimit } from './form-limit.ts';
import { type Listening, listen } from './listen.ts';
import type { SessionStore, StoredSession } from './session-store.ts';

const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=b';
const part = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n';

const rows: StoredSession[] = [];
const store = {
  add: async (row: StoredSession) => rows.push(row) > 0,
  touch: async () => rows.at(-1),
  find: async () => rows.at(-1),
  remove: async () => undefined,
  hasLapsed: async () => false,
} as unknown as SessionStore;

const transaction = {
  state: 'state',
  nonce: 'nonce',
  codeVerifier: 'verifier',
  acrValues: [],
  fresh: true,
  startedAt: Date.now(),
};

const asked: string[] = [];
let listening: Listening;
let port: number;
beforeEach(async () => {
  [asked.length, rows.length] = [0, 0];
  port = await freePort();
  const relyingParty = {
    startSignIn: async () => ({ ok: true, value: { url: '/', transaction } }),
    finishSignIn: async () => ({ ok: true, value: signedIn }),
    signOutUrl: async () => ({ ok: true, value: '/out' }),
    verifyLogoutToken: async (jwt: string) => {
      asked.push(jwt);
      return { ok: false, error: 'invalid' };
    },
  } as unknown as RelyingParty;
  const signIn = createAgencySignIn({
    relyingParty,
    origin: `http://127.0.0.1:${port}`,
    cookieName: 'agency',
    cookieKey: new Uint8Array(32),
    sessions: store,
    limits: { idleMs: 60_000, absoluteMs: 60_000 },
    afterSignIn: '/me',
    afterSignOut: '/',
    onSignIn: async () => ({}),
    onFailure: (c, failure) => c.text(failure, 400),
    onSessionMissing: (c) => c.text('nobody', 401),
  });
  const app = new Hono();
  app.post('/form', formLimit(), formLimit(), async (c) => c.json(await c.req.parseBody({ all: true })));
  app.route('/', signIn.routes);
  app.get('/me', signIn.session, (c) => c.text(c.var.session?.formToken ?? 'nobody'));
  listening = await listen(app, { port, host: '127.0.0.1' });
});
afterEach(() => listening.close());

const signedIn = {
  sub: 'ana',
  ial: 2,
  aal: 2,
  fal: 2,
  amr: [],
  authTime: new Date(),
  idToken: 'an.id.token',
  fresh: true,
} as unknown as SignIn;

/** Also without a declared length, as a stream. */
async function post(path: string, body: string, type = urlencoded, { cookie = '', stream = false } = {}) {
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { 'content-type': type, origin: `http://127.0.0.1:${port}`, cookie, connection: 'close' },
    body: stream ? new Blob([body]).stream() : body,
    duplex: 'half',
    redirect: 'manual',
  };
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
  return { status: answer.status, said: await answer.text() };
}

/** Somebody who is signed in: their cookie and the token of their forms. */
async function person(): Promise<{ cookie: string; token: string }> {
  const ask = (path: string, cookie = '') =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie }, redirect: 'manual' });
  const begun = (await ask('/sign-in')).headers.getSetCookie().join('; ');
  const entered = await ask('/callback?state=state', begun);
  const cookie = entered.headers.getSetCookie().find((one) => one.startsWith('agency=')) ?? '';
  return { cookie, token: await (await ask('/me', cookie)).text() };
}

const upTo = (bytes: number, piece: string) => piece.repeat(Math.floor(bytes / piece.length));

describe('a form', () => {
  it.each([
    ['urlencoded', urlencoded, `${upTo(398, 'a=')}&b=${encodeURIComponent('ñ & 1')}`],
    [
      'multipart',
      multipart,
      `${upTo(199 * part.length, part)}--b\r\nContent-Disposition: form-data; name="b"\r\n\r\nñ & 1\r\n--b--\r\n`,
    ],
  ])('of a person is read as it was sent: %s', async (_how, type, body) => {
    for (const stream of [false, true]) {
      const { status, said } = await post('/form', body, type, { stream });
      expect([status, JSON.parse(said).b]).toEqual([200, 'ñ & 1']);
    }
  });

  it.each([
    ['fields without end', urlencoded, upTo(64_000, 'a&')],
    ['one field more than there may be', urlencoded, `${upTo(400, 'a&')}a`],
    ['parts without end', multipart, `${upTo(64_000, part)}--b--\r\n`],
    ['more bytes than there may be', urlencoded, `a=${upTo(70_000, 'x')}`],
  ])('attack, %s: refused before it is taken apart', async (_what, type, body) => {
    for (const stream of [false, true])
      expect((await post('/form', body, type, { stream })).status).toBe(413);
  });
});

it.each(['__proto__', 'constructor', 'text/plain'])(
  'attack, a body of a type that nobody has, %s, is no fault of the agency and has no fields',
  async (type) => {
    expect(await post('/form', 'a=1', type)).toEqual({ status: 200, said: '{}' });
  },
);

describe('attack, the routes of the package', () => {
  it.each(['/sign-out', '/session/form'])(
    '%s takes no form that costs by the square of its fields',
    async (path) => {
      const { cookie, token } = await person();
      for (const stream of [false, true]) {
        expect((await post(path, upTo(512_000, 'a&'), urlencoded, { cookie, stream })).status).toBe(413);
        expect((await post(path, upTo(60_000, 'a&'), urlencoded, { cookie, stream })).status).toBe(413);
      }
      const { status } = await post(path, `form_token=${token}&form_page=/me`, urlencoded, { cookie });
      expect(status).toBe(path === '/sign-out' ? 303 : 200);
    },
  );

  it('/backchannel-logout takes a token, and nothing much beside it', async () => {
    for (const stream of [false, true]) {
      const long = `logout_token=${upTo(33_000, 'x')}`;
      for (const body of [upTo(31_000, 'a&'), long])
        expect((await post('/backchannel-logout', body, urlencoded, { stream })).status).toBe(413);
      expect((await post('/backchannel-logout', 'logout_token=a.b.c', urlencoded, { stream })).status).toBe(
        400,
      );
    }
    expect(asked).toEqual(['a.b.c', 'a.b.c']);
  });

  it.each([
    ['/sign-out', 'nobody'],
    ['/session/form', ''],
  ])('%s of nobody is answered before anything of its body is read', async (path, said) => {
    const sending = request({
      port,
      path,
      method: 'POST',
      headers: { 'content-type': urlencoded, 'content-length': '60000', origin: `http://127.0.0.1:${port}` },
    });
    sending.on('error', () => {}).flushHeaders();
    const inTime = { signal: AbortSignal.timeout(5000) };
    const [answer] = (await once(sending, 'response', inTime).finally(() =>
      setTimeout(() => sending.destroy(), 200),
    )) as [IncomingMessage];
    const [first = ''] = (await answer.toArray()).map(String);
    expect([answer.statusCode, first]).toEqual([401, said]);
  });
});
