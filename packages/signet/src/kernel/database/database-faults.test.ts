import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../../../../../test/support/repository.ts';
import { databaseFaultKinds, databaseFaultOf, isDatabaseAway, markDriverError } from '../index.ts';

const page = path.join(repository, 'docs/database-faults.md');

interface Row {
  readonly kind: string;
  readonly tests: readonly string[];
}

async function rowsUnder(heading: string): Promise<Row[]> {
  const [, part = ''] = (await readFile(page, 'utf8')).split(`## ${heading}\n`);
  const [section = ''] = part.split('\n## ');
  return [...section.matchAll(/^\| `(database-[a-z-]+)` \|(.+)\|$/gm)].map(([, kind = '', rest = '']) => ({
    kind,
    tests: [...(rest.split('|').at(-1) ?? '').matchAll(/\]\(([^)]+)\)/g)].map(([, file = '']) => file),
  }));
}

it.each([
  ['Away', databaseFaultKinds.away],
  ['Wrong', databaseFaultKinds.wrong],
])('docs/database-faults.md has a row for every kind under "%s", and no other', async (heading, kinds) => {
  expect((await rowsUnder(heading)).map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
});

it('each row names a test, which plays that very fault', async () => {
  for (const { kind, tests } of [...(await rowsUnder('Away')), ...(await rowsUnder('Wrong'))]) {
    expect(tests, kind).not.toEqual([]);
    const texts = await Promise.all(
      tests.map((file) => readFile(path.join(path.dirname(page), file), 'utf8')),
    );
    expect(texts.join(''), kind).toContain(kind);
  }
});

it('finding O2: a cause counts as what it caused, and what is not the database’s counts as nothing', () => {
  const tooSlow = Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' });
  expect(isDatabaseAway(new Error('no page', { cause: tooSlow }))).toBe(true);
  expect(isDatabaseAway(markDriverError(new Error('Query read timeout')))).toBe(true);
  for (const other of [
    new Error('timeout of a person'),
    { code: '23505' },
    { code: '28P01' },
    undefined,
    'x',
  ])
    expect(isDatabaseAway(other)).toBe(false);
  expect(databaseFaultOf({ code: '42P01' })).toBeUndefined();
});

it('finding O2: what the network says of a mail server or an authority is not said of the database', () => {
  const refused = () =>
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:587'), { code: 'ECONNREFUSED' });
  const notSent = new Error('the mail was not sent', { cause: refused() });
  for (const others of [
    refused(),
    notSent,
    new Error('Query read timeout'),
    new Error('Connection terminated'),
  ])
    expect(databaseFaultOf(others)).toBeUndefined();
  const ofDriver = markDriverError(refused());
  expect(databaseFaultOf(new Error('no page', { cause: ofDriver }))?.kind).toBe('database-unreachable');
});
