import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postedPaths } from '../../support/sites/posted-paths.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { csrfIn, makeAccount, type Visitor } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
let visitor: Visitor;
const paths = postedPaths();
let csrf: string;
beforeAll(async () => {
  world = await startSignet();
  visitor = await makeAccount(world);
  csrf = csrfIn(await visitor.browser.visit(`${world.origin}/account`));
});
afterAll(() => world.close());

const nasty = ['\0', '\ud800', 'a\0b@mail.example', 'x'.repeat(20_000), '🜚'.repeat(1500), '-1', '{"$ne":1}'];
const fields = [
  'email',
  'code',
  'password',
  'token',
  'agency',
  'answer',
  'optional',
  'document',
  'ssn',
  'number',
];

/** Every form of the app, with the visitor's own token and cookies. */
async function post(path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(world.origin + path, {
    method: 'POST',
    body,
    headers: {
      cookie: visitor.browser.cookieHeader(),
      origin: world.origin,
      'x-csrf-token': csrf,
      ...headers,
    },
    redirect: 'manual',
  });
  visitor.browser.keepFrom(answer.headers);
  await answer.body?.cancel();
  return answer.status;
}

describe('attack, malformed requests', () => {
  it('every form takes strange values, repeats and files without a fault', async () => {
    for (const path of paths.filter((one) => one !== '/sign-out')) {
      for (const value of nasty) {
        const form = new URLSearchParams(fields.map((name) => [name, value]));
        expect([path, value.slice(0, 20), (await post(path, form)) < 500]).toEqual([
          path,
          value.slice(0, 20),
          true,
        ]);
      }
      const repeated = new URLSearchParams(
        fields.flatMap((name) => [
          [name, 'a'],
          [name, 'b'],
          [`${name}[]`, 'c'],
        ]),
      );
      expect([path, (await post(path, repeated)) < 500]).toEqual([path, true]);
      const files = new FormData();
      for (const name of fields) files.set(name, new File(['x'], 'x.txt'));
      expect([path, (await post(path, files)) < 500]).toEqual([path, true]);
    }
    expect((await visitor.browser.visit(`${world.origin}/account`)).url.pathname).toBe('/account');
  });

  it('every form refuses a body that is not what it says', async () => {
    const kinds = [
      'multipart/form-data; boundary=x',
      'multipart/form-data',
      'application/json',
      'text/plain',
      'x',
    ];
    for (const path of paths.filter((one) => one !== '/sign-out')) {
      for (const kind of kinds) {
        const status = await post(path, '--y\r\n{"purpose":', { 'content-type': kind });
        expect([path, kind, status < 500]).toEqual([path, kind, true]);
      }
    }
  });

  it('addresses, headers and cookies that are none', async () => {
    const lines = [
      'GET /%E0%A4%A HTTP/1.1',
      'GET /%00 HTTP/1.1',
      'GET /interaction/%00 HTTP/1.1',
      'GET http://evil.example/sign-in HTTP/1.1',
      'GET /?lang=%ff&lang=es HTTP/1.1',
      'GET /oauth/authorize?request_uri=%00&client_id=permits HTTP/1.1',
      'GET /oauth/authorize?client_id=permits&claims=%7B HTTP/1.1',
      'POST /oauth/token HTTP/1.1',
      'OPTIONS * HTTP/1.1',
      'PROPFIND / HTTP/1.1',
    ];
    const port = Number(new URL(world.address).port);
    for (const line of lines) {
      const socket = connect(port, '127.0.0.1');
      socket.end(
        `${line}\r\nHost: bad host!\r\nCookie: signet=\u00ff; =; signet_op=x; ;;\r\nAccept-Language: \u00ff;q=9\r\nConnection: close\r\n\r\n`,
        'latin1',
      );
      const status = Number(/^HTTP\/1\.1 (\d+)/.exec(await text(socket))?.[1]);
      expect([line, status >= 200 && status < 500]).toEqual([line, true]);
    }
  });
});
