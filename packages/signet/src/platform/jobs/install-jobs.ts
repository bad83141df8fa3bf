import { PgBoss } from 'pg-boss';
import { withConnection } from '../postgres/index.ts';

const longestWait = 10_000; // milliseconds

/** The role that works with jobs and owns nothing of them. */
const role = 'signet_application';

/**
 * Makes the queue's own schema, or brings it forward, as the owner of the database: whoever works with jobs later needs
 * no more than rows. `MAINTAIN`, where PostgreSQL has it (17), lets the queue rebuild an index that has grown.
 */
export async function installJobs(ownerUrl: string): Promise<void> {
  // pg-boss takes a lock that any login can hold: a start says so in the end, and does not hang.
  const boss = new PgBoss({
    connectionString: ownerUrl,
    max: 1,
    application_name: 'signet-jobs-install',
    options: `-c lock_timeout=${longestWait}`,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined); // `start` throws what matters
  await boss.start();
  await boss.stop({ graceful: false });
  await grant(ownerUrl);
}

const grant = (ownerUrl: string): Promise<void> =>
  withConnection({ connectionString: ownerUrl, lock_timeout: longestWait }, async (client) => {
    const { rows } = await client.query<{ maintain: boolean }>(
      "SELECT current_setting('server_version_num')::int >= 170000 AS maintain",
    );
    const rights = `SELECT, INSERT, UPDATE, DELETE${rows[0]?.maintain ? ', MAINTAIN' : ''}`;
    await client.query(`GRANT USAGE ON SCHEMA pgboss TO ${role}`);
    await client.query(`GRANT ${rights} ON ALL TABLES IN SCHEMA pgboss TO ${role}`);
  });
