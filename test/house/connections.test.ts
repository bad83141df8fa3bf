import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');

/** Programs that run for people; a test's own client may end the test. */
const sources = (): string[] =>
  execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', 'packages', 'agencies', 'sandbox'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && !/(?:\.test|test-world)\.tsx?$/.test(file));

/** What opens a connection, and who must listen for its loss where that is written. */
const listeners: readonly (readonly [opens: RegExp, listens: readonly RegExp[]])[] = [
  [/new pg\.Client\(/, [/\bclient\.on\('error', /]],
  [/new pg\.Pool\(/, [/\bpool\.on\('error', /]],
  // the pool does not listen while somebody holds a connection
  [
    /new pg\.Pool\([\s\S]*\.connect\(\)|PostgresDialect/,
    [/on\('connect', \(client\) => client\.on\('error', /],
  ],
];

const unheard = (text: string): string[] =>
  listeners.flatMap(([opens, listens]) =>
    opens.test(text) ? listens.filter((one) => !one.test(text)).map(String) : [],
  );

it('finding O2: no connection to a database is opened whose loss would end the process, for want of a listener', () => {
  const found = sources().flatMap((file) =>
    unheard(readFileSync(path.join(root, file), 'utf8')).map((lacks) => `${file}: ${lacks}`),
  );
  expect(found).toEqual([]);
});

it('a client and a pool without a listener are named', () => {
  expect(unheard('const client = new pg.Client({});\nawait client.connect();')).toHaveLength(1);
  expect(unheard('const pool = new pg.Pool({});\nawait pool.query(text);')).toHaveLength(1);
  expect(
    unheard("const pool = new pg.Pool({});\npool.on('error', tell);\nawait pool.connect();"),
  ).toHaveLength(1);
});
