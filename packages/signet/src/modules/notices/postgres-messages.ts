import type { Database, Tx } from '../../kernel/index.ts';
import { inside, queriesOn } from '../../platform/postgres/index.ts';

type Tables = { outgoing_messages: { id: string; sealed: Buffer; created_at: Date } };

export interface MessageStore {
  add(tx: Tx, id: string, sealed: Buffer, at: Date): Promise<void>;
  find(id: string): Promise<Buffer | undefined>;
  remove(id: string): Promise<void>;
  removeBefore(before: Date): Promise<void>;
}

export function postgresMessages(db: Database): MessageStore {
  const messages = queriesOn(db).withTables<Tables>();
  return {
    async add(tx, id, sealed, at) {
      const row = { id, sealed, created_at: at };
      await inside(tx).withTables<Tables>().insertInto('outgoing_messages').values(row).execute();
    },
    async find(id) {
      const row = await messages
        .selectFrom('outgoing_messages')
        .select('sealed')
        .where('id', '=', id)
        .executeTakeFirst();
      return row?.sealed;
    },
    async remove(id) {
      await messages.deleteFrom('outgoing_messages').where('id', '=', id).execute();
    },
    async removeBefore(before) {
      await messages.deleteFrom('outgoing_messages').where('created_at', '<', before).execute();
    },
  };
}
