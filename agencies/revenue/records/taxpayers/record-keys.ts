import { createHmac } from 'node:crypto';
import type { RecordKeys } from '@signet/agencies-ui/records';

export type { RecordKeys };

/** What a record is found by: without the key, a list of all numbers does not lead to the rows. */
export const ssnIndex = (keys: RecordKeys, ssn: string): Buffer =>
  createHmac('sha256', keys.index).update(ssn.replaceAll(/\D/g, '')).digest();
