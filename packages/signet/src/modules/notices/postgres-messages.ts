import type { Database, Tx } from '../../kernel/index.ts';
import { inside, queriesOn } from '../../platform/postgres/index.ts';

type Tables = { outgoing_messages: { id: string; sealed: Buffer; about: string | null; created_at: Date } };

/** A message as it waits; `about` names the case of a letter. */
export interface WaitingMessage {
  readonly id: string;
  readonly sealed: Buffer;
  readonly about?: string | undefined;
}

export interface MessageStore {
  add(tx: Tx, message: WaitingMessage, at: Date): Promise<void>;
  find(id: string): Promise<WaitingMessage | undefined>;
  remove(id: string): Promise<void>;
  /** Within a transaction; false where somebody else was faster. */
  take(tx: Tx, id: string): Promise<boolean>;
  /** Those about any of these cases. */
  removeAbout(tx: Tx, about: readonly string[]): Promise<void>;
  removeBefore(before: Date): Promise<void>;
  /** The letters among those, which are not forgotten in silence. */
  lettersBefore(before: Date): Promise<readonly { readonly id: string; readonly about: string }[]>;
}

const within = (tx: Tx) => inside(tx).withTables<Tables>();

export function postgresMessages(db: Database): MessageStore {
  const messages = queriesOn(db).withTables<Tables>();
  return {
    async add(tx, { id, sealed, about }, at) {
      const row = { id, sealed, about: about ?? null, created_at: at };
      await within(tx).insertInto('outgoing_messages').values(row).execute();
    },
    async find(id) {
      const row = await messages
        .selectFrom('outgoing_messages')
        .select(['sealed', 'about'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row && { id, sealed: row.sealed, about: row.about ?? undefined };
    },
    async remove(id) {
      await messages.deleteFrom('outgoing_messages').where('id', '=', id).execute();
    },
    async take(tx, id) {
      const gone = await within(tx).deleteFrom('outgoing_messages').where('id', '=', id).executeTakeFirst();
      return gone.numDeletedRows === 1n;
    },
    async removeAbout(tx, about) {
      if (about.length === 0) return;
      await within(tx).deleteFrom('outgoing_messages').where('about', 'in', about).execute();
    },
    async removeBefore(before) {
      await messages
        .deleteFrom('outgoing_messages')
        .where('created_at', '<', before)
        .where('about', 'is', null)
        .execute();
    },
    async lettersBefore(before) {
      return await messages
        .selectFrom('outgoing_messages')
        .select(['id', 'about'])
        .where('created_at', '<', before)
        .where('about', 'is not', null)
        .$narrowType<{ about: string }>()
        .execute();
    },
  };
}
