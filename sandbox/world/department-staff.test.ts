import { afterEach, expect, it, vi } from 'vitest';
import { departmentStaff } from './department-staff.ts';

afterEach(() => vi.unstubAllEnvs());

it.each(['mysql://me:hunter2@db', 'postgres://me:hunter#2@db/x'])(
  'attack: a database address that cannot be read is named and never printed: %s',
  async (url) => {
    vi.stubEnv('REVENUE_DATABASE_URL', url);
    const refused = await departmentStaff(['invite']).catch(String);
    expect(refused).toContain('REVENUE_DATABASE_URL');
    expect(refused).not.toContain('hunter');
  },
);

it('where nothing has run it says so', async () => {
  vi.stubEnv('SIGNET_DATA_DIR', '/nowhere');
  await expect(departmentStaff(['invite'])).rejects.toThrow(/no Signet has run in \/nowhere/);
});
