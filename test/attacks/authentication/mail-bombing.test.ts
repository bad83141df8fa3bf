import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  askForCode,
  csrfIn,
  freshEmail,
  headingIn,
  makeAccount,
} from '../../support/visitors/signet-visitor.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet({ environment: { SIGNET_TRUSTED_PROXIES: '1' } });
});
afterAll(() => world.close());

const from = (address: string) => new CookieBrowser({ 'x-forwarded-for': `203.0.113.77, ${address}` });

describe('attack, mail bombing', () => {
  it('one place sends an address five mails in an hour, by new forms and by "send again"', async () => {
    const email = freshEmail();
    const browser = from('198.51.100.1');
    const page = await askForCode(world, browser, email);
    for (let i = 0; i < 3; i++) await askForCode(world, from('198.51.100.1'), email);
    const csrf = csrfIn(page);
    const fifth = await browser.post(`${world.origin}/sign-up/code/again`, { csrf });
    expect(fifth.status).toBe(200);
    for (const refused of [
      await browser.post(`${world.origin}/sign-up/code/again`, { csrf }),
      await askForCode(world, from('198.51.100.1'), email),
    ]) {
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
      expect(refused.body).toMatch(/minutes/);
    }
    expect(await world.mailTo(email)).toHaveLength(5);
  });

  it('many places together send an address ten, whether or not it has an account', async () => {
    const { email: known } = await makeAccount(world, from('198.51.100.200'));
    const before = (await world.mailTo(known)).length;
    for (const [email, already] of [
      [freshEmail(), 0],
      [known, 1],
    ] as const) {
      const had = (await world.mailTo(email)).length;
      const answers = [];
      for (let i = 0; i < 13; i++) answers.push(await askForCode(world, from(`198.51.100.${10 + i}`), email));
      const taken = answers.filter((answer) => headingIn(answer) === 'Check your email');
      expect(taken).toHaveLength(13); // nobody is told that no more go out: the mails that came have a link
      expect((await world.mailTo(email)).length - had).toBe(10 - already);
    }
    expect((await world.mailTo(known)).length - before).toBe(9);
  });

  it('a source that the sender wrote themselves counts for nothing', async () => {
    const email = freshEmail();
    const answers = [];
    for (let i = 0; i < 8; i++) {
      const liar = new CookieBrowser({ 'x-forwarded-for': `192.0.2.${i}, 198.51.100.99` });
      answers.push((await askForCode(world, liar, email)).status);
    }
    expect(answers.filter((status) => status === 200)).toHaveLength(5);
  });
});
