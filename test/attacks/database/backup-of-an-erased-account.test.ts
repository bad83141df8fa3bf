import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { erasures, readErasuresArgs } from '../../../packages/signet/src/commands/erasures.ts';
import { logLines, toJsonLine } from '../../../packages/signet/src/modules/audit/index.ts';
import { CookieBrowser } from '../../support/browser/cookie-browser.ts';
import { tablesHolding } from '../../support/database/rows-naming.ts';
import { startSignet, type TestSignet } from '../../support/sites/signet.ts';
import { openWithStoredValues } from '../../support/tripwire/vault-attacker.ts';
import { headingIn, submit } from '../../support/visitors/signet-visitor.ts';
import { makeVerified, type VerifiedVisitor } from '../../support/visitors/verified-visitor.ts';

let world: TestSignet;
let gone: VerifiedVisitor;
let exported: string;
let dir: string;
beforeAll(async () => {
  world = await startSignet();
  dir = await mkdtemp(path.join(tmpdir(), 'signet-backup-'));
  gone = await makeVerified(world);
  await backUp();
  await erase(gone);
  await world.signet.sequencer.sequence();
  await world.signet.checkpointer.checkpoint();
  exported = path.join(dir, 'audit.jsonl');
  const lines = [];
  for await (const line of logLines(db())) lines.push(toJsonLine(line));
  await writeFile(exported, lines.join(''));
});
afterAll(async () => {
  await world.close();
  await rm(dir, { recursive: true });
});

const db = () => world.signet.resources.pool.db;
/** Parents before their children, as putting back needs it. */
const tables = () => {
  const parents = [
    'people',
    'vaults',
    'passkey_users',
    'recovery_code_sets',
    'account_deletions',
    'proofing_cases',
  ];
  return [...parents, ...world.signet.personalData.tables.filter((table) => !parents.includes(table))];
};

async function backUp(): Promise<void> {
  await sql`CREATE SCHEMA backup`.execute(world.owner.db);
  for (const table of tables())
    await sql`CREATE TABLE ${sql.table(`backup.${table}`)} AS SELECT * FROM ${sql.table(table)}`.execute(
      world.owner.db,
    );
}

async function putBack(): Promise<void> {
  for (const table of tables())
    await sql`INSERT INTO ${sql.table(table)} SELECT * FROM ${sql.table(`backup.${table}`)}`.execute(
      world.owner.db,
    );
}

async function erase({ person }: VerifiedVisitor): Promise<void> {
  await world.signet.personalData.deletion.ask(person);
  for (const column of ['due_at', 'closed_at']) {
    await sql`UPDATE account_deletions SET ${sql.ref(column)} = now() - interval '1 hour'`.execute(db());
    await world.signet.personalData.deletion.sweep();
  }
}

const account = (browser: CookieBrowser) => browser.visit(`${world.origin}/account/data`);

async function signInWithCode(code = ''): Promise<string> {
  const browser = new CookieBrowser();
  const start = await browser.visit(`${world.origin}/sign-in`);
  const after = await submit(browser, start, '/sign-in', { email: gone.email, password: gone.password });
  if (headingIn(after) === 'Sign in') return 'Sign in';
  const page = await browser.visit(`${world.origin}/sign-in/recovery-code`);
  return headingIn(await submit(browser, page, '/sign-in/recovery-code', { code }));
}

describe('attack, the backup of an erased account', () => {
  it('A27: after the erasure neither the old cookie nor the old password and recovery code open anything', async () => {
    expect(headingIn(await account(gone.browser.copy()))).toBe('Sign in');
    expect(await signInWithCode(gone.recoveryCodes[0])).toBe('Sign in');
    expect(await world.signet.vault.exists(gone.person)).toBe(false);
  });

  it('A27: put back and with the KMS, the backup opens for its person alone, and for no thief of all that is stored', async () => {
    await putBack();
    expect(await openWithStoredValues(world.owner.pg, world.signet.vault)).toEqual([]);
    expect((await account(gone.browser.copy())).body).toContain(`•••-••-${gone.ssn.slice(-4)}`); // decision 19
  }, 120_000);

  it('A27: once the erasures are made again nothing of it is left, and nobody is mailed a second time', async () => {
    const before = (await world.mailTo(gone.email)).length;
    const said = await readErasuresArgs(['replay', exported])?.(world.signet);
    expect(said).toBe('The log tells of 1 erasures; 1 of those accounts were here again and are erased.');
    expect(await readErasuresArgs(['replay', exported])?.(world.signet)).toContain('; 0 of those');
    await sql`DROP SCHEMA backup CASCADE`.execute(world.owner.db);
    expect(await tablesHolding(db(), [gone.person])).toEqual([]);
    expect(headingIn(await account(gone.browser))).toBe('Sign in');
    expect((await world.mailTo(gone.email)).length).toBe(before);
    expect(readErasuresArgs(['list'])).toBeUndefined();
    expect(erasures.usage).toContain('node main.js erasures replay EXPORT');
  });
});
