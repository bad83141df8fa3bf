import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { assetsFolder } from '../../../../test/support/repository.ts';
import { freePort } from '../../../../test/support/sites/free-port.ts';
import { asId, type PersonId, Redacted } from '../kernel/index.ts';
import type { Presence, Sessions } from '../modules/authentication/index.ts';
import { collectRoutes, form, type Guards, page, photo } from '../web/routes/index.ts';
import { createApp, type RunningServer, startServer } from './index.ts';

const table = {
  'GET /token': page('open'),
  'POST /form': form('open'),
  'POST /photo': photo('signed-in'),
} as const;

/** The cookie of a session says whose it is. */
const guards = {
  open: () => undefined,
  'signed-in': (c) => {
    const person = c.var.visit.presence?.session.person;
    if (!person) return { instead: '/continue' };
    c.set('sender', person);
    return undefined;
  },
} satisfies Partial<Guards> as unknown as Guards;

let server: RunningServer;
let port: number;
let open: Socket[] = [];
let [begun, openGate] = [0, (): void => undefined];
let gate: Promise<void> | undefined;
/** The form's cookie and token of a browser. */
let browser: { cookie: string; token: string };

beforeEach(async () => {
  [begun, gate] = [0, undefined];
  const routes = collectRoutes<typeof table>();
  routes.get('/token', (c) => c.text(c.var.visit.formToken));
  routes.post('/form', (c) => c.text('done'));
  routes.post('/photo', async (c) => {
    begun += 1;
    await gate;
    return c.text('done');
  });
  const load = async (cookie: string) => presenceOf(cookie);
  const app = createApp({
    assets: assetsFolder,
    pages: { table, routes: [routes], guards },
    sessions: { load } as unknown as Sessions,
    origin: 'http://localhost',
    sandbox: true,
    trustedProxies: 1,
    mostPhotoMegabytes: 64,
    onRequest: () => {},
    onFault: () => {},
  });
  port = await freePort();
  server = await startServer({
    app,
    federation: { owns: () => false, handle: async () => {} },
    agencyOrigins: [],
    ready: async () => true,
    limits: { mostRequests: 256, notReadySeconds: 0, finishSeconds: 0 },
    sandbox: true,
    trustedProxies: 1,
    host: '127.0.0.1',
    port,
    hostSetting: 'none',
    portSetting: 'none',
    onRequest: () => {},
    onFault: () => {},
  });
  const shown = await fetch(`http://127.0.0.1:${port}/token`);
  const cookie = shown.headers.get('set-cookie')?.split(';')[0] ?? '';
  browser = { cookie, token: await shown.text() };
});
afterEach(async () => {
  openGate();
  for (const socket of open) socket.destroy();
  open = [];
  await server.close();
});

const presenceOf = (cookie: string): Presence => ({
  cookie: new Redacted(cookie),
  session: {
    id: cookie,
    ref: cookie,
    events: [],
    aal: 2,
    person: asId<PersonId>(cookie),
    phishingResistant: false,
    recent: false,
    createdAt: new Date(),
    expiresAt: new Date(Date.now() + 60_000),
    opensVault: false,
    pending: {},
  },
});

function closeGate(): void {
  gate = new Promise((resolve) => {
    openGate = resolve;
  });
}

interface Sent {
  readonly of?: string;
  readonly from?: string;
  readonly length?: number | 'unsaid';
  readonly path?: string;
}

/** Begins a body of so many bytes and sends its first part. */
function begin({ of = 'somebody', from = '192.0.2.1', length = 15_900_000, path = '/photo' }: Sent = {}) {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  open.push(socket);
  const answer = text(socket);
  answer.catch(() => {});
  const size = length === 'unsaid' ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`;
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Forwarded-For: ${from}\r\n` +
      `Cookie: ${browser.cookie}; signet=${of}\r\nX-CSRF-Token: ${browser.token}\r\n` +
      `Content-Type: multipart/form-data; boundary=b\r\n${size}\r\n\r\n`,
  );
  let over = false;
  socket.on('close', () => {
    over = true;
  });
  return { socket, answer, isOver: () => over };
}

const whole = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b--\r\n'.padEnd(20_000, ' ');

/** A photo that is here at once, and what is answered. */
async function send(sent: Sent = {}): Promise<string> {
  const { socket, answer } = begin({ ...sent, length: whole.length });
  socket.write(whole);
  return answer;
}

const beingRead = () => new Promise((resolve) => setTimeout(resolve, 150));

it('limit bodies-held.photos-each: attack, sixty photos of one account at once: two are held, the oldest gave way, and others send theirs', async () => {
  const flood: ReturnType<typeof begin>[] = [];
  for (let n = 0; n < 60; n += 1) {
    flood.push(begin({ of: 'flooder' }));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await expect.poll(() => flood.filter(({ isOver }) => isOver()).length).toBe(58);
  expect(flood.slice(-2).map(({ isOver }) => isOver())).toEqual([false, false]);
  expect(await send({ of: 'owner' })).toMatch(/^HTTP\/1\.1 200 /);
});

it('limit bodies-held.photos-each: what is here already does not give way, and one more is told when to come back', async () => {
  closeGate();
  const worked = [send(), send()];
  await expect.poll(() => begun).toBe(2);
  const third = await send();
  expect(third).toMatch(/^HTTP\/1\.1 429 [\s\S]*retry-after: 5\r\n/i);
  expect(third).toContain('</html>');
  openGate();
  for (const answer of worked) expect(await answer).toMatch(/^HTTP\/1\.1 200 /);
  expect(await send()).toMatch(/^HTTP\/1\.1 200 /);
});

it('limit bodies-held.photos: attack, as many accounts as fill one network’s share and more: no more is held, it is said in words, and another network’s photo is taken', async () => {
  const flood = Array.from({ length: 8 }, (_, n) => begin({ of: `flooder ${n}` }));
  await expect.poll(() => flood.filter(({ isOver }) => !isOver()).length).toBe(2); // of 15.9 MB, in half of 64
  const refused = await flood.at(-1)?.answer;
  expect(refused).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: 5\r\n/i);
  expect(refused).toContain('is busy right now');
  for (const from of ['192.0.2.2', '192.0.2.3']) begin({ of: from, from });
  await beingRead();
  expect(await send({ of: 'late', from: '192.0.2.1' })).toMatch(/^HTTP\/1\.1 503 /);
  for (const { socket } of flood) socket.destroy();
  await beingRead();
  expect(await send({ of: 'late', from: '192.0.2.1' })).toMatch(/^HTTP\/1\.1 200 /);
});

it('attack, a photo of no declared length counts as the largest', async () => {
  for (let n = 0; n < 2; n += 1) begin({ of: `flooder ${n}`, length: 'unsaid' });
  await beingRead();
  const { answer } = begin({ of: 'another', length: 'unsaid' });
  expect(await answer).toMatch(/^HTTP\/1\.1 503 /);
});

it('limit bodies-held.forms: attack, a stranger’s large forms that never end: no more than their share is held, and a form of a page is taken', async () => {
  const flood = Array.from({ length: 140 }, () => begin({ of: 'nobody', path: '/form', length: 250_000 }));
  await expect.poll(() => flood.filter(({ isOver }) => isOver()).length).toBe(6);
  await beingRead();
  expect(flood.filter(({ isOver }) => !isOver())).toHaveLength(134); // of a quarter megabyte, in half of 64
  const { socket, answer } = begin({ path: '/form', length: 60 });
  socket.write('--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nx\r\n--b--\r\n'.padEnd(60));
  expect(await answer).toMatch(/^HTTP\/1\.1 200 /);
});

it('limit requests.at-once: attack, bodies of a type that nothing here reads: what is worked on has its place all the same', async () => {
  closeGate();
  const body = 'none of ours';
  const headers = { 'x-forwarded-for': '192.0.2.1', cookie: `${browser.cookie}; signet=somebody` };
  const statuses: number[] = [];
  const flood = Array.from({ length: 140 }, async () => {
    const sent = { 'content-type': 'text/plain', 'x-csrf-token': browser.token };
    const init = { method: 'POST', body, headers: { ...headers, ...sent } };
    statuses.push((await fetch(`http://127.0.0.1:${port}/photo`, init)).status);
  });
  await expect.poll(() => begun + statuses.length, { timeout: 10_000 }).toBe(140);
  expect(begun).toBe(128); // half of all, for one network
  openGate();
  await Promise.all(flood);
});
