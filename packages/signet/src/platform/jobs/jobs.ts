import { fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss';
import { type JobPlace, type JobPolicy, markDriverError, type Tx } from '../../kernel/index.ts';
import { inside, outliveUnheardLosses } from '../postgres/index.ts';

/** What a job carries: identifiers and codes. Never personal data: a job row is stored in clear. */
export type JobData = Readonly<Record<string, string | number>>;

/** A kind of job and what a worker does for it; what runs by itself gets empty data. */
export interface JobKind extends JobPolicy {
  readonly run: (data: JobData) => Promise<void>;
}

type RetryPolicy = Pick<JobPolicy, 'name' | 'retries' | 'firstRetryAfter' | 'longestRetryAfter'>;

export interface Jobs {
  /** Puts a job into the caller's transaction: it exists if and only if the transaction commits. */
  enqueue(tx: Tx, name: string, data: JobData, place?: JobPlace): Promise<void>;
  /** Starts working. A web-only process never calls this. */
  work(kinds: readonly JobKind[]): Promise<void>;
  stop(): Promise<void>;
}

/** A server that is silent is given up here too; what the queue does by itself (such as an index made anew) takes its time. */
const waitingForJobs = { query_timeout: 60_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** Jobs that still run so long after a stop are given back, for another worker: nobody waits for them. */
const graceMs = 2000;

/**
 * A worker that dies is noticed, and its job is tried again by another, while a person still waits before the page.
 * Seconds. What the worker says of itself is `heartbeat` old at the most before every process may take the job from it;
 * they look so often; and the one that takes it asks so often for work.
 */
export const noticed = { heartbeat: 10, refresh: 2, look: 1, ask: 1 } as const;

/** `isLast`: it is not tried again, so that what it should have done stays undone. */
type OnJobError = (error: unknown, job: string, isLast: boolean) => void;

/**
 * Jobs in PostgreSQL through pg-boss. `onError` hears of faults in the queue itself and of jobs that throw
 * (which are tried again). Every process that may enqueue names all kinds, so that their queues exist.
 */
export async function openJobs(
  databaseUrl: string,
  kinds: readonly RetryPolicy[],
  onError: OnJobError,
  now: () => number = Date.now,
): Promise<Jobs> {
  outliveUnheardLosses();
  const boss = new PgBoss({
    connectionString: databaseUrl,
    max: 4,
    application_name: 'signet-jobs',
    ...waitingForJobs,
    useListenNotify: true,
    superviseIntervalSeconds: noticed.look,
    monitorIntervalSeconds: noticed.look,
    maintenanceIntervalSeconds: 600, // what is done goes soon: each look counts what is there
  });
  boss.on('error', (error) => onError(markDriverError(error), 'queue', false)); // all that the queue does is to ask its database
  await boss.start();
  for (const kind of kinds) await ensureQueue(boss, kind);
  return {
    async enqueue(tx, name, data, { afterSeconds, behind = 0, of } = {}) {
      await boss.send(name, data, {
        db: fromKysely(inside(tx)),
        priority: placeInLine(now(), afterSeconds, behind),
        ...(afterSeconds === undefined ? {} : { startAfter: afterSeconds }),
        ...(of === undefined ? {} : { group: { id: of } }),
      });
    },
    async work(working) {
      for (const kind of working) await startWorking(boss, kind, onError);
    },
    stop: () => boss.stop({ graceful: true, timeout: graceMs }),
  };
}

/**
 * Each job that one is behind counts as a minute: it goes before what comes later than that, so that nobody waits for ever
 * while others come. What is put off has the place of what comes when it is due. A job's priority is a PostgreSQL integer,
 * which holds the minutes of thousands of years.
 */
const placeInLine = (now: number, afterSeconds = 0, behind: number): number =>
  -(Math.floor((now / 1000 + afterSeconds) / 60) + behind);

async function ensureQueue(boss: PgBoss, kind: RetryPolicy): Promise<void> {
  const options = {
    retryLimit: kind.retries,
    retryDelay: kind.firstRetryAfter,
    retryBackoff: true,
    retryDelayMax: kind.longestRetryAfter,
    heartbeatSeconds: noticed.heartbeat,
    deleteAfterSeconds: 3600,
    notify: true,
  };
  await boss.createQueue(kind.name, options);
  await boss.updateQueue(kind.name, options);
}

async function startWorking(boss: PgBoss, kind: JobKind, onError: OnJobError): Promise<void> {
  await boss.work(
    kind.name,
    {
      localConcurrency: kind.atOnce?.most ?? 1,
      ...(kind.eachAtOnce ? { localGroupConcurrency: kind.eachAtOnce.most } : {}),
      pollingIntervalSeconds: noticed.ask,
      notifyPollingIntervalSeconds: noticed.ask,
      heartbeatRefreshSeconds: noticed.refresh,
      includeMetadata: true,
    },
    async (jobs: JobWithMetadata<JobData>[]) => {
      for (const job of jobs) {
        try {
          await kind.run(job.data ?? {});
        } catch (error) {
          onError(error, kind.name, job.retryCount >= job.retryLimit);
          throw new Error('see the log'); // pg-boss stores what is thrown: nothing of the person may be in it
        }
      }
    },
  );
  if (kind.every) await boss.schedule(kind.name, kind.every, {});
}
