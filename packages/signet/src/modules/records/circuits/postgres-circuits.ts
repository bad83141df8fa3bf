import type { Kysely, Selectable } from 'kysely';
import type { Database, Tx } from '../../../kernel/index.ts';
import { inside, queriesOn } from '../../../platform/postgres/index.ts';
import { type Circuit, closed, type OfficeName } from './circuit.ts';
import type { CircuitStore } from './ports.ts';

interface CircuitsTable {
  office: OfficeName;
  unanswered: number;
  opened_at: Date | null;
  next_try_at: Date | null;
}
type Tables = { office_circuits: CircuitsTable };

const within = (tx: Tx): Kysely<Tables> => inside(tx).withTables<Tables>();

export function postgresCircuits(database: Database): CircuitStore {
  const db = queriesOn(database).withTables<Tables>();
  return {
    async of(office) {
      const row = await db
        .selectFrom('office_circuits')
        .selectAll()
        .where('office', '=', office)
        .executeTakeFirst();
      return row ? circuitOf(row) : closed;
    },

    async open() {
      const rows = await db
        .selectFrom('office_circuits')
        .selectAll()
        .where('opened_at', 'is not', null)
        .orderBy('office')
        .execute();
      return rows.map((row) => ({ office: row.office, ...circuitOf(row) }));
    },

    async lock(tx, office) {
      await within(tx)
        .insertInto('office_circuits')
        .values({ office, ...columnsOf(closed) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const row = await within(tx)
        .selectFrom('office_circuits')
        .selectAll()
        .where('office', '=', office)
        .forUpdate()
        .executeTakeFirstOrThrow();
      return circuitOf(row);
    },

    async keep(tx, office, circuit) {
      await within(tx)
        .updateTable('office_circuits')
        .set(columnsOf(circuit))
        .where('office', '=', office)
        .execute();
    },
  };
}

const circuitOf = ({ unanswered, opened_at, next_try_at }: Selectable<CircuitsTable>): Circuit => ({
  unanswered,
  ...(opened_at && next_try_at && { open: { since: opened_at, nextTryAt: next_try_at } }),
});

const columnsOf = ({ unanswered, open }: Circuit) => ({
  unanswered,
  opened_at: open?.since ?? null,
  next_try_at: open?.nextTryAt ?? null,
});
