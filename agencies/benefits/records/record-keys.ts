import { createHmac } from 'node:crypto';

/** The office's two keys for its records. They live in its data folder, not in its database. */
export interface RecordKeys {
  readonly index: Uint8Array;
  readonly seal: Uint8Array;
}

/** What a person's rows are found by: without the key, Signet's name for them (C3) does not lead to the rows. */
export const applicantIndex = (keys: RecordKeys, sub: string): Buffer =>
  createHmac('sha256', keys.index).update(sub).digest();
