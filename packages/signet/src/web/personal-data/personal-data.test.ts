import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CookieBrowser } from '../../../../../test/support/browser/cookie-browser.ts';
import { startSignet, type TestSignet } from '../../../../../test/support/sites/signet.ts';
import {
  csrfIn,
  headingIn,
  makeAccount,
  submit,
} from '../../../../../test/support/visitors/signet-visitor.ts';
import {
  makeVerified,
  provenPerson,
  type VerifiedVisitor,
} from '../../../../../test/support/visitors/verified-visitor.ts';
import { words } from '../locales/index.ts';

let world: TestSignet;
let owner: VerifiedVisitor;
beforeAll(async () => {
  world = await startSignet();
  owner = await makeVerified(world);
});
afterAll(() => world.close());

const db = () => world.signet.resources.pool.db;
const see = (path: string, browser: CookieBrowser = owner.browser) => browser.visit(world.origin + path);
const secrets = () => [
  owner.ssn,
  asWritten(owner.ssn),
  provenPerson.street,
  provenPerson.documentNumber,
  'March 14',
];
const asWritten = (ssn: string) => `${ssn.slice(0, 3)}-${ssn.slice(3, 5)}-${ssn.slice(5)}`;

/** As if the person had last shown that it is them half an hour ago. */
const longAgo = ({ person }: VerifiedVisitor) =>
  sql`UPDATE sessions SET events = (SELECT jsonb_agg(e || jsonb_build_object('at', to_char(
      now() - interval '30 minutes', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) FROM jsonb_array_elements(events) e)
    WHERE person = ${person}`.execute(db());

const actions = async ({ person }: VerifiedVisitor) => {
  const account = await world.signet.accounts.get(person);
  const entries = account ? await world.signet.audit.about(account.auditRef, { limit: 50 }) : [];
  return entries.map(({ action }) => action);
};

describe('verified information', () => {
  it('T2: stands masked, with how it was proven; what is hidden is not in the page at all', async () => {
    const page = await see('/account/data');
    expect(page.body).toContain(`•••-••-${owner.ssn.slice(-4)}`);
    expect(page.body).toContain('Driver’s license');
    expect(page.body).toContain('Your face was compared with its photo');
    for (const secret of secrets()) expect(page.body).not.toContain(secret);
    expect(page.headers.get('cache-control')).toBe('no-store');
  });

  it('says the day of the proof once, and of a step only where that was on another day', async () => {
    const day = /<time datetime="2[^"]+">[^<]+<\/time>/g;
    const how = (body: string) => /<ul class="signet-evidence">.*?<\/ul><\/li><\/ul>/s.exec(body)?.[0] ?? '';
    const page = await see('/account/data');
    expect(how(page.body)).toContain('Your face was compared with its photo');
    expect(how(page.body).match(day)).toBeNull();
    const later = await makeVerified(world);
    await sql`UPDATE proofings SET verified_at = now() + interval '3 days' WHERE person = ${later.person}`.execute(
      db(),
    );
    expect(how((await see('/account/data', later.browser)).body).match(day)).toHaveLength(5);
  });

  it('A27: is shown in full after the button alone, noted in the history, and hides by itself', async () => {
    expect((await see('/account/data/shown')).url.pathname).toBe('/account/data');
    const shown = await submit(owner.browser, await see('/account/data'), '/account/data/show');
    expect(shown.url.pathname).toBe('/account/data/shown');
    for (const secret of secrets().slice(1)) expect(shown.body).toContain(secret);
    expect(shown.headers.get('cache-control')).toBe('no-store');
    expect(shown.headers.get('refresh')).toMatch(/^(300|29\d); url=\/account\/data$/);
    expect((await actions(owner))[0]).toBe('identity.viewed');
    const hidden = await submit(owner.browser, shown, '/account/data/hide');
    for (const secret of secrets()) expect(hidden.body).not.toContain(secret);
    expect((await see('/account/data/shown')).url.pathname).toBe('/account/data');
  });

  it('attack, a browser left signed in: neither shows, nor downloads, nor deletes without a factor given again', async () => {
    const page = await see('/account/data');
    await longAgo(owner);
    const csrf = csrfIn(page);
    for (const [path, form] of [
      ['/account/data/show', {}],
      ['/account/data/download', { as: 'json' }],
      ['/account/close', { understood: 'yes' }],
    ] as const) {
      const asked = await owner.browser.post(world.origin + path, { csrf, ...form });
      expect([path, asked.url.pathname]).toEqual([path, '/sign-in/confirm']);
      for (const secret of secrets()) expect(asked.body).not.toContain(secret);
    }
    expect((await see('/account/data/shown')).url.pathname).toBe('/sign-in/confirm');
    expect((await see('/account/close')).url.pathname).toBe('/sign-in/confirm');
    expect(await world.signet.personalData.deletion.pendingOf(owner.person)).toBeUndefined();
    const confirm = await see('/account/data/shown');
    const back = await submit(owner.browser, confirm, '/sign-in/confirm/password', {
      password: owner.password,
    });
    expect(back.url.pathname).toBe('/account/data/shown');
    expect(back.body).toContain(provenPerson.street);
    await submit(owner.browser, back, '/account/data/hide');
  });

  it('with a new document one proves again, and what was proven stands until then', async () => {
    const other = await makeVerified(world);
    const started = await submit(
      other.browser,
      await see('/account/data', other.browser),
      '/account/data/prove-again',
    );
    expect(started.url.pathname).toBe('/verify/choose');
    expect((await see('/account/data', other.browser)).body).toContain(`•••-••-${other.ssn.slice(-4)}`);
  });

  it('a person who has proven nothing is told so, and where to go', async () => {
    const nobody = await makeAccount(world);
    const page = await see('/account/data', nobody.browser);
    expect(page.body).toContain('Not verified yet');
    expect(page.body).toContain('href="/verify"');
    expect(page.body).not.toContain('/account/data/show');
    const start = await see('/verify', nobody.browser);
    await submit(nobody.browser, start, '/verify', { document: 'license' });
    for (const path of ['/account', '/account/data']) {
      const started = (await see(path, nobody.browser)).body;
      expect(started).not.toContain('Not verified yet');
      expect(started).toMatch(/<a[^>]*href="\/verify"[^>]*>Continue where I was<\/a>/);
    }
  });
});

describe('download', () => {
  const download = async (visitor: VerifiedVisitor, as: 'json' | 'page') =>
    submit(visitor.browser, await see('/account/data/download', visitor.browser), '/account/data/download', {
      as,
    });

  it('B16: is everything about the person, as JSON and as a page; it is noted and told, and cached nowhere', async () => {
    const answer = await download(owner, 'json');
    expect(answer.headers.get('content-disposition')).toBe(
      'attachment; filename="signet-personal-data.json"',
    );
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const file = JSON.parse(answer.body);
    expect(file).toMatchObject({ schema: 'signet-personal-data', version: 1 });
    expect(file.sections).toMatchObject({
      account: { status: 'active', language: 'en' },
      emailAddresses: [{ address: owner.email, primary: true }],
      waysToSignIn: {
        passwords: [{ failuresInARow: 0 }],
        authenticatorApps: [{}],
        recoveryCodes: [{ left: 10 }],
      },
      sessions: [{ authentications: expect.any(Array) }],
      verifiedIdentity: { ssn: owner.ssn, familyName: provenPerson.familyName },
      howProven: [{ facts: { setting: 'remote-unattended' } }],
      identityChecks: [],
      reviewCases: [],
      agencies: [],
      pendingDeletion: null,
    });
    const [newest] = file.sections.history.entries;
    expect(newest).toMatchObject({ action: 'data.downloaded', position: null, hash: null }); // it is a moment old
    expect((await world.mailTo(owner.email)).at(-1)?.subject).toBe(
      'A copy of your Signet data was downloaded',
    );
    for (const secret of [owner.totpKey, ...owner.recoveryCodes, owner.person])
      expect(answer.body).not.toContain(secret);
    await world.signet.sequencer.sequence();
    const [, placed] = JSON.parse((await download(owner, 'json')).body).sections.history.entries;
    expect(placed).toMatchObject({
      action: 'data.downloaded',
      at: newest.at,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const { rows } = await sql<{ hash: string }>`SELECT encode(hash, 'hex') AS hash FROM audit_sequence
      WHERE position = ${placed.position}`.execute(db());
    expect(rows[0]?.hash).toBe(placed.hash);
    const page = await download(owner, 'page');
    for (const text of [asWritten(owner.ssn).replaceAll('-', ''), placed.hash, 'You made your account'])
      expect(page.body).toContain(text);
    expect(page.body).toContain('It will get its place and hash within a few seconds.'); // of this very copy
  });

  it.each(['en', 'es'] as const)('names every fact of the file in %s', async (lang) => {
    const visitor = await makeVerified(world);
    await world.signet.transact((tx) => world.signet.proofing.startCase(tx, visitor.person, { ial: 2 }));
    await world.signet.personalData.deletion.ask(visitor.person);
    const { sections } = JSON.parse((await download(visitor, 'json')).body);
    const { history, ...rest } = sections;
    expect(history.complete).toBe(true);
    const { labels } = words(lang).account.personalFile;
    expect(namesIn(rest).filter((name) => !(name in labels))).toEqual([]);
  });

  it('attack, another person’s download: the file is of the person signed in, whatever is asked for', async () => {
    const thief = await makeVerified(world);
    const page = await see(`/account/data/download?person=${owner.person}`, thief.browser);
    const answer = await submit(thief.browser, page, '/account/data/download', {
      as: 'json',
      person: owner.person,
    });
    expect(answer.body).toContain(thief.email);
    for (const secret of [owner.email, owner.ssn]) expect(answer.body).not.toContain(secret);
    const key = await world.signet.authentication.session.openVault(await presenceOf(owner));
    await expect(world.signet.personalData.download(key, thief.person)).rejects.toThrow('not-your-vault');
  });
});

describe('deleting the account', () => {
  it('says what it does, takes no slip for a wish, waits, says so on every page, and is undone with one press', async () => {
    const page = await see('/account/close');
    expect(headingIn(page)).toBe('Delete your account');
    const slip = await submit(owner.browser, page, '/account/close');
    expect(slip.status).toBe(422);
    const begun = await submit(owner.browser, slip, '/account/close', { understood: 'yes' });
    expect(headingIn(begun)).toBe('Your account will be deleted');
    const again = await owner.browser.post(`${world.origin}/account/close`, {
      csrf: csrfIn(page),
      understood: 'yes',
    });
    expect(headingIn(again)).toBe('Your account will be deleted');
    const overview = await see('/account');
    expect(overview.body).toContain('Your account will be deleted');
    const kept = await submit(owner.browser, overview, '/account/close/keep');
    expect(kept.body).toContain('Your account stays');
    expect((await see('/account')).body).not.toContain('will be deleted');
    expect((await actions(owner)).slice(0, 2)).toEqual(['account.kept', 'account.deletion-asked']);
  });

  it('attack, a thief who deletes: opening the mailed link changes nothing, its button keeps the account', async () => {
    const victim = await makeVerified(world);
    await world.signet.personalData.deletion.ask(victim.person);
    const mail = (await world.mailTo(victim.email)).at(-1)?.text ?? '';
    const link = /http\S+\/keep-account\/\S+/.exec(mail)?.[0] ?? '';
    const mailbox = (await makeAccount(world)).browser; // whoever is signed in there
    const page = await mailbox.visit(link);
    expect(await world.signet.personalData.deletion.pendingOf(victim.person)).toBeDefined();
    const kept = await submit(mailbox, page, new URL(link).pathname);
    expect(headingIn(kept)).toBe('Your account stays');
    expect(headingIn(await see('/account', victim.browser))).toBe('Sign in');
    const used = await mailbox.visit(link);
    expect([used.status, headingIn(used)]).toEqual([404, 'This link has expired']);
    expect(world.log.join('')).not.toContain(new URL(link).pathname.split('/').at(-1));
  });

  it('A27: the proof is public, names nobody, and is not there for an account that still is', async () => {
    const visitor = await makeVerified(world);
    const { deletion } = world.signet.personalData;
    await deletion.ask(visitor.person);
    const { rows } = await sql<{ reference: string }>`SELECT reference FROM account_deletions
      WHERE person = ${visitor.person}`.execute(db());
    const path = `/erased/${rows[0]?.reference}`;
    expect((await see(path)).status).toBe(404);
    for (const column of ['due_at', 'closed_at']) {
      await sql`UPDATE account_deletions SET ${sql.ref(column)} = now() - interval '1 hour'
        WHERE person = ${visitor.person}`.execute(db());
      await deletion.sweep();
    }
    expect((await see(path)).body).toContain('It will get its place within a few seconds.');
    await world.signet.sequencer.sequence();
    await world.signet.checkpointer.checkpoint();
    const page = await see(path);
    expect(headingIn(page)).toBe('An account was deleted');
    for (const secret of [visitor.email, visitor.person, visitor.ssn])
      expect(page.body).not.toContain(secret);
    expect((await see("/erased/'; DROP TABLE people; --")).status).toBe(404);
  });
});

const presenceOf = async ({ browser }: VerifiedVisitor) => {
  const presence = await world.signet.authentication.session.load(browser.cookie('signet') ?? '');
  if (!presence) throw new Error('nobody');
  return presence;
};

function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [name, ...namesIn(one)]);
}
