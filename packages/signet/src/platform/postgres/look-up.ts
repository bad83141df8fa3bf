import pg from 'pg';
import { gather, orHangUp } from './connections.ts';

/** A connection for look-ups alone. */
export interface LookUps {
  ask<R extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<R[]>;
  /** Hangs up, and makes another connection for what is asked next. */
  giveUp(): void;
  close(): Promise<void>;
}

/**
 * All look-ups of a process share one connection: those that are asked in the same moment go out in one write and
 * come back in one read, and nobody waits for a connection or takes one from a transaction. That is right only for
 * statements that find a few rows by a key and wait for nobody's lock: what is slow here keeps everybody waiting. Where
 * an answer does not come in time the connection is thrown away, for all who wait on it, and the next look-up makes another.
 */
export function openLookUps(settings: pg.ClientConfig, onLost: (error: Error) => void): LookUps {
  let opening: Promise<pg.Client> | undefined;
  let ready: pg.Client | undefined;
  let closed = false;

  async function open(): Promise<pg.Client> {
    const client = new pg.Client({ ...settings, pipeline: true });
    const forget = () => {
      if (ready === client) ready = undefined;
    };
    client.on('error', (error) => {
      forget();
      if (!closed) onLost(error);
    });
    client.on('end', forget);
    await client.connect();
    ready = client;
    return client;
  }

  /** Of many who ask while there is no connection, the first opens it for all. */
  function connection(): Promise<pg.Client> {
    opening ??= open().finally(() => {
      opening = undefined;
    });
    return opening;
  }

  return {
    async ask<R extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<R[]> {
      const client = ready ?? (await connection());
      gather(client);
      return (await client.query<R>(query)).rows;
    },
    giveUp() {
      const client = ready;
      ready = undefined;
      if (client) void client.end(); // after the answers that are on their way
    },
    async close() {
      closed = true;
      const client = ready ?? (await opening?.catch(() => undefined));
      if (client) await orHangUp(client.end(), () => [client]);
    },
  };
}
