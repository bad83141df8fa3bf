import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFlow, open } from '../../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { headingIn, makeAccount } from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

describe('attack, clickjacking', () => {
  it('C4: no page, consent and the provider’s own included, can be framed or run what is not ours', async () => {
    const { browser } = await makeAccount(world);
    const consent = await open(world, newFlow(world.permits), browser);
    expect(headingIn(consent)).toMatch(/^Share your information/);
    const pages = [consent];
    for (const path of ['/', '/account', '/verify', '/nowhere', '/oauth/sign-out', '/oauth/authorize']) {
      pages.push(await browser.visit(world.origin + path));
    }
    for (const { url, headers } of pages) {
      const policy = headers.get('content-security-policy') ?? '';
      expect([url.pathname, policy]).toEqual([
        url.pathname,
        expect.stringContaining("frame-ancestors 'none'"),
      ]);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cache-control')).toContain('no-store');
    }
  });

  it('C4: the consent page’s form may end at the one agency that it names', async () => {
    const { browser } = await makeAccount(world);
    const { headers } = await open(world, newFlow(world.permits), browser);
    expect(headers.get('content-security-policy')).toContain("form-action 'self' https://permits.example;");
  });
});
