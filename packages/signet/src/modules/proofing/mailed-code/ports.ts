import type { Clock, PersonId, Redacted, Tx } from '../../../kernel/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import type { Cases, JobQueue } from '../cases/index.ts';
import type { MailedCodeSettings } from './settings.ts';

/** Mails a letter with the code. `to`: name and address, a line each. */
export type MailLetter = (
  tx: Tx,
  person: PersonId,
  letter: { readonly to: Redacted<readonly string[]>; readonly code: Redacted<string>; readonly until: Date },
) => Promise<void>;

export interface MailedCodeNeeds {
  readonly clock: Clock;
  readonly cases: Pick<Cases, 'latest' | 'save' | 'record' | 'tellOwner' | 'forgetPictures'>;
  readonly quotas: Quotas;
  readonly jobs: JobQueue;
  readonly mailLetter: MailLetter;
  readonly settings: MailedCodeSettings;
}
