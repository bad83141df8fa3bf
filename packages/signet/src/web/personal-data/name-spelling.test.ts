import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { signInAt, userinfo } from '../../../../../test/support/sites/openid-calls.ts';
import { startSignet, type TestSignet } from '../../../../../test/support/sites/signet.ts';
import { submit } from '../../../../../test/support/visitors/signet-visitor.ts';
import {
  makeVerified,
  provenPerson,
  type VerifiedVisitor,
} from '../../../../../test/support/visitors/verified-visitor.ts';

let world: TestSignet;
let owner: VerifiedVisitor;
beforeAll(async () => {
  world = await startSignet();
});
afterAll(() => world.close());
beforeEach(async () => {
  owner = await makeVerified(world);
});

const path = '/account/data/name';
const see = (address: string) => owner.browser.visit(world.origin + address);
const { givenName, familyName } = provenPerson;
/** As no barcode prints it. */
const accented = givenName.replace(/a/i, 'á');

const spell = async (typed: Readonly<Record<string, string>>) =>
  submit(owner.browser, await see(path), path, { givenName, familyName, ...typed });

async function entries() {
  const account = await world.signet.accounts.get(owner.person);
  return account ? world.signet.audit.about(account.auditRef, { limit: 50 }) : [];
}
const respelled = async () => (await entries()).filter(({ action }) => action === 'identity.respelled');

async function toldTo(agency: TestSignet['records']) {
  const { accessToken } = await signInAt(world, agency, owner.browser);
  return (await userinfo(world, accessToken)).json as { verified_claims?: { claims: object } };
}

it('a proven name is written with its accents, is on record, and agencies are told with the next sign-in', async () => {
  expect(accented).not.toBe(givenName);
  const before = await toldTo(world.records);
  expect(before.verified_claims?.claims).toMatchObject({ given_name: givenName });
  const form = await see(path);
  expect(form.body).toContain(`value="${givenName}"`);
  const saved = await spell({ givenName: accented });
  expect(saved.url.pathname).toBe('/account/data');
  expect(saved.body).toContain('Your name is now written your way');
  expect((await see(path)).body).toContain(`value="${accented}"`);
  const after = await toldTo(world.records);
  expect(after.verified_claims?.claims).toMatchObject({ given_name: accented, family_name: familyName });
  const [entry, ...others] = await respelled();
  expect(others).toEqual([]);
  expect(JSON.stringify(entry)).not.toContain(accented);
  expect((await see('/account/history')).body).toContain('You wrote your verified name your way');
});

it('attack: another name is refused at its field, with what was typed; nothing is changed and nothing noted', async () => {
  const refused = await spell({ givenName: 'Somebody', familyName: `${familyName}!` });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain(`Use the same letters as on your ID: “${givenName}”.`);
  expect(refused.body).toContain('Use only letters');
  expect(refused.body).toContain('value="Somebody"');
  expect((await see(path)).body).toContain(`value="${givenName}"`);
  expect(await respelled()).toEqual([]);
});

it('attack: what was not proven cannot be added, and what is left as it is is no act', async () => {
  expect((await see(path)).body).not.toContain('name="middleName"');
  const same = await spell({ middleName: 'Somebody', birthDate: '1900-01-01' });
  expect(same.url.pathname).toBe('/account/data');
  const { verified_claims: told } = await toldTo(world.records);
  expect(told?.claims).not.toHaveProperty('middle_name');
  expect(await respelled()).toEqual([]);
});

it('attack, a browser left signed in: neither the name is shown nor its spelling changed without a factor given again', async () => {
  const form = await see(path);
  await sql`UPDATE sessions SET events = (SELECT jsonb_agg(e || jsonb_build_object('at', to_char(
      now() - interval '30 minutes', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) FROM jsonb_array_elements(events) e)
    WHERE person = ${owner.person}`.execute(world.signet.resources.pool.db);
  expect((await see(path)).url.pathname).toBe('/sign-in/confirm');
  const sent = await submit(owner.browser, form, path, { givenName: accented, familyName });
  expect(sent.url.pathname).toBe('/sign-in/confirm');
  expect(await respelled()).toEqual([]);
});

it('where the session cannot open the vault, leads to the page that says so', async () => {
  await sql`UPDATE sessions SET vault_wrap = NULL WHERE person = ${owner.person}`.execute(
    world.signet.resources.pool.db,
  );
  const locked = await see(path);
  expect(locked.url.pathname).toBe('/account/data');
  expect(locked.body).toContain('Your information is locked on this device');
});

it('race: an identity that is proven anew meanwhile is not lost', async () => {
  const { signet } = world;
  const key = await signet.authentication.session.openVault(
    (await signet.authentication.session.load(owner.browser.cookie('signet') ?? '')) ?? (undefined as never),
  );
  if (!key) throw new Error('no key');
  const proven = await signet.vault.read(key, 'identity');
  if (!proven) throw new Error('nothing proven');
  let typed: Promise<unknown> | undefined;
  await signet.transact(async (tx) => {
    await signet.vault.deposit(tx, owner.person, 'identity', { ...proven, birthDate: '1990-01-02' });
    typed = signet.personalData.respell(key, { givenName: accented });
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  expect(await typed).toMatchObject({ ok: true });
  expect(await signet.vault.read(key, 'identity')).toMatchObject({
    givenName: accented,
    birthDate: '1990-01-02',
  });
});
