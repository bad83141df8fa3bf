import { createHmac } from 'node:crypto';

/** The department's two keys for its records. They live in its data folder, not in its database. */
export interface RecordKeys {
  readonly index: Uint8Array;
  readonly seal: Uint8Array;
}

/** What a record is found by: without the key, a list of all numbers does not lead to the rows. */
export const ssnIndex = (keys: RecordKeys, ssn: string): Buffer =>
  createHmac('sha256', keys.index).update(ssn.replaceAll(/\D/g, '')).digest();
