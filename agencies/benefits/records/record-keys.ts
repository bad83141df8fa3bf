import { createHmac } from 'node:crypto';
import type { RecordKeys } from '@signet/agencies-ui/records';

/** What a person's rows are found by: without the key, Signet's name for them (C3) does not lead to the rows. */
export const applicantIndex = (keys: RecordKeys, sub: string): Buffer =>
  createHmac('sha256', keys.index).update(sub).digest();
