import pg from 'pg';
import { siblingUrl } from '../../../sandbox/postgres/index.ts';
import { type Form, folded, type Kind, type PersonFacts, type Trace, tracesOf } from './traces.ts';

/** Where something was written down, and what. */
export interface Trail {
  readonly where: string;
  readonly text: string | Buffer;
}

/** A person's fact found in clear. It names whose and which, never the value. */
export interface Finding {
  readonly where: string;
  readonly person: string;
  readonly kind: Kind;
  readonly form: Form;
}

export interface Watched {
  /** Databases to read whole, pg-boss's jobs and the audit log included: see `databasesOn`. */
  readonly databases?: readonly string[];
  /** Anything else by its name, such as `{ 'the log': lines, 'requested addresses': urls }`. */
  readonly written?: Readonly<Record<string, Iterable<unknown>>>;
}

/**
 * The tripwire: looks for SSN, birth date, document number, street and phone of `people` in everything that was written
 * down, spelled the usual ways, in plain text, percent-encoded, in hexadecimal and in base64.
 */
export async function tripwire(watched: Watched, people: readonly PersonFacts[]): Promise<Finding[]> {
  const traces = people.flatMap(tracesOf);
  const findings = Object.entries(watched.written ?? {}).flatMap(([where, items]) =>
    [...items].flatMap((item) => findingsIn({ where, text: asText(item) }, traces)),
  );
  for (const url of watched.databases ?? []) {
    for (const trail of await rowsOf(url)) findings.push(...findingsIn(trail, traces));
  }
  return distinct(findings);
}

/** The addresses of all databases on a server but templates and those named: the sandbox's own holds its people. */
export async function databasesOn(url: string, except: readonly string[] = []): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate ORDER BY datname',
    );
    return rows
      .filter(({ datname }) => !except.includes(datname))
      .map(({ datname }) => siblingUrl(url, datname));
  });
}

/** A sandbox person's facts, or those of anyone with a license and an address. */
export const factsOf = (person: {
  readonly id: string;
  readonly ssn: string;
  readonly birthDate: string;
  readonly license: { readonly number: string };
  readonly address: { readonly street: string };
  readonly phone: string;
}): PersonFacts => ({
  id: person.id,
  ssn: person.ssn,
  birthDate: person.birthDate,
  documentNumber: person.license.number,
  street: person.address.street,
  phone: person.phone,
});

function findingsIn({ where, text }: Trail, traces: readonly Trace[]): Finding[] {
  const readings = typeof text === 'string' ? [text] : [text.toString('utf8'), text.toString('latin1')];
  const plain = readings.flatMap((each) => [folded(each), folded(unescaped(each))]);
  return traces.flatMap(({ person, kind, form, pattern }) =>
    (form === 'plain' ? plain : readings).some((each) => pattern.test(each))
      ? [{ where, person, kind, form }]
      : [],
  );
}

/** What stands behind percent-encoding, a form's plus signs, and JSON's \u escapes. */
function unescaped(text: string): string {
  return text
    .replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('+', ' ');
}

const asText = (item: unknown): string | Buffer => {
  if (typeof item === 'string' || Buffer.isBuffer(item)) return item;
  return item instanceof URL ? item.href : (JSON.stringify(item) ?? String(item));
};

/** Every value of every row of every table of a database, bytes as bytes and all else as PostgreSQL writes it. */
function rowsOf(url: string): Promise<Trail[]> {
  return withClient(url, async (client) => {
    const tables = await client.query<{ schema: string; name: string }>(
      `SELECT schemaname AS schema, tablename AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1, 2`,
    );
    const trails: Trail[] = [];
    for (const { schema, name } of tables.rows) {
      const table = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
      const { rows } = await client.query<Record<string, string | Buffer | null>>({
        text: `SELECT * FROM ONLY ${table}`,
        types: { getTypeParser: ((type: number) => (type === bytea ? bytesOf : String)) as never },
      });
      for (const row of rows) {
        for (const [column, text] of Object.entries(row)) {
          if (text !== null) trails.push({ where: `${database(url)} ${schema}.${name}.${column}`, text });
        }
      }
    }
    return trails;
  });
}

const bytea = pg.types.builtins.BYTEA;
const bytesOf = (text: string): Buffer => Buffer.from(text.slice(2), 'hex'); // PostgreSQL writes \x and digits
const database = (url: string): string => new URL(url).pathname.slice(1);

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
