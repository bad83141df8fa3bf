import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxPeople } from '../../../sandbox/people/people.ts';
import { createTestDatabase, type TestDatabase } from '../database/database.ts';
import { databasesOn, factsOf, tripwire } from './tripwire.ts';

const person = {
  id: 'planted-person',
  ssn: '900-12-0001',
  birthDate: '1984-03-09',
  documentNumber: 'Q1234567',
  street: '7 Río Verde Lane',
  phone: '+12025550188',
};
const find = (...written: unknown[]) => tripwire({ written: { here: written } }, [person]);

const spelled = {
  ssn: ['900-12-0001', '900120001', '900 12 0001'],
  'birth-date': ['1984-03-09', '03/09/1984', '3/9/1984', '03-09-1984', '19840309', '03091984', '1984/03/09'],
  'document-number': ['Q1234567', 'q1234567'],
  street: ['7 Río Verde Lane', '7 RIO VERDE LANE', '7  río verde lane'],
  phone: ['+12025550188', '2025550188', '(202) 555-0188', '202-555-0188', '202 555 0188', '202.555.0188'],
};

describe('a leak is found', () => {
  const leaks = Object.entries(spelled).flatMap(([kind, values]) => values.map((value) => ({ kind, value })));

  it.each(leaks)('in plain text: $kind as $value', async ({ kind, value }) => {
    expect(await find(`before ${value} after`)).toEqual([
      { where: 'here', person: person.id, kind, form: 'plain' },
    ]);
    expect(await find({ nested: [{ value }] })).toHaveLength(1);
  });

  it.each(leaks)('within an address: $kind as $value', async ({ kind, value }) => {
    const query = new URLSearchParams({ q: value });
    for (const address of [new URL(`http://a.example/?${query}`), `/x/${encodeURIComponent(value)}`]) {
      expect(await find(address)).toEqual([expect.objectContaining({ kind })]);
    }
  });

  const exact = Object.entries(spelled).flatMap(([kind, [value = '']]) => ({ kind, value }));
  it.each(exact)('in hexadecimal and base64, wherever it begins: $kind', async ({ kind, value }) => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const bytes = Buffer.from(`${before}${value}z`);
      expect(await find(bytes.toString('hex'))).toContainEqual(
        expect.objectContaining({ kind, form: 'hex' }),
      );
      for (const form of ['base64', 'base64url'] as const)
        expect(await find(bytes.toString(form))).toContainEqual(
          expect.objectContaining({ kind, form: 'base64' }),
        );
    }
  });

  it('in JSON whose letters are escaped', async () => {
    expect(await find(String.raw`{"street":"7 R\u00edo Verde Lane"}`)).toHaveLength(1);
  });
});

it('finds nothing in what only resembles a fact', async () => {
  const harmless = ['9001200012', 'at 1984-03-10', '119840309', '**-**-0001', 'Verde Lane', 'Q123456'];
  expect(await find(...harmless)).toEqual([]);
});

it('never says the value', async () => {
  const said = JSON.stringify(await find(...Object.values(spelled).flat()));
  for (const value of Object.values(spelled).flat()) expect(said).not.toContain(value);
});

describe('a database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ empty: true });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(`
      CREATE SCHEMA jobs;
      CREATE TABLE jobs.queue (data jsonb, noticed timestamptz);
      CREATE TABLE kept (born date, number bigint, utf8 bytea, latin1 bytea, words text[], fine text)`);
    await client.query(`INSERT INTO jobs.queue VALUES ('{"to":{"street":"7 Río Verde Lane"}}', now())`);
    await client.query(
      `INSERT INTO kept VALUES ('1984-03-09', 900120001, $1, $2, '{"no. Q1234567"}', 'nothing')`,
      [Buffer.from('\u0000\u00ff7 Río Verde Lane'), Buffer.from('\u00ff7 Río Verde Lane', 'latin1')],
    );
    await client.end();
  });
  afterAll(() => database.drop());

  it('is read whole: every schema, table, column and type', async () => {
    const findings = await tripwire({ databases: [database.url] }, [person]);
    const places = findings.map(({ where, kind }) => `${where.split(' ')[1]} ${kind}`);
    expect(places.sort()).toEqual([
      'jobs.queue.data street',
      'public.kept.born birth-date',
      'public.kept.latin1 street',
      'public.kept.number ssn',
      'public.kept.utf8 street',
      'public.kept.words document-number',
    ]);
  });

  it('is found beside others on its server, and left out by name', async () => {
    const name = new URL(database.url).pathname.slice(1);
    expect(await databasesOn(database.url)).toContain(database.url);
    expect(await databasesOn(database.url, [name])).not.toContain(database.url);
  });
});

it('knows every sandbox person', async () => {
  const written = { records: sandboxPeople };
  const found = await tripwire({ written }, sandboxPeople.map(factsOf));
  expect(new Set(found.map((finding) => finding.person)).size).toBe(sandboxPeople.length);
});
