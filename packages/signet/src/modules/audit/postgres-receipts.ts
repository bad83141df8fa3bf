import { sql } from 'kysely';
import type { Database } from '../../kernel/index.ts';
import { queriesOn } from '../../platform/postgres/index.ts';
import { readErasure } from './entry.ts';
import type { Place } from './log.ts';

/** Where the log says that an account was erased: what its person can check, here or in an export. */
export interface ErasureReceipt {
  /** Undefined until it is sequenced, about a second. */
  readonly place?: Place;
  readonly at: Date;
  /** The entry as it is hashed, byte for byte. */
  readonly entry: string;
  /** The first signed checkpoint that covers it; absent for about a second. */
  readonly checkpoint?: { readonly size: number; readonly at: Date; readonly note: string };
}

/** `reference` is what the entry names as its receipt. Undefined: the log knows no such erasure. */
export async function findErasure(db: Database, reference: string): Promise<ErasureReceipt | undefined> {
  const { rows } = await sql<Row>`
    SELECT position, entry, encode(hash, 'hex') AS hash, size, note, at
    FROM audit_entries LEFT JOIN audit_sequence ON entry_id = id LEFT JOIN LATERAL (
      SELECT size, note, signed_at AS at FROM audit_checkpoints WHERE size > position ORDER BY size LIMIT 1
    ) AS covering ON true
    WHERE entry::jsonb ->> 'action' = 'account.erased'
      AND entry::jsonb #>> '{details,receipt}' = ${reference}
    ORDER BY id`.execute(queriesOn(db));
  const row = rows.find(({ entry }) => readErasure(entry)); // the first: whatever names the same reference later is false
  const erasure = row && readErasure(row.entry);
  if (!row || !erasure) return undefined;
  const { position, entry, hash, size, note, at } = row;
  return {
    entry,
    ...(position !== null && hash !== null && { place: { position, hash } }),
    at: erasure.at,
    ...(size !== null && note !== null && at !== null ? { checkpoint: { size, note, at } } : {}),
  };
}

interface Row {
  readonly position: number | null;
  readonly entry: string;
  readonly hash: string | null;
  readonly size: number | null;
  readonly note: string | null;
  readonly at: Date | null;
}
