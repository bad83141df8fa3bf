import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CookieBrowser } from '../../../../test/support/browser/cookie-browser.ts';
import { sendForm } from '../../../../test/support/browser/send-form.ts';
import { agent, type RevenueWorld, startRevenueWorld } from '../../test-world.ts';
import { runStaffCommand } from './run-staff-command.ts';
import { readStaffArgs, staffUsage } from './staff-command.ts';

let world: RevenueWorld;

beforeAll(async () => {
  world = await startRevenueWorld();
});
afterAll(() => world.close());

async function command(...args: string[]): Promise<string> {
  const act = readStaffArgs(args);
  return act ? runStaffCommand(world.databaseUrl, act) : staffUsage;
}

/** As an operator runs it. */
async function program(environment: Record<string, string>, ...args: string[]) {
  const env = { ...process.env, ...environment };
  const file = path.join(import.meta.dirname, 'main.ts');
  return promisify(execFile)(process.execPath, [file, ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      stdout,
      stderr,
    }),
  );
}

async function rows(table: string): Promise<string> {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const { rows } = await client.query(`SELECT t::text FROM ${table} t`);
  await client.end();
  return JSON.stringify(rows);
}

async function enroll(sub: string, code: string) {
  const browser = new CookieBrowser();
  world.signet.visitor = agent(sub);
  const form = await browser.visit(`${world.revenue.origin}/staff/sign-in?return_to=/staff/enroll`);
  return { browser, visit: await sendForm(browser, form, '/staff/enroll', { code }) };
}

it('invites beside a department that runs: the code makes one person staff, once, and is kept nowhere in clear', async () => {
  const said = await command('invite');
  const [, code = '', until = '', pseudonym = ''] =
    /^((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})\n.* until (\S+)\. .* as (agent-\d{8})\.$/s.exec(said) ?? [];
  const hours = (Date.parse(until) - Date.now()) / 3_600_000;
  expect(hours).toBeGreaterThan(23.9);
  expect(hours).toBeLessThanOrEqual(24);
  for (const kept of [await rows('staff_invitations'), world.lines.join()]) {
    expect(kept.replaceAll('-', '')).not.toContain(code.replaceAll('-', ''));
  }
  const { browser, visit } = await enroll('first', code);
  expect([visit.status, visit.url.pathname]).toEqual([200, '/staff']);
  expect((await enroll('second', code)).visit.status).toBe(422);

  expect(await command('end', pseudonym)).toBe(`${pseudonym}: no longer staff.`);
  expect((await browser.visit(`${world.revenue.origin}/staff`)).status).toBe(404);
  await expect(command('end', pseudonym)).rejects.toThrow(`${pseudonym}: not staff.`);
});

it('`npm run staff` finds the department that runs in the data folder', async () => {
  const run = await program({ SIGNET_DATA_DIR: world.folder }, 'invite');
  expect(run.stdout).toMatch(/^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}\n/);
  expect(await program({ SIGNET_DATA_DIR: '/nowhere' }, 'invite')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^[^\n]*\/nowhere[^\n]*npm start[^\n]*\n$/),
  });
});

it('says in one line that its database does not answer, without the address', async () => {
  const refused = 'postgres://revenue:hunter2@127.0.0.1:1/revenue';
  const { code, stderr } = await program({ REVENUE_DATABASE_URL: refused }, 'invite');
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^[^\n]*REVENUE_DATABASE_URL[^\n]*ECONNREFUSED[^\n]*\n$/),
  ]);
  expect(stderr).not.toContain('hunter2');
});

it('says how it is used beside no department: on request, and after a slip as a mistake', async () => {
  const nowhere = { SIGNET_DATA_DIR: '/nowhere' };
  const [asked, slip] = await Promise.all([program(nowhere, '--help'), program(nowhere, 'invit')]);
  expect(asked).toEqual({ code: 0, stdout: `${staffUsage}\n`, stderr: '' });
  expect(slip).toEqual({ code: 2, stdout: '', stderr: `${staffUsage}\n` });
});

it('attack, a code that reached the wrong person: ending the agent that it would make takes it back', async () => {
  const said = await command('invite');
  const [code = '', pseudonym = ''] = [/^\S+/.exec(said)?.[0], /agent-\d{8}/.exec(said)?.[0]];
  expect(await command('end', pseudonym)).toBe(`${pseudonym}: invitation taken back.`);
  expect((await enroll('thief', code)).visit.status).toBe(422);
});

it('attack, an agent who was given two codes: the second makes no second name, and what is said of it is true', async () => {
  const both = [await command('invite'), await command('invite')].map((said) => ({
    code: /^\S+/.exec(said)?.[0] ?? '',
    pseudonym: /agent-\d{8}/.exec(said)?.[0] ?? '',
  }));
  for (const { code } of both) expect((await enroll('twice', code)).visit.url.pathname).toBe('/staff');
  const [first, second] = both.map(({ pseudonym }) => pseudonym);
  expect(await command('end', second ?? '')).toBe(`${second}: invitation taken back.`);
  expect(await command('end', first ?? '')).toBe(`${first}: no longer staff.`);
});

it.each([
  [[]],
  [['list']],
  [['invite', 'somebody']],
  [['end']],
  [['end', 'Ana Rivera']],
  [['end', 'agent-12345678', 'agent-87654321']],
])('%j: says how it is used, and invites nobody', async (args) => {
  const before = await rows('staff_invitations');
  expect(await command(...args)).toContain('npm run staff -- invite');
  expect(await rows('staff_invitations')).toBe(before);
});
