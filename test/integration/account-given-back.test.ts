import { afterAll, beforeAll, expect, it } from 'vitest';
import { hours, Redacted } from '../../packages/signet/src/kernel/index.ts';
import {
  asPending,
  createPostgresProofingStores,
  type Recovery,
} from '../../packages/signet/src/modules/proofing/index.ts';
import { CookieBrowser, type Visit } from '../support/browser/cookie-browser.ts';
import { signInAt, userinfo } from '../support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../support/sites/signet.ts';
import { headingIn, submit, totpKeyIn } from '../support/visitors/signet-visitor.ts';
import { makeVerified, provenPerson, type VerifiedVisitor } from '../support/visitors/verified-visitor.ts';
import { codeIn, goodPassword, must, totpCode } from '../support/worlds/authentication-world.ts';

let world: TestSignet;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());

/** A browser of whoever reads the account's mailbox, with the emailed code typed. */
async function atTheLadder({ email }: VerifiedVisitor): Promise<{ browser: CookieBrowser; page: Visit }> {
  const browser = new CookieBrowser();
  const ask = await browser.visit(`${world.origin}/recover`);
  const codePage = await submit(browser, ask, '/recover', { email });
  const mail = (await world.mailTo(email)).findLast(({ text }) => text.includes('get back into'));
  if (!mail) throw new Error('no code was mailed');
  return { browser, page: await submit(browser, codePage, '/recover/code', { code: codeIn(mail) }) };
}

/** As the checks leave a recovery that they bear out; its own tests run them. */
async function bearOut(visitor: VerifiedVisitor, recovery: Recovery): Promise<void> {
  const { signet } = world;
  const stores = createPostgresProofingStores(signet.resources.pool.db, signet.resources.kms);
  const [before] = await stores.proven.of(visitor.person);
  await signet.transact(async (tx) => {
    const found = await stores.cases.latest(recovery.subject, tx);
    if (!found || !before) throw new Error('nothing to bear out');
    const { contents: _contents, key: _key, ...rest } = found;
    await stores.cases.save(tx, {
      ...rest,
      stage: 'ended',
      decision: { outcome: 'verified' },
      claimBy: new Date(Date.now() + hours(24)),
    });
    await stores.proven.add(tx, { person: recovery.subject, id: found.id }, before);
    await signet.vault.deposit(tx, recovery.subject, 'identity', identityOf(visitor));
  });
}

function identityOf({ ssn }: VerifiedVisitor) {
  const { givenName, familyName, birthDate, documentNumber, street, city, state, postalCode } = provenPerson;
  return {
    ...{ givenName, familyName, birthDate, ssn, address: { street, city, state, postalCode } },
    document: { type: 'license', number: documentNumber, issuerId: '636999' },
  };
}

async function begin(visitor: VerifiedVisitor, browser: CookieBrowser): Promise<Recovery> {
  const { signet } = world;
  const { session: sessions } = signet.authentication;
  const presence = await sessions.load(browser.cookie('signet') ?? '');
  if (!presence) throw new Error('no session');
  const recovery = must(await signet.transact((tx) => signet.proofing.proveAgain(tx, visitor.person)));
  await sessions.setPending(presence, asPending(recovery));
  return recovery;
}

/** What an agency keeps of somebody: its own name for them, and what it was told. */
async function atTheAgency(browser: CookieBrowser) {
  const { idToken, accessToken } = await signInAt(world, world.records, browser);
  const { sub } = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());
  const { json } = await userinfo(world, accessToken);
  return {
    sub,
    ssn: json.ssn,
    name: json.family_name,
    birthdate: json.birthdate,
    claims: json.verified_claims,
  };
}

it('B15, C3: a person who proves again is to each agency who they were, with the same claims; what was there opens no vault', async () => {
  const visitor = await makeVerified(world);
  const before = await atTheAgency(visitor.browser);
  const { browser, page } = await atTheLadder(visitor);
  expect(page.body).toContain('value="proofing"');
  const recovery = await begin(visitor, browser);
  await bearOut(visitor, recovery);

  const proven = await browser.visit(`${world.origin}/recover/proofing`);
  expect(headingIn(proven)).toBe('It is you');
  const rebind = await submit(browser, proven, '/recover/proven');
  expect(rebind.url.pathname).toBe('/recover/new');
  expect(rebind.body).not.toContain('still locked');
  const passwordPage = await browser.visit(`${world.origin}/sign-up/password`);
  await submit(browser, passwordPage, '/sign-up/password', { password: `${goodPassword} again` });
  const appPage = await browser.visit(`${world.origin}/sign-up/app`);
  const code = totpCode(totpKeyIn(appPage), new Date());
  const codesPage = await submit(browser, appPage, '/sign-up/app', { code });
  expect(codesPage.url.pathname).toBe('/recovery-codes');
  await submit(browser, codesPage, '/recovery-codes/saved');

  expect(await atTheAgency(browser)).toEqual(before);
  const { vault } = world.signet;
  const lost = { kind: 'recovery-session', ref: 'only', secret: new Redacted(Buffer.alloc(32)) } as const;
  expect(await vault.open(recovery.subject, lost)).toEqual({ ok: false, error: 'no-such-way' });
});

it('attack: a second browser that reads the mailbox finishes nothing that the first one proved', async () => {
  const visitor = await makeVerified(world);
  const own = await atTheLadder(visitor);
  await bearOut(visitor, await begin(visitor, own.browser));
  const thief = await atTheLadder(visitor);
  const seen = await thief.browser.visit(`${world.origin}/recover/proofing`);
  expect(headingIn(seen)).toBe('Prove again that it is you');
  const begun = await submit(thief.browser, seen, '/recover/proofing');
  expect(begun.url.pathname).toBe('/verify/choose');
  const decision = await thief.browser.visit(`${world.origin}/verify/decision`);
  expect(headingIn(decision)).toBe('What do you have with you?');
  expect(headingIn(await own.browser.visit(`${world.origin}/recover/proofing`))).toBe('It is you');
});

it('attack: without the emailed code nobody gets as far as the first question', async () => {
  const browser = new CookieBrowser();
  expect((await browser.visit(`${world.origin}/recover/proofing`)).url.pathname).toBe('/recover');
});

it('limit proving-again.a-day: somebody who reads the mailbox uses up the recoveries by proving again, and the owner gets in by a saved code', async () => {
  const visitor = await makeVerified(world);
  const { browser } = await atTheLadder(visitor);
  for (let n = 0; n < 3; n++) await begin(visitor, browser);
  await expect(begin(visitor, browser)).rejects.toThrow('too-many-recoveries');
  const { authentication } = world.signet;
  const owner = await atTheLadder(visitor);
  const presence = await authentication.session.load(owner.browser.cookie('signet') ?? '');
  if (!presence) throw new Error('no session');
  const saved = { code: visitor.recoveryCodes[0] ?? '', source: '192.0.2.77' };
  const recovered = must(await authentication.accountRecovery.useSavedCode(presence, saved));
  expect(authentication.accountRecovery.isRecovered(recovered)).toBe(true);
});
