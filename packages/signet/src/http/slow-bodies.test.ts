import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { freePort } from '../../../../test/support/sites/free-port.ts';
import type { WebEnv } from '../web/request/index.ts';
import { type RunningServer, startServer } from './index.ts';
import { slowestPace } from './slow-bodies.ts';

/** As the server's own, and a hundred times as impatient. */
const pace = { bytes: slowestPace.bytes / 100, milliseconds: slowestPace.milliseconds / 100 };

let server: RunningServer;
let port: number;
let openGate = (): void => undefined;
beforeEach(async () => {
  const gate = new Promise<void>((resolve) => {
    openGate = resolve;
  });
  const app = new Hono<WebEnv>();
  const size = async (request: Request) => String((await request.arrayBuffer()).byteLength);
  app.post('/photo', async (c) => c.text(await size(c.req.raw)));
  app.post('/later', async (c) => {
    await gate;
    return c.text(await size(c.req.raw));
  });
  app.onError((_cut, c) => c.body(null, 400));
  port = await freePort();
  server = await startServer({
    app,
    federation: { owns: () => false, handle: async () => undefined },
    agencyOrigins: [],
    ready: async () => true,
    limits: { mostRequests: 5, notReadySeconds: 0, finishSeconds: 1, bodyPace: pace },
    sandbox: false,
    trustedProxies: 0,
    host: '127.0.0.1',
    port,
    hostSetting: 'SIGNET_HOST',
    portSetting: 'none',
    onRequest: () => {},
    onFault: () => {},
  });
});
afterEach(async () => {
  openGate();
  await server.close();
});

function post(to: string, length: number): { socket: Socket; answer: Promise<string> } {
  const socket = connect(port, '127.0.0.1');
  const answer = text(socket);
  socket.write(
    `POST ${to} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n`,
  );
  return { socket, answer };
}

/** So many bytes at a time, over and over. Gives up once the other side hung up. */
async function send(socket: Socket, bytes: number, times: number, every: number): Promise<void> {
  socket.on('error', () => undefined);
  for (let n = 0; n < times && !socket.destroyed; n += 1) {
    socket.write(Buffer.alloc(bytes));
    await pause(every);
  }
}

it('finding O8: a photo on a slow line gets through, however long it takes in all', async () => {
  const { socket, answer } = post('/photo', 60 * 100);
  await send(socket, 100, 60, 30); // six times the stretch in which something has to come
  expect(await answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*6000$/);
});

it('finding O8: a line that is still for less than the stretch loses nothing', async () => {
  const { socket, answer } = post('/photo', 1000);
  await send(socket, 500, 2, pace.milliseconds * 0.7);
  expect(await answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*1000$/);
});

it.each([
  ['stops in the middle', 400, 1],
  ['comes by a byte now and then (slowloris)', 1, 1000],
])('attack, finding O8: a body that %s is ended, and said to be too slow', async (_what, bytes, times) => {
  const { socket, answer } = post('/photo', 10_000);
  const since = performance.now();
  void send(socket, bytes, times, 10);
  expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(performance.now() - since).toBeLessThan(5000);
});

it('finding O8: a body that waits for us is not ended, however long we take', async () => {
  const { socket, answer } = post('/later', 400_000);
  await send(socket, 400_000, 1, pace.milliseconds * 4);
  openGate();
  expect(await answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*400000$/);
});
