import { openBench } from './bench-setup.ts';
import type { Kind } from './load.ts';
import type { TracedRequest } from './usage.ts';

/** One after another, so that what is used from one HTTP request to the next is its own. */
const times = 50;

/** Prints what a sign-in of each kind costs by HTTP request: the server's CPU, and what it asks of the database. */
export async function printStatements(kinds: readonly Kind[]): Promise<void> {
  const bench = await openBench();
  try {
    for (const kind of kinds) printByRequest(kind, await bench.trace(kind, times));
  } finally {
    await bench.close();
  }
}

function printByRequest(kind: Kind, traced: readonly TracedRequest[]): void {
  const cpuMs = traced.reduce((sum, request) => sum + request.cpuMs, 0) / times;
  const last = traced.slice(-traced.length / times);
  const asked = last.reduce((sum, { statements }) => sum + statements.length, 0);
  console.log(
    `\n${kind}: ${last.length} HTTP requests, ${asked} statements, ${cpuMs.toFixed(2)} ms of CPU\n`,
  );
  for (const [n, { request, statements }] of last.entries()) {
    const each = traced.filter((_, at) => at % last.length === n);
    const ms = each.reduce((sum, one) => sum + one.cpuMs, 0) / each.length;
    console.log(`  ${String(statements.length).padStart(2)}  ${ms.toFixed(2).padStart(5)} ms  ${request}`);
    for (const text of statements) console.log(`        ${text.slice(0, 150)}`);
  }
}
