import { openBench } from './bench-setup.ts';
import type { Kind } from './load.ts';

/** Prints what one sign-in of each kind asks of the database, statement by statement, by HTTP request. */
export async function printStatements(kinds: readonly Kind[]): Promise<void> {
  const bench = await openBench();
  try {
    for (const kind of kinds) {
      const requests = await bench.trace(kind);
      const all = requests.reduce((sum, { statements }) => sum + statements.length, 0);
      console.log(`\n${kind}: ${requests.length} HTTP requests, ${all} round trips\n`);
      for (const { request, statements } of requests) {
        console.log(`  ${String(statements.length).padStart(2)}  ${request}`);
        for (const text of statements) console.log(`        ${text.slice(0, 150)}`);
      }
    }
  } finally {
    await bench.close();
  }
}
