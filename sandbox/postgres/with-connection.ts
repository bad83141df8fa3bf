import pg from 'pg';

/**
 * A connection for a few statements. A client whose connection is lost says so as an event, too, and an event of that
 * name that nobody listens to ends the whole program: whoever asked hears of the loss from their statement.
 */
export async function withConnection<T>(
  settings: pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(settings);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
