import type { Clock, Database } from '../../kernel/index.ts';
import { type Disavowals, disavowalsIn } from './disavowals.ts';
import type { Notices, NoticesNeeds } from './notices.ts';
import { postgresDisavowals } from './postgres-disavowals.ts';
import { postgresMessages } from './postgres-messages.ts';
import { createSendNotices } from './send-notice.ts';

export type { Disavowable, DisavowableKind, Disavowal } from './disavowable.ts';
export type { Disavowals } from './disavowals.ts';
export type { Notices, NoticesNeeds } from './notices.ts';
export type { Mailer, NotMailedReason, TextMessenger } from './ports.ts';
export { noticesPersonalData } from './postgres-personal-data.ts';
export type { RecoveryTexts } from './recovery-templates.ts';
export type { AuthenticatorName, NoticeTemplates, TextTemplates } from './templates.ts';
export { deviceInWords, placeInWords } from './words/device-and-place.ts';

export const createDisavowals = (needs: { readonly db: Database; readonly clock: Clock }): Disavowals =>
  disavowalsIn(postgresDisavowals(needs.db), needs.clock);

export const createNotices = (needs: NoticesNeeds): Notices =>
  createSendNotices(needs, postgresMessages(needs.db), createDisavowals(needs));
export { noticesJobs } from './jobs.ts';
