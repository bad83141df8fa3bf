import type { Notices, NoticesDeps } from './notices.ts';
import { postgresMessages } from './postgres-messages.ts';
import { sendingNotices } from './send-notice.ts';

export type { Notices, NoticesDeps } from './notices.ts';
export type { Mailer, TextMessenger } from './ports.ts';
export { deliverMessageJob } from './send-notice.ts';
export type { AuthenticatorName, Language, NoticeTemplates } from './templates.ts';

export const createNotices = (deps: NoticesDeps): Notices => sendingNotices(deps, postgresMessages(deps.db));
