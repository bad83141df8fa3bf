import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { renderLicense } from '../../sandbox/documents/index.ts';
import { sandboxPeople } from '../../sandbox/index.ts';
import { CookieBrowser } from '../support/browser/cookie-browser.ts';
import { createTestDatabase, type TestDatabase } from '../support/database/database.ts';
import { openTcpProxy } from '../support/database/tcp-proxy.ts';
import { freePort } from '../support/sites/free-port.ts';
import {
  openOutbox,
  runServerProcess,
  type ServerProcess,
  sandboxSettings,
  startServerProcess,
  type TestOutbox,
} from '../support/sites/server-process.ts';
import { addPasskey, signInByPasskey } from '../support/visitors/passkey-visitor.ts';
import { csrfIn, goToFirstPhoto, makeAccount, type Visitor } from '../support/visitors/signet-visitor.ts';
import type { SoftwareAuthenticator } from '../support/visitors/software-authenticator.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let dir: string;
let database: TestDatabase;
let outbox: TestOutbox;
const running = new Set<ServerProcess>();
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'signet-ending-'));
  await writeFile(path.join(dir, 'agencies.json'), '[]');
  database = await createTestDatabase();
  outbox = await openOutbox();
});
afterAll(async () => {
  for (const { child, ended } of running) {
    child.kill('SIGKILL');
    await ended;
  }
  await outbox.close();
  await database.drop();
  await rm(dir, { recursive: true });
});

const settings = (port: number, origin: string, over: Record<string, string> = {}) => ({
  ...sandboxSettings(database, {
    port,
    origin,
    outbox: outbox.url,
    key: path.join(dir, 'kms.json'),
    agencies: path.join(dir, 'agencies.json'),
  }),
  SIGNET_STOP_NOT_READY_SECONDS: '2',
  ...over,
});

async function start(
  port: number,
  origin: string,
  over: Record<string, string> = {},
): Promise<ServerProcess> {
  const server = await startServerProcess(settings(port, origin, over));
  running.add(server);
  void server.ended.then(() => running.delete(server));
  return server;
}

/** A request as its client writes it, whose end is not written yet. */
function begin(origin: string, browser: CookieBrowser, to: string, type: string, body: Buffer) {
  const { port, host } = new URL(origin);
  const socket = connect(Number(port), '127.0.0.1');
  const answer = text(socket);
  answer.catch(() => undefined); // awaited at the end
  const head = [
    `POST ${to} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${origin}`,
    `Cookie: ${browser.cookieHeader()}`,
    `Content-Type: ${type}`,
    `Content-Length: ${body.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  return { socket, answer };
}

/** The whole answer: as long as it says it is, or to its last piece. */
function expectWhole(answer: string, status: RegExp): void {
  const [head = '', body = ''] = answer.split(/\r\n\r\n([\s\S]*)/);
  expect(head).toMatch(status);
  expect(head).toMatch(/^connection: close$/im);
  const declared = /^content-length: (\d+)$/im.exec(head)?.[1];
  if (declared) expect(Buffer.byteLength(body)).toBe(Number(declared));
  else expect(body).toMatch(/0\r\n\r\n$/);
}

async function sendSlowly(socket: Socket, bytes: Buffer, pieces: number, between: number): Promise<void> {
  const size = Math.ceil(bytes.length / pieces);
  for (let from = 0; from < bytes.length; from += size) {
    socket.write(bytes.subarray(from, from + size));
    await pause(between);
  }
}

/** The front of a license as a good camera takes it. */
async function largePhoto(): Promise<Buffer> {
  const person = sandboxPeople.find(({ document }) => document === 'license') ?? expect.unreachable();
  const { front } = await renderLicense(person);
  const photo = await sharp(front)
    .resize({ width: 4000 })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  expect(photo.length).toBeGreaterThan(5_000_000);
  return photo;
}

async function askedForPhoto(origin: string): Promise<Visitor> {
  const visitor = await makeAccount({ origin, mailTo: outbox.mailTo as never });
  const page = await goToFirstPhoto({ origin }, visitor.browser);
  expect(page.url.pathname).toBe('/verify/front');
  return visitor;
}

it('finding O8: a server that is told to stop takes a slow photo and a sign-in to their end, and nobody new', async () => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = await start(port, origin);
  const { browser, email, password } = await askedForPhoto(origin);
  const form = new FormData();
  form.set('csrf', csrfIn(await browser.visit(`${origin}/verify/front`)));
  form.set('photo', new File([new Uint8Array(await largePhoto())], 'front.jpg', { type: 'image/jpeg' }));
  const multipart = new Response(form);
  const photo = Buffer.from(await multipart.arrayBuffer());
  const stranger = new CookieBrowser();
  const csrf = csrfIn(await stranger.visit(`${origin}/sign-in`));
  const typed = Buffer.from(new URLSearchParams({ csrf, email, password }).toString());

  const contentType = multipart.headers.get('content-type') ?? '';
  const upload = begin(origin, browser, '/verify/front', contentType, photo);
  const signIn = begin(origin, stranger, '/sign-in', 'application/x-www-form-urlencoded', typed);
  signIn.socket.write(typed.subarray(0, 20));
  const sending = sendSlowly(upload.socket, photo, 60, 100);
  await pause(300);
  const told = performance.now();
  server.child.kill('SIGTERM');
  const health = (of: string) =>
    fetch(origin + of).then(
      ({ status }) => status,
      ({ cause }) => cause.code,
    );
  await expect.poll(() => health('/readyz')).toBe(503);
  expect(await health('/healthz')).toBe(200);
  await expect.poll(() => health('/healthz'), { timeout: 10_000 }).toBe('ECONNREFUSED');
  expect(performance.now() - told).toBeGreaterThan(1900); // not before the seconds in which it only says so

  signIn.socket.write(typed.subarray(20));
  expectWhole(await signIn.answer, /^HTTP\/1\.1 303 [\s\S]*^location: \/sign-in\/code/im);
  expect(server.child.exitCode).toBe(null); // the photo is still coming
  await sending;
  expectWhole(await upload.answer, /^HTTP\/1\.1 303 [\s\S]*^location: \/verify\//im);
  expect(await server.ended).toBe(0);
  expect(server.said()).not.toMatch(/"level":"error"|while stopping|^Node\.js v/m);
});

it('finding O8: two nodes are restarted one after the other while people sign in: no sign-in is lost', async () => {
  const ports = [await freePort(), await freePort()] as const;
  const ready = new Set<number>();
  // what a balancer does: it asks each node whether it is ready, and leads new connections to one that is
  const balancer = await openTcpProxy(() => [...ready][Math.floor(Math.random() * ready.size)] ?? 9);
  const origin = `http://localhost:${balancer.port}`;
  const isReady = async (port: number) =>
    fetch(`http://127.0.0.1:${port}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
  const watching = setInterval(async () => {
    for (const port of ports) (await isReady(port)) ? ready.add(port) : ready.delete(port);
  }, 200);
  const nodes = [await start(ports[0], origin), await start(ports[1], origin)];
  await expect.poll(() => ready.size, { timeout: 10_000 }).toBe(2);

  const { browser } = await makeAccount({ origin, mailTo: outbox.mailTo as never });
  let restarting = true;
  const signIns: string[] = [];
  const comer = async () => {
    const passkey = await addPasskey({ origin }, browser);
    return async () => {
      while (restarting) signIns.push(await howSignInGoes(origin, passkey));
    };
  };
  const people = [await comer(), await comer(), await comer(), await comer()].map((come) => come());
  for (const at of [0, 1] as const) {
    await pause(500);
    nodes[at]?.child.kill('SIGTERM');
    expect(await nodes[at]?.ended).toBe(0);
    nodes[at] = await start(ports[at], origin);
    await expect.poll(() => ready.size, { timeout: 10_000 }).toBe(2);
  }
  await pause(500);
  restarting = false;
  await Promise.all(people);
  expect(signIns.filter((went) => went !== 'signed in')).toEqual([]);
  expect(signIns.length).toBeGreaterThan(20);
  clearInterval(watching);
  for (const { child, ended } of nodes) {
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }
  await balancer.close();
});

/** From the first page to the account, in a browser that nobody knows. */
async function howSignInGoes(origin: string, passkey: SoftwareAuthenticator): Promise<string> {
  const browser = new CookieBrowser();
  try {
    const { status, body } = await signInByPasskey({ origin }, browser, passkey);
    if (status !== 200) return `${status} ${JSON.stringify(body)}`;
    const page = await browser.visit(`${origin}/account`);
    return page.url.pathname === '/account' ? 'signed in' : `${page.status} at ${page.url.pathname}`;
  } catch (error) {
    const { message, cause } = error as Error;
    return `${message}: ${String(cause)}`;
  }
}

it('finding O8: whoever started it is gone before it is ready: it ends in order, and says nothing', async () => {
  const proxy = await openTcpProxy(() => Number(new URL(database.applicationUrl).port));
  const through = new URL(database.applicationUrl);
  through.port = String(proxy.port);
  const port = await freePort();
  const over = { DATABASE_URL: through.href, SIGNET_LOG_LEVEL: 'silent' };
  const server = runServerProcess(settings(port, `http://localhost:${port}`, over));
  running.add(server);
  await expect.poll(() => proxy.made(), { timeout: 30_000, interval: 5 }).toBeGreaterThan(0);
  server.child.disconnect();
  expect(await server.ended).toBe(0);
  expect(server.said()).toBe('');
  running.delete(server);
  await proxy.close();
});
