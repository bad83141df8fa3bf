import { createHash } from 'node:crypto';
import pg from 'pg';
import { expect } from 'vitest';
import { createSequencer, type Sequencer } from '../../../packages/signet/src/modules/audit/index.ts';
import { openPool, type Pool } from '../../../packages/signet/src/platform/postgres/index.ts';
import { createTestDatabase } from '../database/database.ts';

/** An audit log in a database of its own, whose entries have names. */
export interface AuditWorld {
  /** Of the owner of the tables, as `pool` and `client` are. */
  readonly ownerUrl: string;
  readonly pool: Pool;
  readonly sequencer: Sequencer;
  /** A connection of its own, so that a transaction can stay open while others go on. */
  client(): Promise<pg.Client>;
  begin(): Promise<pg.Client>;
  write(name: string | number, on?: pg.Client): Promise<unknown>;
  /** In one transaction, named by their numbers. */
  writeMany(first: number, last: number, on?: pg.Client): Promise<unknown>;
  /** The names of the entries in the order of their positions; fails where that is not one chain without gaps. */
  sequence(): Promise<(string | number)[]>;
  close(): Promise<void>;
}

export async function auditWorld(): Promise<AuditWorld> {
  const database = await createTestDatabase();
  const ownerUrl = database.ownerUrl;
  const pool = openPool(ownerUrl, () => undefined); // some tests kill its connections
  const clients: pg.Client[] = [];

  async function client(): Promise<pg.Client> {
    const made = new pg.Client({ connectionString: ownerUrl });
    made.on('error', () => undefined);
    await made.connect();
    clients.push(made);
    return made;
  }

  return {
    ownerUrl,
    pool,
    sequencer: createSequencer({ db: pool.db }),
    client,
    async begin() {
      const open = await client();
      await open.query('BEGIN');
      return open;
    },
    write: (name, on = undefined) =>
      (on ?? pool.pg).query('INSERT INTO audit_entries (entry) VALUES ($1)', [
        JSON.stringify({ action: 'test.happened', name }),
      ]),
    writeMany: (first, last, on = undefined) =>
      (on ?? pool.pg).query(
        `INSERT INTO audit_entries (entry) SELECT json_build_object('action', 'test.happened', 'name', n)
         FROM generate_series($1::int, $2::int) AS n`,
        [first, last],
      ),
    sequence: () => namesInOrder(pool),
    async close() {
      await Promise.all(clients.map((open) => open.end().catch(() => undefined)));
      await pool.close();
      await database.drop();
    },
  };
}

async function namesInOrder({ pg: database }: Pool): Promise<(string | number)[]> {
  const { rows } = await database.query<{ position: number; entry: string; hash: Buffer }>(
    'SELECT position, entry, hash FROM audit_sequence JOIN audit_entries ON id = entry_id ORDER BY position',
  );
  let hash: Buffer = Buffer.alloc(32);
  rows.forEach((row, position) => {
    hash = createHash('sha256').update(hash).update(row.entry).digest();
    expect([row.position, row.hash]).toEqual([position, hash]);
  });
  const { rows: ends } = await database.query('SELECT size, hash FROM audit_head');
  expect(ends).toEqual([{ size: rows.length, hash }]);
  return rows.map((row) => JSON.parse(row.entry).name);
}
