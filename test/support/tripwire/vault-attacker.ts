import { createHash } from 'node:crypto';
import type pg from 'pg';
import { asId, type PersonId, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import type { Vault, WayIn } from '../../../packages/signet/src/modules/vault/index.ts';

/**
 * The thief of docs/design.md §4: has a copy of the whole database and, through `vault`, the use of the KMS key beside it,
 * but nothing that only a person holds. Tries every stored value, in every form that bytes take in rows, as the
 * secret of every wrap and every session. Returns what opened, described; it must be nothing. (The queue's own tables
 * are left out: jobs carry identifiers that stand elsewhere too, and codes.)
 */
export async function openWithStoredValues(database: pg.Pool, vault: Vault): Promise<string[]> {
  const rows = await everyRow(database);
  const secrets = distinct(rows.flatMap(({ row }) => Object.values(row)).flatMap(formsOf)).flatMap((value) =>
    value.length < 16 ? [sha256(value)] : [value, sha256(value)],
  );
  const wraps = rows.filter(({ table }) => table === 'vault_wraps').map(({ row }) => row);
  const people = new Set(rows.filter(({ table }) => table === 'vaults').map(({ row }) => String(row.person)));
  const bytes = distinct(
    rows.flatMap(({ row }) => Object.values(row)).filter((value) => Buffer.isBuffer(value)),
  ).filter(mayHoldAKey);
  const opened: string[] = [];
  for (const secret of secrets.map((value) => new Redacted<Uint8Array>(value))) {
    for (const wrap of wraps) {
      const way = { kind: wrap.kind as WayIn['kind'], ref: String(wrap.ref), secret };
      const outcome = await vault.open(asId<PersonId>(String(wrap.person)), way).catch(() => undefined);
      if (outcome?.ok) opened.push(`${way.kind} ${way.ref}`);
    }
    for (const person of people) {
      for (const wrapped of bytes) {
        const key = await vault
          .openForSession(asId<PersonId>(person), wrapped, secret)
          .catch(() => undefined);
        if (key) opened.push('session');
      }
    }
  }
  return [...new Set(opened)];
}

interface FoundRow {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

async function everyRow(database: pg.Pool): Promise<FoundRow[]> {
  const { rows: tables } = await database.query<{ name: string; quoted: string }>(
    `SELECT relname AS name, format('%I.%I', nspname, relname) AS quoted
     FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE relkind = 'r' AND nspname NOT IN ('pg_catalog', 'information_schema', 'pgboss')`,
  );
  const found: FoundRow[] = [];
  for (const { name, quoted } of tables) {
    const { rows } = await database.query<Record<string, unknown>>(`SELECT * FROM ${quoted}`);
    found.push(...rows.map((row) => ({ table: name, row })));
  }
  return found;
}

/** The bytes that a stored value may stand for: itself, its parts (`$argon2id$…`, JSON), hex, base64. */
function formsOf(value: unknown): Buffer[] {
  if (Buffer.isBuffer(value)) return [value, ...(value.length > 32 ? windows(value) : [])];
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap(formsOf);
  if (typeof value !== 'string') return [];
  const parts = value.split(/[$:,."\s]+/).filter((part) => part.length >= 16);
  return [value, ...parts].flatMap((text) => [
    Buffer.from(text),
    ...(/^([0-9a-f]{2})+$/i.test(text) ? [Buffer.from(text, 'hex')] : []),
    ...(/^[\w+/=-]+$/.test(text) ? [Buffer.from(text, 'base64')] : []),
  ]);
}

/** A wrapped key is longer than the key's 32 bytes and its tag, and far from a picture or a page of text. */
const mayHoldAKey = ({ length }: Buffer): boolean => length > 48 && length < 256;

/** A key of 32 bytes may stand at either end of a longer value, or after a version byte. */
const windows = (value: Buffer): Buffer[] => [
  value.subarray(0, 32),
  value.subarray(1, 33),
  value.subarray(-32),
];

const sha256 = (value: Buffer): Buffer => createHash('sha256').update(value).digest();

const distinct = (values: readonly Buffer[]): Buffer[] => [
  ...new Map(
    values.filter((value) => value.length > 0).map((value) => [value.toString('hex'), value]),
  ).values(),
];
