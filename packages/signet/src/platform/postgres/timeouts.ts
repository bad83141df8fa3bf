import type pg from 'pg';

/** How long this process waits for its database. Milliseconds. */
export interface Timeouts {
  /** For a connection, a new one or one that others use. */
  readonly connect: number;
  /** For a look-up. */
  readonly lookUp: number;
  /** For any other statement. */
  readonly statement: number;
  /** For an answer to the longest statement, where one tells the server by itself how long it may take. */
  readonly longest?: number;
}

/** Of workers, whose sweeps may take longer than a person waits. */
export const patient: Timeouts = { connect: 5000, lookUp: 5000, statement: 30_000 };

/** Of migrations, and of commands: both have statements that take minutes. */
export const serverDecides: Timeouts = { ...patient, longest: Number.POSITIVE_INFINITY };

/** Of a process that answers people, who wait so many seconds for a statement and half of it for a look-up. */
export const answeringWithin = (seconds: number): Timeouts => ({
  connect: seconds * 500,
  lookUp: seconds * 500,
  statement: seconds * 1000,
});

/** The server ends a statement itself, where it can: then the connection is still good. */
export const headStartOfServer = 2000;

/**
 * A server that is frozen, or cut off without a word, ends nothing and hangs nothing up. So the driver counts as well and
 * throws the connection away; and TCP asks whether the other end is still there while nothing is sent.
 */
export const waitingFor = (
  kind: 'lookUp' | 'statement',
  { connect, longest = 0, [kind]: most }: Timeouts,
): pg.ClientConfig => ({
  connectionTimeoutMillis: connect,
  statement_timeout: most,
  ...(longest === Number.POSITIVE_INFINITY
    ? {}
    : { query_timeout: Math.max(most, longest) + headStartOfServer }),
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
});
