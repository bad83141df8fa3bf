import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { headingIn, makeAccount, signIn } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
const sockets: Socket[] = [];
beforeAll(async () => {
  world = await startSignet();
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await world.close();
});

/** Opens a connection and says the beginning of something. */
function begin(head: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(world.address).port), '127.0.0.1', () => {
      socket.write(head, () => resolve(socket));
    });
    socket.once('error', reject);
    sockets.push(socket);
  });
}

const post = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${length}\r\n\r\nemail=a`;

describe('attack, bodies that never end', () => {
  it('hold nothing that others need: they sign in while two hundred hang', async () => {
    const visitor = await makeAccount(world);
    for (let n = 0; n < 50; n += 1) {
      await begin(post('/sign-in', 200_000));
      await begin(post('/oauth/token', 50_000));
      await begin(
        'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nemail\r\n',
      );
      await begin('GET /sign-in HTTP/1.1\r\nHost: localhost\r\nCookie: signet=');
    }
    const { total, idle } = world.signet.resources.pool.pg as unknown as Record<string, number>;
    expect((total ?? 0) - (idle ?? 0)).toBe(0); // no connection to the database waits with them
    const { page } = await signIn(world, visitor);
    expect(headingIn(page)).toBe('Your account');
    const before = world.log.length;
    for (const socket of sockets) socket.destroy();
    await signIn(world, visitor); // ends at a code that was used, after the hanging requests were answered
    expect(world.log.slice(before).filter((line) => /"level":"(warn|error)"/.test(line))).toEqual([]);
  });

  it.each([
    '/sign-in',
    '/nowhere', // nobody serves it
  ])('a body that says it is larger than any form is refused before it comes: %s', async (path) => {
    const socket = await begin(post(path, 50_000_000));
    const answer = await new Promise<string>((resolve) =>
      socket.once('data', (data) => resolve(String(data))),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect((await new CookieBrowser().visit(`${world.origin}/sign-in`)).status).toBe(200);
  });
});
