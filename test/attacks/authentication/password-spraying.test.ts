import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { behindProxy, browserAt, network } from '../../support/browser/from-network.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import {
  askForCode,
  emailedCode,
  freshEmail,
  headingIn,
  submit,
} from '../../support/visitors/signet-visitor.ts';

/** What a sprayer tries on everybody: the first of every list, and what last year's leak brought. */
const common = ['password1', 'iloveyou', '12345678', 'qwerty123', 'Password', 'sunshine'];
const leaked = 'Summer2026 forever';

let world: TestSignet;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'signet-spray-'));
  const list = path.join(dir, 'leaked.txt');
  await writeFile(list, `${createHash('sha1').update(leaked).digest('hex').toUpperCase()}:12\n`);
  world = await startSignet({ environment: { ...behindProxy, SIGNET_LEAKED_PASSWORDS_FILE: list } });
});
afterAll(async () => {
  await world.close();
  await rm(dir, { recursive: true, force: true });
});

describe('attack, password spraying', () => {
  it('B3: what is sprayed is nobody’s password: it cannot be chosen, and the page says why', async () => {
    const email = freshEmail();
    const browser = browserAt(network(1));
    const codePage = await askForCode(world, browser, email);
    let page = await submit(browser, codePage, '/sign-up/code', { code: await emailedCode(world, email) });
    for (const password of common) {
      page = await submit(browser, page, '/sign-up/password', { password });
      expect([password, page.status]).toEqual([password, 422]);
      expect(page.body).toContain('Many people use that password');
    }
    page = await submit(browser, page, '/sign-up/password', { password: leaked });
    expect(page.status).toBe(422);
    expect(page.body).toContain('That password appeared in a known leak');
    const chosen = await submit(browser, page, '/sign-up/password', { password: `${leaked} and ever` });
    expect(headingIn(chosen)).toBe('Add a second way to prove it is you');
  });

  it('B3: neither a password that was refused nor its hash is written down', async () => {
    const hash = createHash('sha1').update(leaked).digest('hex');
    const log = world.log.join('\n').toLowerCase();
    for (const secret of [leaked, hash, 'iloveyou', 'qwerty123'])
      expect(log).not.toContain(secret.toLowerCase());
  });

  it('does not start with a list that is broken off', async () => {
    const list = path.join(dir, 'broken.txt');
    await writeFile(list, 'AB');
    const start = startSignet({ environment: { SIGNET_LEAKED_PASSWORDS_FILE: list } });
    await expect(start).rejects.toThrow(/Setting SIGNET_LEAKED_PASSWORDS_FILE: the file/);
  });
});
