import { Hono } from 'hono';
import { afterEach, expect, it, vi } from 'vitest';
import { freePort } from '../../../../test/support/sites/free-port.ts';
import { requestId } from '../kernel/index.ts';
import { openLog } from '../platform/log/index.ts';
import type { WebEnv } from '../web/request/index.ts';
import { type RunningServer, startServer } from './index.ts';

let server: RunningServer | undefined;
let written: string[] = [];
let lines: object[] = [];
/** What the OpenID endpoint throws. */
let fault: unknown;
let faults: unknown[] = [];
afterEach(async () => {
  await server?.close();
  server = undefined;
  written = [];
  lines = [];
  fault = undefined;
  faults = [];
});

/** A page and an OpenID endpoint that each log a line some time after the request came, and answer with its id. */
async function start(trustedProxies: number): Promise<string> {
  const log = openLog('info', { write: (line) => void written.push(line) });
  const aLittleLater = async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    log.info({}, 'something happened');
    return requestId() ?? 'none';
  };
  const app = new Hono<WebEnv>();
  app.get('/page', async (c) => c.text(await aLittleLater()));
  const port = await freePort();
  server = await startServer({
    app,
    federation: {
      owns: (path) => path.startsWith('/openid'),
      async handle({ res }) {
        if (fault) throw fault;
        res.end(await aLittleLater());
      },
    },
    agencyOrigins: [],
    ready: async () => false,
    limits: { mostRequests: 2, notReadySeconds: 0, finishSeconds: 5 },
    sandbox: false,
    trustedProxies,
    host: '127.0.0.1',
    port,
    hostSetting: 'SIGNET_HOST',
    portSetting: 'none',
    onRequest: (line) => lines.push(line),
    onFault: (error) => faults.push(error),
  });
  return `http://127.0.0.1:${port}`;
}

const references = () => written.map((line) => JSON.parse(line).reference);

it.each(['/page', '/openid'])(
  '%s: one id in the answer, in its header and in every log line',
  async (path) => {
    const origin = await start(0);
    const answers = await Promise.all([fetch(origin + path), fetch(origin + path)]);
    const ids = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ headers }) => headers.get('x-request-id'))).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
    expect(references().toSorted()).toEqual(ids.toSorted());
  },
);

it('an OpenID request leaves the line that a page leaves, and nothing in it opens anything', async () => {
  const origin = await start(0);
  const code = 'Zm9vYmFyYmF6cXV4cXV1eA';
  const answer = await fetch(`${origin}/openid/auth/${code}?code=${code}&state=secret`, {
    method: 'POST',
    body: code,
  });
  await vi.waitFor(() => expect(lines).toHaveLength(1));
  expect(lines).toEqual([
    {
      method: 'POST',
      path: '/openid/auth/:id',
      status: 200,
      ms: expect.any(Number),
      reference: answer.headers.get('x-request-id'),
    },
  ]);
});

it('goes by the id that a trusted proxy gave', async () => {
  const origin = await start(1);
  const answer = await fetch(`${origin}/page`, { headers: { 'x-request-id': 'edge-0123456789' } });
  expect([answer.headers.get('x-request-id'), references()]).toEqual([
    'edge-0123456789',
    ['edge-0123456789'],
  ]);
});

it('attack, log forgery: takes no id from anybody else, and none that could be read as more than an id', async () => {
  const direct = await start(0);
  const own = await fetch(`${direct}/page`, { headers: { 'x-request-id': 'edge-0123456789' } });
  expect(own.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  await server?.close();
  const proxied = await start(1);
  for (const forged of ['short', 'x'.repeat(65), '<b>bold</b> text', 'a, b-c-d-e-f-g', '{"level":"error"}']) {
    const answer = await fetch(`${proxied}/page`, { headers: { 'x-request-id': forged } });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

it.each([
  ['a fault of ours', new TypeError('reading of undefined'), 500, null],
  ['a database that is away', Object.assign(new Error('gone'), { code: '57P01' }), 503, '5'],
])('an OpenID handler that meets %s says so, and it is logged', async (_name, thrown, status, after) => {
  const origin = await start(0);
  fault = thrown;
  const answer = await fetch(`${origin}/openid/token`, { method: 'POST' });
  expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([
    status,
    after,
    '',
  ]);
  expect(faults).toEqual([thrown]);
});
