import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import pg from 'pg';

/** The socket under a connection: the driver does not show it. */
const socketOf = (client: pg.ClientBase): Socket =>
  (client as unknown as { connection: { stream: Socket } }).connection.stream;

/** Has all that is written before the event loop turns go out together. */
export function gather(client: pg.ClientBase): void {
  const socket = socketOf(client);
  socket.cork();
  process.nextTick(() => socket.uncork());
}

/** A goodbye that a silent server does not answer. Milliseconds. */
const longestGoodbye = 1000;

/** Waits for a goodbye, and hangs up where it takes too long. */
export async function orHangUp(
  goodbye: Promise<unknown>,
  clients: () => Iterable<pg.ClientBase>,
): Promise<void> {
  const hangUp = setTimeout(() => {
    for (const client of clients()) socketOf(client).destroy();
  }, longestGoodbye);
  await goodbye;
  clearTimeout(hangUp);
}

/**
 * A connection of its own for a few statements. A client whose connection is lost says so as an event, too, and an event
 * of that name that nobody listens to ends the whole process: whoever asked hears of the loss from their statement.
 */
export async function withConnection<T>(
  settings: pg.ClientConfig,
  work: (client: pg.ClientBase) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(settings);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await orHangUp(client.end(), () => [client]);
  }
}

/**
 * From now on no connection ends the process by being lost while nobody listens to it. For libraries that connect by
 * themselves: pg-boss takes every listener off a connection that it is leaving, whose server may be going down as well,
 * and listens to one of its pool a moment after it was handed out. The loss itself is told by what was asked there.
 */
export function outliveUnheardLosses(): void {
  pg.Client.prototype.emit = function (this: pg.Client, name: string | symbol, ...what: unknown[]) {
    if (name === 'error' && this.listenerCount('error') === 0) return false;
    return EventEmitter.prototype.emit.call(this, name, ...what);
  };
}

export interface PooledConnections {
  all(): Iterable<pg.ClientBase>;
  /**
   * What made one connection go may have taken others with it, without a word, and each would cost somebody the whole
   * wait. A new one costs milliseconds: so those that nobody uses are given up.
   */
  giveUpIdle(): void;
  /** Whether it was given up: its end is no news. */
  gaveUp(client: pg.ClientBase): boolean;
}

/** Knows which connections of a pool are open, and which of them nobody uses. */
export function followConnections(pool: pg.Pool): PooledConnections {
  const open = new Set<pg.ClientBase>();
  const idle = new Set<pg.ClientBase>();
  const givenUp = new WeakSet<pg.ClientBase>();
  pool.on('connect', (client) => open.add(client));
  pool.on('acquire', (client) => idle.delete(client));
  pool.on('release', (_error, client) => idle.add(client));
  pool.on('remove', (client) => {
    open.delete(client);
    idle.delete(client);
  });
  return {
    all: () => open,
    giveUpIdle() {
      for (const client of idle) {
        givenUp.add(client);
        socketOf(client).destroy();
      }
      idle.clear();
    },
    gaveUp: (client) => givenUp.has(client),
  };
}
