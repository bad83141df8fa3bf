import type { Tx } from '../../kernel/index.ts';
import type { Presence, Sessions } from '../../modules/authentication/index.ts';
import { forgetRequest, frameOf, keepPresence, type WebContext, withoutRequest } from '../request/index.ts';
import { answerPage } from '../ui/index.ts';
import { MessagePage } from './message-page.tsx';

type PendingSessions = Pick<Sessions, 'setPending'>;

/** The request is over: nothing leads back to it. Another tab's stays. */
export async function leaveRequest(
  c: WebContext,
  sessions: PendingSessions,
  uid: string,
  presence: Presence | undefined,
  tx?: Tx,
): Promise<void> {
  forgetRequest(c, uid);
  const pending = presence && withoutRequest(presence, uid);
  if (presence && pending) keepPresence(c, await sessions.setPending(presence, pending, tx));
}

/** What is said where the request is no longer there, or another browser's. */
export async function expiredRequest(
  c: WebContext,
  sessions: PendingSessions,
  uid: string,
): Promise<Response> {
  await leaveRequest(c, sessions, uid, c.var.visit.presence);
  return answerPage(
    c,
    <MessagePage frame={frameOf(c)} message="expired" reference={c.var.visit.reference} />,
    400,
  );
}
