import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
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
  await expect(departmentDatabase(where)).rejects.toThrow(/no Department of Revenue has run in \/nowhere/);
});

it('finds the department of a sandbox by what it noted, for its owner alone, and the setting goes before', async () => {
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
  } finally {
    await rm(folder, { recursive: true });
  }
});
