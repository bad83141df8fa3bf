import { createHash } from 'node:crypto';

/** A line of the log as it is read, exported and verified. */
export type LogLine =
  | ChainedEntry
  | { readonly kind: 'checkpoint'; readonly note: string }
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

/** The hash of an entry: what `record` has PostgreSQL compute. */
export const chainHash = (before: Uint8Array, entry: string): Buffer =>
  createHash('sha256').update(before).update(entry, 'utf8').digest();
