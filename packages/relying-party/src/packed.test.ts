import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { copyProductionDependencies } from '../../../scripts/production-dependencies.ts';
import { repository } from '../../../test/support/repository.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const run = promisify(execFile);

/** An empty project, with the package as `npm pack` makes it and exactly the dependencies that it names. */
let project: string;
let packed: readonly string[];
beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'signet-agency-'));
  const source = path.join(repository, 'packages', 'relying-party');
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', project], { cwd: source });
  const [{ filename, files }] = JSON.parse(stdout.slice(stdout.indexOf('[')));
  packed = files.map((file: { path: string }) => file.path);
  const installed = path.join(project, 'node_modules', '@signet', 'relying-party');
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', path.join(project, filename), '-C', installed, '--strip-components=1']);
  await copyProductionDependencies(repository, path.join('packages', 'relying-party'), project);
  await writeFile(path.join(project, 'package.json'), JSON.stringify({ type: 'module' }));
  await writeFile(
    path.join(project, 'main.js'),
    `import { createRelyingParty, IAL2, levelMet } from '@signet/relying-party';
import { createAgencySignIn, sessionClock } from '@signet/relying-party/hono';
console.log([typeof createRelyingParty, IAL2.slice(0, 4), typeof levelMet, typeof createAgencySignIn, sessionClock.type].join(' '));`,
  );
});
afterAll(() => rm(project, { recursive: true, force: true }));

it('finding F13: packs what runs and its types, and neither tests nor sources', () => {
  for (const file of [
    'README.md',
    'dist/index.js',
    'dist/index.d.ts',
    'dist/hono/index.js',
    'dist/hono/session-clock.js',
  ])
    expect(packed).toContain(file);
  expect(packed.filter((file) => /\.test\.|(?<!\.d)\.ts$|example/.test(file))).toEqual([]);
});

it.each(['test/node-versions/20', 'test/node-versions/22', '.'])(
  'imports under the Node of %s, where nothing but its dependencies is installed',
  async (of) => {
    const node = path.join(repository, of, 'node_modules', 'node', 'bin', 'node');
    const { stdout } = await run(node, ['main.js'], { cwd: project });
    expect(stdout.trim()).toMatch(/^function \S+ function function text\/javascript/);
  },
);

it('names every package that its code imports', async () => {
  const manifest = JSON.parse(
    await readFile(path.join(project, 'node_modules/@signet/relying-party/package.json'), 'utf8'),
  );
  const named = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const imported = new Set<string>();
  for (const file of packed.filter((one) => one.endsWith('.js') || one.endsWith('.d.ts'))) {
    const text = await readFile(path.join(project, 'node_modules/@signet/relying-party', file), 'utf8');
    for (const [, from = ''] of text.matchAll(/(?:from|import\() ?'([^'.][^']*)'/g))
      if (!from.startsWith('node:'))
        imported.add(
          from
            .split('/')
            .slice(0, from.startsWith('@') ? 2 : 1)
            .join('/'),
        );
  }
  expect([...imported].filter((name) => !named.includes(name))).toEqual([]);
});

it('its types are understood by a project that knows nothing of this repository', async () => {
  await cp(path.join(repository, 'packages/relying-party/src/example.ts'), path.join(project, 'example.ts'));
  const text = await readFile(path.join(project, 'example.ts'), 'utf8');
  await writeFile(
    path.join(project, 'example.ts'),
    text
      .replace("'./hono/index.ts'", "'@signet/relying-party/hono'")
      .replace("'./index.ts'", "'@signet/relying-party'"),
  );
  for (const types of [
    '@types/pg',
    '@types/node',
    'pg-types',
    'pg-protocol',
    'undici-types',
    'pg',
    'hono',
    'zod',
    'jose',
    'openid-client',
    'oauth4webapi',
  ])
    await cp(path.join(repository, 'node_modules', types), path.join(project, 'node_modules', types), {
      recursive: true,
    });
  const compiler = path.join(repository, 'node_modules', '.bin', 'tsc');
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
  await run(compiler, [...flags, 'example.ts'], { cwd: project }).catch((error: { stdout: string }) => {
    throw new Error(error.stdout);
  });
});
