import { createHash } from 'node:crypto';

/** A line of the log as it is read, exported and verified. */
export type LogLine =
  | ChainedEntry
  | { readonly kind: 'checkpoint'; readonly note: string }
  /** An entry that had no position yet when the log was read, and for how many seconds it had stood there. */
  | { readonly kind: 'unsequenced'; readonly entry: string; readonly age: number }
  /** Where the log said it ended when it was read: the last line. */
  | { readonly kind: 'head'; readonly size: number; readonly hash: Buffer };

export interface ChainedEntry {
  readonly kind: 'entry';
  readonly position: number;
  readonly entry: string;
  readonly hash: Buffer;
}

/** What the first entry is chained to. */
export const genesis: Buffer = Buffer.alloc(32);

/** The hash of an entry: of all entries up to it, in their order. */
export const chainHash = (before: Uint8Array, entry: string): Buffer =>
  createHash('sha256').update(before).update(entry, 'utf8').digest();
