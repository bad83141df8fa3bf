import { subscribe } from 'node:diagnostics_channel';
import { GCProfiler, getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';

/** What a server process has used since it started. */
export interface Usage {
  /** User and system time, milliseconds. */
  readonly cpuMs: number;
  /** What PostgreSQL was asked: queries, and the beginning and end of transactions. */
  readonly statements: number;
  /** How often it was waited for: statements that leave on one connection in one turn of the event loop travel together. */
  readonly roundTrips: number;
  /** Megabytes on the heap. */
  readonly allocatedMb: number;
}

/** An HTTP request, and what was used and asked from its beginning until the next one's. */
export interface TracedRequest {
  readonly request: string;
  readonly statements: string[];
  cpuMs: number;
}

let statements = 0;
let roundTrips = 0;
let traced: TracedRequest[] | undefined;

/** Counts what every connection of this process is asked, except those of the job queue. Call it before they open. */
export function countQueries(): void {
  const leaving = new Set<pg.Client>();
  const query = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown;
  function counted(this: pg.Client, ...args: unknown[]): unknown {
    if (applicationOf(this) !== 'signet-jobs') {
      statements += 1;
      if (!leaving.has(this)) {
        roundTrips += 1;
        leaving.add(this);
        process.nextTick(() => leaving.delete(this));
      }
      traced?.at(-1)?.statements.push(textOf(args[0]));
    }
    return query.apply(this, args);
  }
  pg.Client.prototype.query = counted as typeof pg.Client.prototype.query;
}

const applicationOf = (client: pg.Client): unknown =>
  (client as unknown as { connectionParameters: { application_name?: string } }).connectionParameters
    .application_name;

const allocated = countAllocations();

export const usage = (): Usage => ({ cpuMs: cpuMs(), statements, roundTrips, allocatedMb: allocated() });

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Returns how many megabytes were allocated on the heap since: used before a collection, less used after the one before. */
function countAllocations(): () => number {
  let bytes = 0;
  let used = getHeapStatistics().used_heap_size;
  let collections = profiling();
  return () => {
    for (const { beforeGC, afterGC } of collections.stop().statistics) {
      bytes += beforeGC.heapStatistics.usedHeapSize - used;
      used = afterGC.heapStatistics.usedHeapSize;
    }
    const now = getHeapStatistics().used_heap_size;
    bytes += now - used;
    used = now;
    collections = profiling();
    return bytes / 2 ** 20;
  };
}

function profiling(): GCProfiler {
  const profiler = new GCProfiler();
  profiler.start();
  return profiler;
}

/** Notes from here on what each HTTP request asks of the database. For one browser alone: it goes by what came last. */
export function traceRequests(): void {
  if (!traced) subscribe('http.server.request.start', (message) => note(message as Started));
  traced = [];
}

export function tracedRequests(): readonly TracedRequest[] {
  closeTraced();
  return traced ?? [];
}

interface Started {
  readonly request: { readonly method?: string; readonly url?: string };
}

function note({ request: { method, url = '' } }: Started): void {
  closeTraced();
  const [path = ''] = url.split('?');
  const request = `${method} ${path.replaceAll(/\/[\w-]{20,}/g, '/:uid')}`;
  traced?.push({ request, statements: [], cpuMs: -cpuMs() });
}

function closeTraced(): void {
  const last = traced?.at(-1);
  if (last && last.cpuMs <= 0) last.cpuMs += cpuMs();
}

function textOf(query: unknown): string {
  const text = typeof query === 'string' ? query : (query as { readonly text?: string } | undefined)?.text;
  return (text ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** What this process holds, megabytes, after everything that can be thrown away was. */
export interface Memory {
  readonly heapMb: number;
  readonly residentMb: number;
}

export function memory(): Memory {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapMb: heapUsed / 2 ** 20, residentMb: rss / 2 ** 20 };
}
