import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { afterEach, expect, it } from 'vitest';
import { freePort } from '../../../../test/support/sites/free-port.ts';
import type { WebEnv } from '../web/request/index.ts';
import { type RunningServer, startServer } from './index.ts';

let server: RunningServer | undefined;
let openGate = (): void => undefined;
let port: number;
let lines: { status: number; reference: string }[] = [];
afterEach(async () => {
  openGate();
  await server?.close();
  server = undefined;
  lines = [];
});

async function start(
  finishSeconds = 5,
  notReadySeconds = 0,
  { mostRequests = 2, trustedProxies = 0 } = {},
): Promise<string> {
  const gate = new Promise<void>((resolve) => {
    openGate = resolve;
  });
  const app = new Hono<WebEnv>();
  app.get('/slow', async (c) => {
    await gate;
    return c.text('done');
  });
  app.onError((_cut, c) => c.body(null, 400));
  app.post('/photo', async (c) => c.text(String((await c.req.arrayBuffer()).byteLength)));
  port = await freePort();
  server = await startServer({
    app,
    federation: { owns: (path) => path.startsWith('/oauth/'), handle: async () => undefined },
    agencyOrigins: [],
    ready: async () => true,
    limits: { mostRequests, notReadySeconds, finishSeconds },
    sandbox: false,
    trustedProxies,
    host: '127.0.0.1',
    port,
    hostSetting: 'SIGNET_HOST',
    portSetting: 'none',
    onRequest: (line) => lines.push(line),
    onFault: () => {},
  });
  return `http://127.0.0.1:${port}`;
}

/** Sends these very bytes, and gives what comes back until the other side ends it. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}

it.each([
  'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n',
  'GET /readyz HTTP/1.0\r\n\r\n',
  'OPTIONS /readyz HTTP/1.0\r\n\r\n',
  'HEAD /readyz HTTP/1.1\r\nHost: 10.0.0.7\r\nConnection: close\r\n\r\n',
])('finding O7: answers a balancer as it asks: %j', async (asked) => {
  await start();
  expect(await raw(asked)).toMatch(/^HTTP\/1\.1 200 /);
});

it('finding O7: nothing else is answered without a host', async () => {
  await start();
  expect(await raw('GET /slow HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
});

it('finding O7: beyond what can be worked on it says when to come back, and its health all the while', async () => {
  const origin = await start();
  const waiting = [fetch(`${origin}/slow`), fetch(`${origin}/slow`)];
  await expect.poll(async () => (await fetch(`${origin}/slow`)).status, { timeout: 10_000 }).toBe(503);
  const refused = await fetch(`${origin}/slow`);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
  for (const path of ['/healthz', '/readyz']) expect((await fetch(origin + path)).status).toBe(200);
  openGate();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await fetch(`${origin}/slow`)).status).toBe(200);
});

it('limit requests.at-once: attack, one network asks for all that can be worked on, and then several: whoever comes from another is answered', async () => {
  const origin = await start(5, 0, { mostRequests: 32, trustedProxies: 1 });
  const ask = (from: string) => fetch(`${origin}/slow`, { headers: { 'x-forwarded-for': from } });
  const statuses: number[] = [];
  const flood = (from: string, times: number) =>
    Array.from({ length: times }, async () => {
      statuses.push((await ask(from)).status);
    });
  const answered = (times: number) => expect.poll(() => statuses.length, { timeout: 10_000 }).toBe(times);
  const floods = flood('192.0.2.1', 40);
  await answered(24); // half of the places are taken
  floods.push(...flood('192.0.2.2', 40));
  await answered(24 + 32); // and now three quarters
  const owners = Array.from({ length: 8 }, (_, n) => ask(`198.51.100.${n}`));
  await new Promise((resolve) => setTimeout(resolve, 200));
  openGate();
  expect((await Promise.all(owners)).map(({ status }) => status)).toEqual(Array(8).fill(200));
  await Promise.all(floods);
  expect(statuses.filter((status) => status === 503)).toHaveLength(24 + 32);
});

it('attack, a /64 of IPv6 for each request: a whole /48 takes half of the places, as one network does', async () => {
  const origin = await start(5, 0, { mostRequests: 32, trustedProxies: 1 });
  const ask = (from: string) => fetch(`${origin}/slow`, { headers: { 'x-forwarded-for': from } });
  const statuses: number[] = [];
  const flood = Array.from({ length: 40 }, async (_, n) => {
    statuses.push((await ask(`2001:db8:66:${n}::1`)).status);
  });
  await expect.poll(() => statuses.length, { timeout: 10_000 }).toBe(24);
  expect(new Set(statuses)).toEqual(new Set([503]));
  const owner = ask('2001:db8:67::1');
  openGate();
  expect((await owner).status).toBe(200);
  await Promise.all(flood);
});

it.each([
  ['en', 'is busy right now', 'Try again'],
  ['es', 'está muy ocupado en este momento', 'Volver a intentarlo'],
])(
  'finding O7: a person who comes then reads it as a page, %s, and can try again',
  async (lang, said, again) => {
    const origin = await start();
    const waiting = [fetch(`${origin}/slow`), fetch(`${origin}/slow`)];
    const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': lang };
    const come = (init?: RequestInit) => fetch(`${origin}/slow?q=1`, { ...init, headers: browser });
    await expect.poll(async () => (await come()).status, { timeout: 10_000 }).toBe(503);
    const [got, sent] = [await come(), await come({ method: 'POST', body: 'x' })];
    expect(got.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(got.headers.get('content-security-policy')).toContain("default-src 'none'");
    const [page, afterForm] = [await got.text(), await sent.text()];
    expect(page).toMatch(
      new RegExp(`^<!doctype html><html lang="${lang}">[\\s\\S]*${said}[\\s\\S]*</html>$`),
    );
    expect(page).toContain(`<a href="">${again}</a>`); // this very address
    expect(afterForm).toContain(said);
    expect(afterForm).not.toContain(again); // a browser would ask for it without the form
    const reference = got.headers.get('x-request-id') ?? 'none';
    expect(page).toContain(reference);
    expect(lines).toContainEqual(expect.objectContaining({ status: 503, reference, path: '/slow' }));
    openGate();
    await Promise.all(waiting);
  },
);

it('finding O7: an agency that comes then is told as JSON, and so is a script of ours', async () => {
  const origin = await start();
  const waiting = [fetch(`${origin}/slow`), fetch(`${origin}/slow`)];
  await expect.poll(async () => (await fetch(`${origin}/slow`)).status, { timeout: 10_000 }).toBe(503);
  const answers = await Promise.all([
    fetch(`${origin}/oauth/token`, { method: 'POST' }),
    fetch(`${origin}/slow`, { headers: { accept: 'application/json' } }),
  ]);
  for (const { status, headers } of answers) expect([status, headers.get('retry-after')]).toEqual([503, '2']);
  const [agency, script] = await Promise.all(answers.map((answer) => answer.json()));
  const [ofAgency, ofScript] = answers.map(({ headers }) => headers.get('x-request-id'));
  expect(agency).toEqual({ error: 'temporarily_unavailable', reference: ofAgency });
  expect(script).toEqual({ error: 503, reference: ofScript });
  const page = await fetch(`${origin}/oauth/authorize`, { headers: { accept: 'text/html' } });
  expect(await page.text()).toContain('</html>'); // a person on the way from an agency
  openGate();
  await Promise.all(waiting);
});

const photoHead = 'POST /photo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n';

it('finding O7: bodies that never end take nobody’s place', async () => {
  const origin = await start(0);
  const sockets = Array.from({ length: 5 }, () => connect(port, '127.0.0.1'));
  for (const socket of sockets) socket.write(`${photoHead}12345`);
  openGate();
  expect((await fetch(`${origin}/slow`)).status).toBe(200);
  for (const socket of sockets) socket.destroy();
});

it('finding O8: a photo that comes slowly is taken after the stop began; first it is only not ready, then nobody new is taken', async () => {
  const origin = await start(5, 1);
  const socket = connect(port, '127.0.0.1');
  const answered = text(socket);
  socket.write(`${photoHead}12345`);
  await fetch(`${origin}/healthz`);
  let closed = false;
  const closing = server?.close().then(() => {
    closed = true;
  });
  expect((await fetch(`${origin}/readyz`)).status).toBe(503);
  openGate();
  const meanwhile = await fetch(`${origin}/slow`);
  expect([meanwhile.status, meanwhile.headers.get('connection')]).toEqual([200, 'close']);
  const asNew = () => raw('GET /healthz HTTP/1.0\r\n\r\n').catch(({ code }) => code);
  await expect.poll(asNew, { timeout: 10_000 }).toBe('ECONNREFUSED');
  expect(closed).toBe(false);
  socket.write('67890');
  expect(await answered).toMatch(/^HTTP\/1\.1 200 [\s\S]*10$/);
  await closing;
});

it('finding O8: whoever asks once more on a connection from before is answered, while something else is still under way', async () => {
  await start(5);
  const [slow, kept] = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
  const answered = [text(slow), once(kept, 'close')];
  let heard = '';
  kept.on('data', (part) => {
    heard += String(part);
  });
  slow.write(`${photoHead}12345`);
  kept.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await expect.poll(() => heard).toContain('"ok"');
  const closing = server?.close();
  const asNew = () => raw('GET /healthz HTTP/1.0\r\n\r\n').catch(({ code }) => code);
  await expect.poll(asNew).toBe('ECONNREFUSED');
  openGate();
  kept.write('GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await answered[1];
  expect(heard).toMatch(/"ok"[\s\S]*HTTP\/1\.1 200 [\s\S]*Connection: close[\s\S]*done$/i);
  slow.write('67890');
  expect(await answered[0]).toMatch(/^HTTP\/1\.1 200 [\s\S]*10$/);
  await closing;
});

it('finding O8: what does not end is cut off after its time; with nothing under way it closes at once', async () => {
  await start(1);
  const socket = connect(port, '127.0.0.1');
  const gone = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => {}).write(`${photoHead}12345`);
  await fetch(`http://127.0.0.1:${port}/healthz`); // a connection that is kept and idle
  await server?.close();
  await gone;
  await start(30);
  await fetch(`http://127.0.0.1:${port}/healthz`);
  const since = performance.now();
  await server?.close();
  expect(performance.now() - since).toBeLessThan(5000);
});
