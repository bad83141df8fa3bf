import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { csrfIn, makeAccount, type Visitor } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
let victim: Visitor;
beforeAll(async () => {
  world = await startSignet();
  victim = await makeAccount(world);
});
afterAll(() => world.close());

const elsewhere = [
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '..//evil.example',
  '%2F%2Fevil.example',
  '/%0d%0aLocation:%20https://evil.example',
  'x@evil.example',
];

/** Where an answer sends the browser, read as a browser reads it. */
async function sentTo(path: string, init: RequestInit = {}): Promise<string> {
  const { cookie = '', ...more } = (init.headers ?? {}) as Record<string, string>;
  const headers = { ...more, cookie: `${victim.browser.cookieHeader()}; ${cookie}` };
  const answer = await fetch(world.origin + path, { ...init, headers, redirect: 'manual' });
  expect(answer.status).toBeLessThan(500);
  return new URL(answer.headers.get('location') ?? '/', world.origin + path).origin;
}

describe('attack, open redirect', () => {
  it('P1: whatever a path, query or cookie names, nobody is sent off this site', async () => {
    for (const address of elsewhere) {
      const asked = encodeURIComponent(address);
      const names = ['next', 'return_to', 'redirect', 'url', 'lang', 'request', 'continue'];
      const query = names.map((name) => `${name}=${asked}`).join('&');
      for (const path of ['/continue', '/sign-in', '/verify', '/account']) {
        expect(await sentTo(`${path}?${query}`)).toBe(world.origin);
      }
      const cookie = `signet_request=${asked}`;
      expect(await sentTo('/continue', { headers: { cookie } })).toBe(world.origin);
      expect(await sentTo(`/interaction/${asked}`)).toBe(world.origin);
    }
  });

  it('P1: nor by the request that a form says it is on the way to', async () => {
    const page = await victim.browser.visit(`${world.origin}/account`);
    for (const request of elsewhere) {
      const body = new URLSearchParams({ csrf: csrfIn(page), request });
      const headers = { origin: world.origin };
      expect(await sentTo('/recovery-codes/saved', { method: 'POST', body, headers })).toBe(world.origin);
    }
  });

  it('P1: nor by the page to go on with after confirming that it is oneself', async () => {
    const own = ['/account/ways', '/account/ways/passkey?id=a-b_c', '/account'];
    const strange = [
      ...elsewhere,
      '/verify',
      '/account/../verify',
      '/account//evil.example',
      '/accountant',
      '/account?x=//y',
    ];
    for (const [paths, kept] of [
      [own, true],
      [strange, false],
    ] as const) {
      for (const to of paths) {
        const page = `/sign-in/confirm?to=${encodeURIComponent(to)}`;
        const answer = await fetch(world.origin + page, {
          headers: { cookie: victim.browser.cookieHeader() },
          redirect: 'manual',
        });
        expect(answer.headers.get('location')).toBe(kept ? to : '/account');
      }
    }
  });

  it('P1: links of a page asked for under a strange path stay on this site', async () => {
    for (const path of ['//evil.example/', '/\\evil.example/', '//evil.example/%2e%2e', '/.//evil.example']) {
      const { body } = await victim.browser.visit(new URL(world.origin + path));
      for (const [, href = ''] of body.matchAll(/(?:href|action|src)="([^"]*)"/g)) {
        if (!href.startsWith('#')) expect(new URL(href, world.origin).origin).toBe(world.origin);
      }
    }
  });
});
