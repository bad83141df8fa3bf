/**
 * Writes the whole audit log as JSON lines, for scripts/audit-verify.ts to verify anywhere.
 *
 *   DATABASE_URL=postgres://… node scripts/audit-export.ts > audit.jsonl
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database } from '../packages/signet/src/kernel/index.ts';
import { logLines, toJsonLine } from '../packages/signet/src/modules/audit/index.ts';
import { openPool } from '../packages/signet/src/platform/postgres/index.ts';

async function* jsonLines(db: Database): AsyncGenerator<string> {
  for await (const line of logLines(db)) yield toJsonLine(line);
}

async function main(): Promise<void> {
  const url = process.env.DATABASE_URL; // a command for operators, outside the service and its settings
  if (!url) throw new Error('set DATABASE_URL');
  const pool = openPool(url, (error) => console.error(error.message));
  try {
    await pipeline(Readable.from(jsonLines(pool.db)), process.stdout);
  } finally {
    await pool.close();
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
