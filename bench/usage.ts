import pg from 'pg';

/** What a server process has used since it started. */
export interface Usage {
  /** User and system time, milliseconds. */
  readonly cpuMs: number;
  /** Round trips to PostgreSQL: queries, and the beginning and end of transactions. */
  readonly queries: number;
}

let queries = 0;

/** Counts what every connection of this process is asked, except those of the job queue. Call it before they open. */
export function countQueries(): void {
  const query = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown;
  function counted(this: pg.Client, ...args: unknown[]): unknown {
    if (applicationOf(this) !== 'signet-jobs') queries += 1;
    return query.apply(this, args);
  }
  pg.Client.prototype.query = counted as typeof pg.Client.prototype.query;
}

const applicationOf = (client: pg.Client): unknown =>
  (client as unknown as { connectionParameters: { application_name?: string } }).connectionParameters
    .application_name;

export function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, queries };
}
