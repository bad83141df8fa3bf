import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { departmentDatabase, noteDatabase } from './department-database.ts';

it.each(['mysql://me:hunter2@db', 'postgres://me:hunter#2@db/x'])(
  'attack: a database address that cannot be read is named and never printed: %s',
  async (url) => {
    const refused = await departmentDatabase({ REVENUE_DATABASE_URL: url }).catch(String);
    expect(refused).toContain('REVENUE_DATABASE_URL');
    expect(refused).not.toContain('hunter');
  },
);

it('where nothing has run it says so', async () => {
  const where = { SIGNET_DATA_DIR: '/nowhere' };
  await expect(departmentDatabase(where)).rejects.toThrow(
    /no Department of Revenue runs in \/nowhere.*npm start/,
  );
});

it('finds the department of a sandbox by what it noted, for its owner alone, while it runs, and the setting goes before', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'sandbox-'));
  try {
    const dataDir = path.join(folder, 'revenue');
    await mkdir(dataDir);
    await noteDatabase(dataDir, 'postgres://of-the-sandbox/revenue');
    expect((await stat(path.join(dataDir, 'running.json'))).mode & 0o777).toBe(0o600);
    const where = { SIGNET_DATA_DIR: folder };
    expect(await departmentDatabase(where)).toBe('postgres://of-the-sandbox/revenue');
    const named = { ...where, REVENUE_DATABASE_URL: 'postgres://elsewhere/revenue' };
    expect(await departmentDatabase(named)).toBe('postgres://elsewhere/revenue');

    const file = path.join(dataDir, 'running.json');
    const ofThisProcess = await readFile(file, 'utf8');
    await writeFile(file, ofThisProcess.replace(String(process.pid), String(2 ** 22 + 1))); // beyond any that Linux gives out
    await expect(departmentDatabase(where)).rejects.toThrow(/no Department of Revenue runs in /);
  } finally {
    await rm(folder, { recursive: true });
  }
});
