import type { Tx } from '../../kernel/index.ts';
import { type Database, inside } from '../../platform/postgres/index.ts';

export type { Database } from '../../platform/postgres/index.ts';

type Tables = { outgoing_messages: { id: string; sealed: Buffer } };

export interface MessageStore {
  add(tx: Tx, id: string, sealed: Buffer): Promise<void>;
  find(id: string): Promise<Buffer | undefined>;
  remove(id: string): Promise<void>;
}

export function postgresMessages(db: Database): MessageStore {
  const messages = db.withTables<Tables>();
  return {
    async add(tx, id, sealed) {
      await inside(tx).withTables<Tables>().insertInto('outgoing_messages').values({ id, sealed }).execute();
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
  };
}
