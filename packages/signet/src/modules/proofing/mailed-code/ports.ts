import type { CaseId, Clock, PersonId, Redacted, Tx } from '../../../kernel/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import type { Cases, JobQueue } from '../cases/index.ts';
import type { MailedCodeSettings } from './settings.ts';

/** Mails a letter with the code. `to`: name and address, a line each. */
export type MailLetter = (
  tx: Tx,
  person: PersonId,
  letter: {
    /** The case with which it is called back, where that ends before it was handed to the post. */
    readonly about: CaseId;
    readonly to: Redacted<readonly string[]>;
    readonly code: Redacted<string>;
    readonly until: Date;
    /** Until then it can be stopped, and is not handed to the post. */
    readonly leavesAt: Date;
  },
) => Promise<void>;

export interface MailedCodeNeeds {
  readonly clock: Clock;
  readonly cases: Pick<Cases, 'byId' | 'latest' | 'save' | 'record' | 'tellOwner' | 'forgetPictures'>;
  readonly quotas: Quotas;
  readonly jobs: JobQueue;
  readonly mailLetter: MailLetter;
  readonly settings: MailedCodeSettings;
}
