import type { ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { type Clock, createTurns } from '../kernel/index.ts';
import type { Following } from '../modules/biometrics/index.ts';
import { documentDay, judgingLimits, type Photo, type PhotoSeen } from '../modules/evidence/index.ts';
import type { FrameSender, PhotographedPart } from '../modules/proofing/index.ts';
import type { Log } from '../platform/log/index.ts';
import { createFrameTurns } from './frame-turns.ts';
import type { PhotoQuestion } from './photo-look.ts';

/** What the judging process is asked, and what it answers: one at a time, so that neither needs a name. */
export type Asked = AskedPhoto | AskedFrames;
export type Seen = SeenPhoto | SeenFrames;

export type AskedPhoto = PhotoQuestion;
export type SeenPhoto = PhotoSeen | Failed;

/** Frames of a live picture of a face. */
export interface AskedFrames {
  readonly frames: readonly Uint8Array[];
}
export type SeenFrames = { readonly following: Following } | Failed;

interface Failed {
  readonly failed: string;
}

export interface PhotoJudge {
  /** Undefined where too many wait, or the process is not there: then the photo is judged by the checks alone. */
  judge(of: string, what: PhotographedPart, photo: Photo): Promise<PhotoSeen | undefined>;
  /** Undefined where the process is not there, or a frame of this person's is being looked at: then it is sent again. */
  follow(from: FrameSender, frames: readonly Buffer[]): Promise<Following | undefined>;
  stop(): void;
}

/** The process takes 550 MB, most of it for models; it is let go when nobody sent a photo for so long. */
const idleMs = 10 * 60_000;
/**
 * A look takes a second of one processor. A process that says nothing for so long hangs: it is ended, and the photo is taken
 * unseen. No photo is refused by this clock.
 */
const hangsAfterMs = 20_000;
/** After so many ends in a row it is not started for a while: something is wrong that another start does not mend. */
const failuresBeforeRest = 3;
const restMs = 60_000;

interface JudgeNeeds {
  readonly clock: Clock;
  readonly sandbox: boolean;
  readonly log: Pick<Log, 'warn'>;
  readonly silentMs?: number;
}

/**
 * Looks at photos while their senders wait, in a process of its own: a web process that reads images answers nobody meanwhile.
 * It is started by the first photo. Of those that wait each person has the next turn in rotation, and a photo and a frame of
 * a live picture take turns: neither waits for all of the others.
 */
export function openPhotoJudge(
  start: () => ChildProcess,
  { clock, sandbox, log, silentMs = hangsAfterMs }: JudgeNeeds,
): PhotoJudge {
  const atOnce = judgingLimits['at-once'];
  const photoTurns = createTurns({ atOnce, eachWaiting: judgingLimits['waiting-each'] });
  const frameTurns = createFrameTurns();
  const kindTurns = createTurns({ atOnce, eachWaiting: atOnce });
  const lane = createLane(start, log, silentMs);
  let present = 0;

  async function ask(kind: 'photo' | 'frame', asked: Asked): Promise<Seen | undefined> {
    const seen = await kindTurns(kind, () => lane.ask(asked));
    if (!seen.ok || !seen.value) return undefined;
    if (!('failed' in seen.value)) return seen.value;
    log.warn({ fault: seen.value.failed }, 'a photo could not be looked at when it was sent');
    return undefined;
  }

  async function photoInTurn(of: string, asked: AskedPhoto): Promise<Seen | undefined> {
    if (present > judgingLimits.waiting.most) return undefined;
    present += 1;
    try {
      const seen = await photoTurns(of, () => ask('photo', asked));
      return seen.ok ? seen.value : undefined;
    } finally {
      present -= 1;
    }
  }
  return {
    async judge(of, what, photo) {
      const seen = await photoInTurn(of, { what, photo, today: documentDay(clock.now()), sandbox });
      return seen && 'problems' in seen ? seen : undefined;
    },
    async follow(from, frames) {
      const seen = await frameTurns(from, () => ask('frame', { frames }));
      return seen && 'following' in seen ? seen.following : undefined;
    },
    stop: () => lane.end(),
  };
}

/** The process, started when it is needed and missing. */
function createLane(start: () => ChildProcess, log: Pick<Log, 'warn'>, silentMs: number) {
  let running: ChildProcess | undefined;
  let idle: NodeJS.Timeout | undefined;
  let failures = 0;
  let restsUntil = 0;

  function end(): void {
    clearTimeout(idle);
    running?.kill('SIGKILL'); // it holds nothing that it would have to put away
    running = undefined;
  }

  function child(): ChildProcess | undefined {
    if (running || Date.now() < restsUntil) return running;
    const started = start();
    started.on('error', () => undefined); // its end is what counts
    started.once('exit', () => {
      if (running === started) running = undefined;
    });
    if (started.pid) setPriority(started.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    running = started;
    return running;
  }

  function failed(): undefined {
    failures += 1;
    if (failures % failuresBeforeRest === 0) restsUntil = Date.now() + restMs;
    log.warn({ failures }, 'the process that looks at photos ended; they are taken and judged later');
    end();
    return undefined;
  }

  return {
    end,
    async ask(asked: Asked): Promise<Seen | undefined> {
      clearTimeout(idle);
      const judge = child();
      if (!judge) return undefined;
      const seen = await answerOf(judge, asked, silentMs);
      if (!seen) return failed();
      failures = 0;
      idle = setTimeout(end, idleMs).unref();
      return seen;
    },
  };
}

/** Undefined where the process ends, hangs, or cannot be spoken to. */
async function answerOf(judge: ChildProcess, asked: Asked, silentMs: number): Promise<Seen | undefined> {
  const { promise, resolve } = Promise.withResolvers<Seen | undefined>();
  const gone = () => resolve(undefined);
  const silent = setTimeout(gone, silentMs);
  judge
    .once('message', (seen) => resolve(seen as Seen))
    .once('exit', gone)
    .once('error', gone);
  judge.send(asked, (error) => error && gone());
  try {
    return await promise;
  } finally {
    clearTimeout(silent);
    judge.removeAllListeners('message').off('exit', gone).off('error', gone);
  }
}
