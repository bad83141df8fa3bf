import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { longestTurn } from '../../support/run/longest-turn.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';

let world: TestSignet;
/** The longest turn of an ordinary request in this run, milliseconds. */
let ordinary: number;
beforeAll(async () => {
  world = await startSignet();
  const few = '/oauth/authorize?client_id=none';
  await ask(few);
  ordinary = await longestTurn(() => ask(few));
});
afterAll(() => world.close());

const othersWait = 50; // milliseconds, at most

/** With the address as it is: `fetch` would tidy it up. */
function ask(path: string): Promise<number> {
  const { hostname, port } = new URL(world.address);
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    asking.once('error', reject).end();
  });
}

const upTo = (bytes: number, piece: string) => piece.repeat(Math.floor(bytes / piece.length));

it.each(['/oauth/authorize', '/oauth/userinfo', '/oauth/sign-out', '/oauth/par', '/', '/sign-in'])(
  'attack, an address with parameters without end costs nobody anything: %s',
  async (path) => {
    for (const piece of ['a&', 'a=1&', 'lang=en&', 'a[]=&', '%&']) {
      let status = 0;
      const longest = await longestTurn(async () => {
        status = await ask(`${path}?${upTo(12_000, piece)}`);
      });
      expect([piece, status]).toEqual([piece, 400]);
      expect(longest).toBeLessThan(othersWait + ordinary);
    }
  },
);

it('an address with more parameters than any of ours is asked, and costs little', async () => {
  const longest = await longestTurn(async () => {
    expect(await ask(`/sign-in?${upTo(300, 'a=1&')}`)).toBe(200);
    expect(await ask(`/oauth/authorize?${upTo(398, 'a&')}`)).toBe(400); // by the provider, which misses a client
  });
  expect(longest).toBeLessThan(othersWait + ordinary);
});
