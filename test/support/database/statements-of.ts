import pg from 'pg';
import { requestId } from '../../../packages/signet/src/kernel/index.ts';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** What the requests of this process ask the database during `work`, statement by statement; nothing of its jobs. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const asked: string[] = [];
  const query = pg.Client.prototype.query as unknown as Query;
  const noted: Query = function (...args) {
    if (requestId() !== undefined) asked.push(textOf(args[0]));
    return query.apply(this, args);
  };
  pg.Client.prototype.query = noted as unknown as typeof pg.Client.prototype.query;
  try {
    await work();
    return asked;
  } finally {
    pg.Client.prototype.query = query as unknown as typeof pg.Client.prototype.query;
  }
}

function textOf(query: unknown): string {
  const text = typeof query === 'string' ? query : (query as { readonly text: string }).text;
  return text.trim().replaceAll(/\s+/g, ' ');
}
