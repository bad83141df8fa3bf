import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../support/repository.ts';

const modules = path.join(repository, 'packages/signet/src/modules');
const table = path.join(modules, 'agencies/attributes');
const compiler = path.join(repository, 'node_modules/.bin/tsc');

/** What the compiler finds in a program of this text, beside the house's own files that it imports. */
async function complaints(text: string): Promise<string> {
  const dir = await mkdtemp(path.join(repository, 'node_modules/.attribute-'));
  try {
    await writeFile(path.join(dir, 'added.ts'), text);
    const config = { extends: path.join(repository, 'tsconfig.json'), include: ['added.ts'], exclude: [] };
    await writeFile(path.join(dir, 'tsconfig.json'), JSON.stringify(config));
    return await new Promise((resolve) => {
      execFile(compiler, ['-p', dir, '--pretty', 'false'], (_error, stdout) => resolve(stdout));
    });
  } finally {
    await rm(dir, { recursive: true });
  }
}

const row = (over: Readonly<Record<string, string | undefined>> = {}): string => {
  const parts: Readonly<Record<string, string | undefined>> = {
    heldIn: `'email'`,
    scopes: `['profile']`,
    claims: `['nickname', 'zoneinfo']`,
    verified: 'false',
    ownAgreement: 'false',
    title: `{ en: 'Your nickname', es: 'Su apodo' }`,
    release: `({ address }) => ({ nickname: address, zoneinfo: undefined })`,
    shown: `({ address }) => ({ full: address })`,
    ...over,
  };
  const written = Object.entries(parts).flatMap(([name, value]) => (value ? [`  ${name}: ${value},`] : []));
  return `import { attribute } from '${table}/attribute.ts';\nexport const added = attribute({\n${written.join('\n')}\n});\n`;
};

it('an attribute with everything that belongs to one compiles', async () => {
  expect(await complaints(row())).toBe('');
});

it.each([
  ['is not released at all', { release: undefined }, /Property 'release' is missing/],
  [
    'names a claim and does not fill it',
    { release: '() => ({ nickname: undefined })' },
    /Property 'zoneinfo' is missing/,
  ],
  ['is asked for by no scope', { scopes: '[]' }, /Source has 0 element\(s\) but target requires 1/],
  [
    'is asked for by a scope that there is not',
    { scopes: `['nicknames']` },
    /Type '"nicknames"' is not assignable/,
  ],
  ['is without words in Spanish', { title: `{ en: 'Your nickname' }` }, /Property 'es' is missing/],
  ['is not shown before it is given', { shown: undefined }, /Property 'shown' is missing/],
  [
    'says nothing of an agreement of its own',
    { ownAgreement: undefined },
    /Property 'ownAgreement' is missing/,
  ],
  [
    'reads another place than it says that it is held in',
    { shown: '({ birthDate }) => ({ full: birthDate })' },
    /Property 'birthDate' does not exist/,
  ],
])('an attribute that %s does not compile', async (_what, over, complaint) => {
  expect(await complaints(row(over))).toMatch(complaint);
});

it('finding H3: a new place where attributes are held does not compile until every release and every preview looks there', async () => {
  const told = await complaints(`
import '${modules}/federation/release/holdings.ts';
declare module '${table}/attribute.ts' {
  interface Held {
    readonly phone: { readonly number: string };
  }
}
`);
  expect(told).toMatch(/holdings\.ts.*Property 'phone' is missing/);
});
