import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../support/repository.ts';

const source = path.join(repository, 'packages/signet/src');
const compiler = path.join(repository, 'node_modules/.bin/tsc');

/**
 * Which declarations of `platform` can be reached from the faces of the modules in `root`. A declaration names only what
 * a signature needs: what a file imports for its own work is not in it.
 */
async function platformInFaces(root: string): Promise<string[]> {
  const out = await mkdtemp(path.join(repository, 'node_modules/.faces-'));
  try {
    await declare(root, out);
    const modules = await readdir(path.join(out, 'modules'));
    const found = await Promise.all(
      modules.map(async (name) => {
        const chain = await chainToPlatform(path.join(out, 'modules', name, 'index.d.ts'), out);
        return chain ? [chain.map((file) => path.relative(out, file)).join(' > ')] : [];
      }),
    );
    return found.flat();
  } finally {
    await rm(out, { recursive: true });
  }
}

async function declare(root: string, out: string): Promise<void> {
  const config = path.join(out, 'tsconfig.json');
  const emitted = { noEmit: false, declaration: true, emitDeclarationOnly: true, rootDir: root, outDir: out };
  const extended = path.join(repository, 'tsconfig.json');
  const include = ['modules/*/index.ts', 'modules/**/*.d.ts'].map((files) => path.join(root, files));
  await writeFile(config, JSON.stringify({ extends: extended, compilerOptions: emitted, include }));
  await new Promise<void>((resolve, reject) => {
    execFile(compiler, ['-p', config, '--pretty', 'false'], (error, stdout) =>
      error ? reject(new Error(stdout)) : resolve(),
    );
  });
}

/** The shortest way from a declaration to one of `platform`, or undefined where there is none. */
async function chainToPlatform(face: string, out: string): Promise<string[] | undefined> {
  const seen = new Set([face]);
  let waiting: string[][] = [[face]];
  while (waiting.length > 0) {
    const next: string[][] = [];
    for (const chain of waiting) {
      const [last = ''] = chain.slice(-1);
      if (last.startsWith(path.join(out, 'platform/'))) return chain;
      for (const named of await namedIn(last)) {
        if (!seen.has(named)) next.push([...chain, named]);
        seen.add(named);
      }
    }
    waiting = next;
  }
  return undefined;
}

async function namedIn(declaration: string): Promise<string[]> {
  const text = await readFile(declaration, 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)\.tsx?['"]/g)].map(([, file]) =>
    path.join(path.dirname(declaration), `${file}.d.ts`),
  );
}

it('no type of the platform passes through the face of a module', async () => {
  expect(await platformInFaces(source)).toEqual([]);
});

it('the check sees a type that a face hands on through other files, and not what a file uses inside', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'signet-house-'));
  const files: Readonly<Record<string, string>> = {
    'package.json': '{ "type": "module" }',
    'platform/log/index.ts':
      'export interface Log { say(line: string): void }\nexport const open = (): Log => ({ say: () => undefined });',
    'modules/tight/index.ts': "export { count } from './count.ts';",
    'modules/tight/count.ts':
      "import { open } from '../../platform/log/index.ts';\nexport const count = (): number => { open().say('one'); return 1; };",
    'modules/leaking/index.ts': "export type { Deps } from './deps.ts';",
    'modules/leaking/deps.ts':
      "import type { open } from '../../platform/log/index.ts';\nexport interface Deps { readonly log: ReturnType<typeof open> }",
  };
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(root, name)), { recursive: true });
      await writeFile(path.join(root, name), text);
    }
    expect(await platformInFaces(root)).toEqual([
      'modules/leaking/index.d.ts > modules/leaking/deps.d.ts > platform/log/index.d.ts',
    ]);
  } finally {
    await rm(root, { recursive: true });
  }
});
