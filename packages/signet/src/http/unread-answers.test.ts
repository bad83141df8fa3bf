import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { Hono } from 'hono';
import { afterEach, expect, it } from 'vitest';
import { freePort } from '../../../../test/support/sites/free-port.ts';
import type { WebEnv } from '../web/request/index.ts';
import { type RunningServer, startServer } from './index.ts';

let server: RunningServer | undefined;
let port: number;
let sockets: Socket[] = [];
let openGate = (): void => undefined;
let begun = 0;
afterEach(async () => {
  openGate();
  for (const socket of sockets) socket.destroy();
  sockets = [];
  await server?.close();
});

const size = 32_000_000;
const assetSize = 300_000;
const large = new Uint8Array(size);

async function start(longestUnread = 30_000): Promise<string> {
  const gate = new Promise<void>((resolve) => {
    openGate = resolve;
  });
  begun = 0;
  const app = new Hono<WebEnv>();
  app.on(['GET', 'POST'], ['/slow', '/assets/slow'], async (c) => {
    begun += 1;
    await gate;
    return c.text('done');
  });
  app.get('/large', (c) => c.body(large));
  app.get('/stream', (c) => c.body(new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(65_536)) })));
  app.get('/assets/large', (c) => c.body(new Uint8Array(assetSize)));
  app.get('/assets/huge', (c) => c.body(large));
  port = await freePort();
  server = await startServer({
    app,
    federation: {
      owns: (path) => path.startsWith('/oauth/'),
      async handle({ res }) {
        begun += 1;
        await gate;
        res.end('done');
      },
    },
    agencyOrigins: [],
    ready: async () => true,
    limits: { mostRequests: 2, mostAssets: 8, notReadySeconds: 0, finishSeconds: 0, longestUnread },
    sandbox: false,
    trustedProxies: 1,
    host: '127.0.0.1',
    port,
    hostSetting: 'SIGNET_HOST',
    portSetting: 'none',
    onRequest: () => {},
    onFault: () => {},
  });
  return `http://127.0.0.1:${port}`;
}

/** A client that asks and reads nothing. */
function ask(path: string, { times = 1, from = '192.0.2.1', method = 'GET', length = 0 } = {}): Socket {
  const socket = connect(port, '127.0.0.1').pause();
  sockets.push(socket.on('error', () => {}));
  const head = `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: ${from}\r\n`;
  socket.write(`${head}${length > 0 ? `Content-Length: ${length}\r\n` : ''}\r\n`.repeat(times));
  return socket;
}

async function bytesLeftIn(socket: Socket): Promise<number> {
  let bytes = 0;
  socket.on('data', (part) => {
    bytes += part.length;
  });
  const gone = once(socket, 'close');
  socket.resume();
  await gone;
  return bytes;
}

it.each([
  ['/large', size],
  ['/stream', size],
  ['/assets/large', assetSize],
  ['/slow', 0],
] as const)(
  'attack, one client that asks for %s hundreds of times and reads nothing: its connection ends, and it keeps nobody’s place',
  async (path, most) => {
    const origin = await start();
    const socket = ask(path, { times: 400 });
    await expect.poll(async () => (await fetch(`${origin}/nowhere`)).status).toBe(404);
    expect(await bytesLeftIn(socket)).toBeLessThan(most + 1000); // of the first answer, and no other
  },
);

it.each(['/large', '/stream', '/assets/huge'])(
  'attack, an answer that nobody reads, %s: its connection ends',
  async (path) => {
    await start(300);
    const unread = ask(path);
    await new Promise((resolve) => setTimeout(resolve, 1200)); // four times what it may lie unread
    expect(await bytesLeftIn(unread)).toBeLessThan(size);
  },
);

it('an answer that is read slowly is given whole', async () => {
  const slow = await fetch(`${await start(300)}/large`);
  let bytes = 0;
  for await (const part of slow.body ?? []) {
    bytes += part.byteLength;
    if (bytes % 8 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(bytes).toBe(size);
});

it('attack, streams that nobody reads take nobody’s place', async () => {
  const origin = await start();
  for (let n = 0; n < 20; n += 1) ask('/stream');
  await expect.poll(async () => (await fetch(`${origin}/nowhere`)).status).toBe(404);
});

it.each(['/slow', '/oauth/token'])(
  'limit requests.at-once: attack, %s is asked, hung up on and asked again: what is worked on keeps its place until it ends',
  async (path) => {
    const origin = await start();
    for (let n = 1; n <= 2; n += 1) {
      const socket = ask(path);
      await expect.poll(() => begun).toBe(n);
      socket.destroy();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    for (let n = 0; n < 10; n += 1) expect((await fetch(origin + path)).status).toBe(503);
    expect(begun).toBe(2);
    openGate();
    await expect.poll(async () => (await fetch(origin + path)).status).toBe(200);
  },
);

it.each([
  ['/slow', { length: 9 }],
  ['/oauth/authorize', { length: 9 }],
  ['/assets/slow', { method: 'POST' }],
])(
  'limit requests.at-once: attack, %s is asked as no page asks, %j: what is worked on has its place all the same',
  async (path, asked) => {
    await start();
    for (let n = 0; n < 10; n += 1) ask(path, asked);
    await expect.poll(() => begun).toBe(2);
    await aMoment(500);
    expect(begun).toBe(2);
  },
);

it.each([
  ['a host that is none', 'GET / HTTP/1.1\r\nHost: a@b'],
  ['an empty host', 'GET / HTTP/1.1\r\nHost:'],
  ['no host, as HTTP/1.0 allows', 'GET / HTTP/1.0'],
  ['a backslash in the path', 'GET /\\ HTTP/1.1\r\nHost: localhost'],
  ['an address that is none', 'GET http:// HTTP/1.1\r\nHost: localhost'],
])(
  'limit requests.at-once: attack, what is refused before any page hears of it keeps no place: %s',
  async (_what, head) => {
    const origin = await start();
    for (let n = 0; n < 10; n += 1) {
      const socket = connect(port, '127.0.0.1').on('error', () => {});
      sockets.push(socket);
      const answer = text(socket);
      socket.write(`${head}\r\nX-Forwarded-For: 192.0.2.1\r\nConnection: close\r\n\r\n`);
      expect(await answer).toMatch(/^HTTP\/1\.1 400 /);
    }
    const asked = await fetch(`${origin}/nowhere`, { headers: { 'x-forwarded-for': '192.0.2.1' } });
    expect(asked.status).toBe(404);
  },
);

it('limit requests.assets-at-once: attack, connections without end that each ask for a file of a page and read nothing: from one network half are held, and whoever comes from another gets theirs', async () => {
  const origin = await start();
  const flood = Array.from({ length: 12 }, () => ask('/assets/huge'));
  const asset = (from: string) =>
    fetch(`${origin}/assets/large`, { headers: { 'x-forwarded-for': from } }).then(
      async (answer) => [answer.status, (await answer.arrayBuffer()).byteLength] as const,
    );
  await expect.poll(async () => (await asset('192.0.2.1'))[0]).toBe(503);
  expect(await asset('198.51.100.7')).toEqual([200, assetSize]);
  const left = await Promise.all(flood.map((socket) => Promise.race([bytesLeftIn(socket), aMoment()])));
  expect(left.filter((bytes) => bytes !== undefined && bytes < 10_000)).toHaveLength(8); // told when to come back
});

const aMoment = (milliseconds = 2000) =>
  new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), milliseconds));
