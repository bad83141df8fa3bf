import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { expect, it } from 'vitest';
import { startEmbeddedPostgres } from './index.ts';

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

it('finding O10: killed, it is started again at the same address, with what was kept, and stays stopped once it is stopped', async () => {
  const dir = await mkdtemp(path.join(tmpdir(), 'signet-killed-'));
  const ended: unknown[] = [];
  const server = await startEmbeddedPostgres({ dir, onEnded: (error) => void ended.push(error) });
  await ask(server.url, 'CREATE TABLE kept (what text)');
  for (const times of [1, 2]) {
    const [pid] = (await readFile(path.join(await dataFolder(server.url), 'postmaster.pid'), 'utf8')).split(
      '\n',
    );
    process.kill(Number(pid), 'SIGKILL');
    await expect.poll(() => ended.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(times);
    await expect.poll(() => answers(server.url), { timeout: 60_000 }).toBe(true);
    expect(await ask(server.url, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 0 }]);
  }
  await server.stop();
  expect(await answers(server.url)).toBe(false);
  await rm(dir, { recursive: true });
});

async function ask(connectionString: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const dataFolder = async (url: string): Promise<string> => {
  const [row] = (await ask(url, 'SHOW data_directory')) as { data_directory: string }[];
  return row?.data_directory ?? '';
};
