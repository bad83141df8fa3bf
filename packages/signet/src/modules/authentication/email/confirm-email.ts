import { err, ok, type Result, type Transact } from '../../../kernel/index.ts';
import type { Presence, Session, Sessions } from '../session/index.ts';
import { asConfirmed, confirmedFor, confirmedSignUp, emailUnderWay } from '../session/index.ts';
import type { Email } from './email.ts';
import type { EmailedCodes } from './emailed-codes.ts';
import type { ConfirmEmailError, EmailLinkError } from './outcomes.ts';

interface Needs {
  readonly emailedCodes: Pick<EmailedCodes, 'judge' | 'openLink'>;
  readonly sessions: Pick<Sessions, 'begin' | 'load' | 'setPending'>;
  readonly transact: Transact;
}

/** An address is confirmed in this session already: a second press of the button is no error. */
const isConfirmed = ({ session }: Presence): boolean =>
  confirmedSignUp(session) !== undefined || isConfirmedForPerson(session);

const isConfirmedForPerson = (session: Session): boolean =>
  session.person !== undefined && confirmedFor(session, session.person);

/** The session as it is now, if another request of the same browser has confirmed meanwhile. */
async function confirmedMeanwhile({ sessions }: Needs, presence: Presence): Promise<Presence | undefined> {
  const now = await sessions.load(presence.cookie.reveal(), presence.from);
  return now && isConfirmed(now) ? now : undefined;
}

export const confirmEmail =
  (needs: Needs): Email['confirm'] =>
  async (presence, typed): Promise<Result<Presence, ConfirmEmailError>> => {
    const { emailedCodes, sessions, transact } = needs;
    const pending = emailUnderWay(presence.session);
    if (!pending) return isConfirmed(presence) ? ok(presence) : err({ code: 'not-now' });
    const judged = await emailedCodes.judge(pending, typed);
    if (!judged.ok && judged.error.code !== 'code-expired') return judged;
    const right = judged.ok ? judged.value : undefined;
    const { address, language } = pending;
    // together, so that a second press of the button, which waits for this one, finds what it did
    const confirmed =
      right &&
      (await transact(async (tx) => {
        if (!(await right.useUp(tx))) return undefined;
        return sessions.setPending(presence, asConfirmed({ address, language, person: right.person }), tx);
      }));
    if (confirmed) await right?.succeeded();
    const now = confirmed ?? (await confirmedMeanwhile(needs, presence));
    return now ? ok(now) : err({ code: 'code-expired' });
  };

/**
 * A person who holds the link reads the mailbox, so the browser that opened it goes on, and the one that asked for it
 * does not: otherwise a stranger could have a victim confirm the victim's own address for the stranger.
 */
export const confirmEmailByLink =
  (needs: Needs): Email['confirmByLink'] =>
  async (presence, { token }): Promise<Result<Presence, EmailLinkError>> => {
    const { emailedCodes, sessions } = needs;
    const taken = await emailedCodes.openLink('email-link', token);
    if (!taken) {
      const other = await confirmedMeanwhile(needs, presence);
      return other ? ok(other) : err({ code: 'link-expired' });
    }
    const confirmed = asConfirmed(taken);
    const { person } = presence.session;
    // Signed in here as somebody else: that session ends, or the address would be theirs to continue with.
    if (person && person !== taken.person) {
      return ok(await sessions.begin({ pending: confirmed, previous: presence }));
    }
    return ok(await sessions.setPending(presence, confirmed));
  };
