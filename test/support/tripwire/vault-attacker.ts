import { createHash } from 'node:crypto';
import type pg from 'pg';
import { asId, type PersonId, Redacted } from '../../../packages/signet/src/kernel/index.ts';
import {
  createVault,
  type postgresVaultStore,
  type Vault,
  type WayIn,
} from '../../../packages/signet/src/modules/vault/index.ts';
import type { Kms } from '../../../packages/signet/src/platform/kms/index.ts';

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
  const keys = wrappedKeys(rows);
  const opened: string[] = [];
  for (const secret of secrets.map((value) => new Redacted<Uint8Array>(value))) {
    for (const wrap of wraps) {
      const way = { kind: wrap.kind as WayIn['kind'], ref: String(wrap.ref), secret };
      const outcome = await vault.open(asId<PersonId>(String(wrap.person)), way).catch(() => undefined);
      if (outcome?.ok) opened.push(`${way.kind} ${way.ref}`);
    }
    for (const { person, wrapped } of keys) {
      const key = await vault.openForSession(asId<PersonId>(person), wrapped, secret).catch(() => undefined);
      if (key) opened.push('session');
    }
  }
  return [...new Set(opened)];
}

/** What may be a key wrapped for a session, each with the person whose row it is in; in a row of nobody, with everybody. */
function wrappedKeys(rows: readonly FoundRow[]): { readonly person: string; readonly wrapped: Buffer }[] {
  const people = rows.filter(({ table }) => table === 'vaults').map(({ row }) => String(row.person));
  const all = rows.flatMap(({ row }) =>
    Object.values(row)
      .filter((value) => Buffer.isBuffer(value))
      .filter(mayHoldAKey)
      .flatMap((wrapped) =>
        people.filter((one) => !row.person || row.person === one).map((person) => ({ person, wrapped })),
      ),
  );
  return [...new Map(all.map((one) => [`${one.person} ${one.wrapped.toString('hex')}`, one])).values()];
}

/** The vault of a thief, who has what is stored beside him: each wrap is read, and taken out of the KMS, once. */
export function vaultOfThief(store: ReturnType<typeof postgresVaultStore>, kms: Kms): Vault {
  const wrapOf = once(store.wrapOf, (...named) => named.join());
  const unwrap = once(kms.unwrap, (purpose, wrapped) => `${purpose} ${Buffer.from(wrapped).toString('hex')}`);
  return createVault({ store: { ...store, wrapOf }, kms: { ...kms, unwrap } });
}

/** Answers again what it answered to the same question. */
function once<Asked extends unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
  question: (...asked: Asked) => string,
): (...asked: Asked) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (...asked) => {
    const known = answers.get(question(...asked)) ?? ask(...asked);
    answers.set(question(...asked), known);
    return known;
  };
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
