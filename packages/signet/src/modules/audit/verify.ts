import { chainHash, genesis, type LogLine } from './chain.ts';
import { emptyTree, grow, rootOf, type Tree } from './merkle.ts';
import { type Checkpoint, openCheckpoint, originOf, type Verifier } from './signed-note.ts';

/** What can be wrong with a log, in the words that its auditor reads. */
export const problemMeanings = {
  'position-unexpected': 'an entry is missing, was added, or stands elsewhere',
  'chain-broken': 'an entry is not what was recorded, or does not follow the one before it',
  'checkpoint-not-signed': 'a checkpoint is malformed, of another log, or not signed by this key',
  'checkpoint-differs': 'the entries before a checkpoint are not those that were signed',
  'checkpoint-beyond-end': 'entries that a checkpoint covers are missing at the end',
  'entry-left-out': 'an entry has no position, long after it was written',
  'head-differs': 'entries that the log counted are missing at the end',
  'head-missing': 'the export does not end with the head of the log: it was cut off, or is none',
  'checkpoint-missing': 'no signed checkpoint covers any of it: anybody could have written it',
} as const;

export interface Problem {
  readonly code: keyof typeof problemMeanings;
  readonly position: number;
}

export interface Verification {
  readonly size: number;
  readonly checkpoints: number;
  /** Entries up to the last checkpoint. Those after it are held by the chain alone. */
  readonly signedSize: number;
  /** Entries that had no position yet when the log was read. */
  readonly unsequenced: number;
  /** Empty when the log is whole; at most `mostProblems`. */
  readonly problems: readonly Problem[];
}

/** What a log is verified against: all of it comes by another way than the log. */
export interface Trust {
  readonly key: Verifier['key'];
  readonly origin?: string;
  readonly known?: readonly string[];
  readonly secondsToSequence?: number;
}

const mostProblems = 20;

/** Sequencing takes a second, and its alarm is heard after half a minute. */
export const secondsToSequence = 60;

/**
 * Verifies a whole log in one pass and constant memory: each entry follows the one before it, each signed checkpoint
 * states exactly the entries before it, and none was left out of the sequence: what waits for its position is younger
 * than `secondsToSequence` (a minute unless said). It ends with its head and has a signed checkpoint: without the first it was
 * cut off, without the second nobody vouches for it, and an empty file is neither. `known` are checkpoint notes that the auditor kept elsewhere:
 * with one of those, cutting the log back to before it is found too, checkpoints and all.
 */
export async function verifyLog(
  lines: AsyncIterable<LogLine> | Iterable<LogLine>,
  trust: Trust,
): Promise<Verification> {
  const log = new LogReader(trust.key, trust.origin, trust.secondsToSequence ?? secondsToSequence);
  for (const note of trust.known ?? []) log.readCheckpoint(note);
  for await (const line of lines) {
    log.expectBeforeHead();
    if (line.kind === 'entry') log.readEntry(line.position, line.entry, line.hash);
    else if (line.kind === 'checkpoint') log.readCheckpoint(line.note);
    else if (line.kind === 'unsequenced') log.readUnsequenced(line.age);
    else log.readHead(line.size, line.hash);
  }
  return log.finish();
}

class LogReader {
  readonly #key: Verifier['key'];
  #origin: string | undefined;
  #tree: Tree = emptyTree;
  #hash: Buffer = genesis;
  #awaited: Checkpoint[] = [];
  #checkpoints = 0;
  #signedSize = 0;
  #unsequenced = 0;
  #headRead = false;
  readonly #secondsToSequence: number;
  readonly #problems: Problem[] = [];

  constructor(key: Verifier['key'], origin: string | undefined, secondsToSequence: number) {
    this.#key = key;
    this.#origin = origin;
    this.#secondsToSequence = secondsToSequence;
  }

  /** The head is the last line: whatever follows it was put there. */
  expectBeforeHead(): void {
    if (this.#headRead) this.#found('position-unexpected');
  }

  readEntry(position: number, entry: string, hash: Buffer): void {
    if (position !== this.#tree.size) this.#found('position-unexpected');
    if (!chainHash(this.#hash, entry).equals(hash)) this.#found('chain-broken');
    this.#tree = grow(this.#tree, Buffer.from(entry, 'utf8'));
    this.#hash = hash; // the stored one, so that one change is one problem and not one for each entry after it
    this.#compareAwaited();
  }

  /** Without an origin to expect, the first note's is taken: every other must be of the same log. */
  readCheckpoint(note: string): void {
    const origin = this.#origin ?? originOf(note);
    const checkpoint = openCheckpoint(note, { name: origin, key: this.#key });
    if (checkpoint?.origin !== origin) {
      this.#found('checkpoint-not-signed');
    } else if (checkpoint.size < this.#tree.size) {
      this.#found('checkpoint-differs');
    } else {
      this.#origin = origin;
      this.#awaited.push(checkpoint);
      this.#compareAwaited();
    }
  }

  readUnsequenced(age: number): void {
    this.#unsequenced += 1;
    if (age > this.#secondsToSequence) this.#found('entry-left-out');
  }

  readHead(size: number, hash: Buffer): void {
    this.#headRead = true;
    if (size !== this.#tree.size || !hash.equals(this.#hash)) this.#found('head-differs');
  }

  finish(): Verification {
    for (const { size } of this.#awaited) this.#found('checkpoint-beyond-end', size);
    if (!this.#headRead) this.#found('head-missing');
    if (this.#checkpoints + this.#awaited.length === 0) this.#found('checkpoint-missing');
    return {
      size: this.#tree.size,
      checkpoints: this.#checkpoints,
      signedSize: this.#signedSize,
      unsequenced: this.#unsequenced,
      problems: this.#problems,
    };
  }

  #compareAwaited(): void {
    const due = this.#awaited.filter(({ size }) => size === this.#tree.size);
    if (due.length === 0) return;
    this.#awaited = this.#awaited.filter(({ size }) => size !== this.#tree.size);
    const root = rootOf(this.#tree);
    for (const checkpoint of due) {
      if (!checkpoint.root.equals(root)) this.#found('checkpoint-differs');
      else this.#signedSize = this.#tree.size;
      this.#checkpoints += 1;
    }
  }

  #found(code: Problem['code'], position: number = this.#tree.size): void {
    if (this.#problems.length < mostProblems) this.#problems.push({ code, position });
  }
}
