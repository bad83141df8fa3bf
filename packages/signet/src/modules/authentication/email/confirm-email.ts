import { z } from 'zod';
import { type Clock, err, languages, ok, type Result, type Transact } from '../../../kernel/index.ts';
import { lookupUnder, openUnder } from '../../vault/index.ts';
import type { Presence, Session, Sessions } from '../session/index.ts';
import { asConfirmed, confirmedFor, confirmedSignUp, emailUnderWay } from '../session/index.ts';
import type { Email } from './email.ts';
import { emailCodeMatches, emailCodeTries, isLinkToken } from './email-code.ts';
import type { EmailLimits } from './email-limits.ts';
import { linkPurpose } from './mail-code.ts';
import type { ConfirmEmailError, EmailLinkError } from './outcomes.ts';
import type { ConfirmationStore } from './postgres-confirmations.ts';

interface Needs {
  readonly clock: Clock;
  readonly confirmations: Pick<ConfirmationStore, 'remove' | 'takeByToken' | 'takeTry'>;
  readonly emailLimits: Pick<EmailLimits, 'countGuess'>;
  readonly sessions: Pick<Sessions, 'begin' | 'load' | 'setPending'>;
  readonly transact: Transact;
}

const linkContents = z.object({ address: z.string(), language: z.enum(languages) });

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
  async (presence, { code, source }): Promise<Result<Presence, ConfirmEmailError>> => {
    const { clock, confirmations, sessions, transact } = needs;
    const pending = emailUnderWay(presence.session);
    if (!pending) return isConfirmed(presence) ? ok(presence) : err({ code: 'not-now' });
    const allowed = await needs.emailLimits.countGuess(pending.address, source);
    if (!allowed.allowed) return err(allowed.error);
    const taken = await confirmations.takeTry(pending.id, emailCodeTries, clock.now());
    if (taken && !emailCodeMatches(pending.codeSecret, code, taken.codeHash)) {
      return err({ code: 'wrong-code', attemptsLeft: emailCodeTries - taken.failures });
    }
    const { address, language } = pending;
    // together, so that a second press of the button, which waits for this one, finds what it did
    const confirmed =
      taken &&
      (await transact(async (tx) => {
        if (!(await confirmations.remove(pending.id, tx))) return undefined;
        return sessions.setPending(presence, asConfirmed({ address, language, person: taken.person }), tx);
      }));
    if (confirmed) await allowed.attempt.succeeded();
    const now = confirmed ?? (await confirmedMeanwhile(needs, presence));
    return now ? ok(now) : err({ code: 'code-expired' });
  };

/**
 * Whoever holds the link reads the mailbox, so the browser that opened it goes on, and the one that asked for it
 * does not: otherwise a stranger could have a victim confirm the victim's own address for the stranger.
 */
export const confirmEmailByLink =
  (needs: Needs): Email['confirmByLink'] =>
  async (presence, { token }): Promise<Result<Presence, EmailLinkError>> => {
    const { clock, confirmations, sessions } = needs;
    if (!isLinkToken(token)) return err({ code: 'link-expired' });
    const taken = await confirmations.takeByToken(lookupUnder(token, linkPurpose), clock.now());
    if (!taken) {
      const other = await confirmedMeanwhile(needs, presence);
      return other ? ok(other) : err({ code: 'link-expired' });
    }
    const contents = linkContents.parse(JSON.parse(openUnder(token, linkPurpose, taken.sealed).toString()));
    const confirmed = asConfirmed({ ...contents, person: taken.person });
    const { person } = presence.session;
    // Signed in here as somebody else: that session ends, or the address would be theirs to continue with.
    if (person && person !== taken.person) {
      return ok(await sessions.begin({ pending: confirmed, previous: presence }));
    }
    return ok(await sessions.setPending(presence, confirmed));
  };
