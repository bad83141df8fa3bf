import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { expect, it } from 'vitest';

const startsAndIsCutOff = `
  import { startEmbeddedPostgres } from '${path.join(import.meta.dirname, 'embedded.ts')}';
  const { url } = await startEmbeddedPostgres({ dir: process.env.DIR });
  process.stdout.write(url, () => process.exit(0));
`;

const answers = async (connectionString: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString });
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
};

it('attack, a program that ends before it could stop its database: the database ends as well', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-cut-off-'));
  const program = ['--input-type=module', '-e', startsAndIsCutOff];
  const { stdout: url } = await promisify(execFile)(process.execPath, program, {
    env: { ...process.env, DIR: dir },
  });
  expect(url).toMatch(/^postgres:/);
  await expect.poll(() => answers(url), { timeout: 10_000 }).toBe(false);
  await rm(dir, { recursive: true, maxRetries: 20, retryDelay: 100 }); // it may still be writing its last
});
