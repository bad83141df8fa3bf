import { randomBytes, randomUUID } from 'node:crypto';
import {
  type Clock,
  err,
  type Language,
  ok,
  Redacted,
  type Result,
  type Transact,
  type Tx,
} from '../../../../kernel/index.ts';
import { parseEmailAddress } from '../../../accounts/index.ts';
import type { Notices } from '../../../notices/index.ts';
import {
  type ConfirmationStore,
  type ConfirmEmailError,
  type EmailLimits,
  emailCodeHash,
  emailCodeLifetime,
  emailCodeMatches,
  emailCodeTries,
  newEmailCode,
  type StartSignUpError,
} from '../../email/index.ts';
import {
  notNowWhenSessionEnded,
  type PendingEmail,
  type Presence,
  recoveryContact,
  recoveryKeys,
  type Sessions,
} from '../../session/index.ts';

/** Shows that somebody without any mailbox of the account reads the one where they want to be written to. */
export interface ContactCodes {
  /** Mails a code to where a case is to be answered; `underWay` is that address, to show on the page. */
  ask(
    presence: Presence,
    input: { readonly email: string; readonly language: Language; readonly source: string },
  ): Promise<Result<Presence, StartSignUpError>>;
  underWay(presence: Presence): Redacted<string> | undefined;
  /** The code from there; `accept` runs in the transaction that uses it up, and gives what `pending` then holds. */
  confirm(
    presence: Presence,
    input: { readonly code: string; readonly source: string },
    accept: (
      tx: Tx,
      contact: { readonly address: Redacted<string>; readonly language: Language },
    ) => Promise<Readonly<Record<string, unknown>>>,
  ): Promise<Result<Presence, ConfirmEmailError>>;
}

interface MailContactNeeds {
  readonly clock: Clock;
  readonly confirmations: Pick<ConfirmationStore, 'put'>;
  readonly emailLimits: Pick<EmailLimits, 'countMail'>;
  readonly notices: Pick<Notices, 'send'>;
  readonly sessions: Pick<Sessions, 'setPending'>;
  readonly transact: Transact;
}

interface ConfirmContactNeeds {
  readonly clock: Clock;
  readonly confirmations: Pick<ConfirmationStore, 'remove' | 'takeTry'>;
  readonly emailLimits: Pick<EmailLimits, 'countGuess'>;
  readonly sessions: Pick<Sessions, 'setPending'>;
  readonly transact: Transact;
}

const mailContactCode =
  (needs: MailContactNeeds): ContactCodes['ask'] =>
  async (presence, { email, language, source }) => {
    if (presence.session.aal >= 2) return err({ code: 'not-now' });
    const address = parseEmailAddress(email);
    if (!address.ok) return err({ code: address.error });
    const counted = await needs.emailLimits.countMail(address.value, source);
    if (!counted.allowed) return err(counted.error);
    const { code, codeSecret } = newEmailCode();
    const id = randomUUID();
    const now = needs.clock.now().getTime();
    const written = address.value.written.reveal();
    const pending: PendingEmail = { id, codeSecret, address: written, language, sentAt: now };
    const confirmation = {
      tokenLookup: randomBytes(32),
      codeHash: emailCodeHash(codeSecret, code.reveal()),
      sealed: Buffer.alloc(0),
      person: null,
      expiresAt: new Date(now + emailCodeLifetime),
    };
    return ok(
      await needs.transact(async (tx) => {
        const next = await needs.sessions.setPending(presence, { [recoveryKeys.contact]: pending }, tx);
        await needs.confirmations.put(tx, id, confirmation, emailCodeTries);
        const values = { code: code.reveal(), minutes: emailCodeLifetime / 60_000 };
        const to = address.value.written;
        await needs.notices.send(tx, { to, lang: language, template: 'recovery-contact-code', values });
        return next;
      }),
    );
  };

const confirmContact =
  (needs: ConfirmContactNeeds): ContactCodes['confirm'] =>
  async (presence, { code, source }, accept) => {
    const pending = recoveryContact(presence.session);
    if (!pending) return err({ code: 'not-now' });
    const allowed = await needs.emailLimits.countGuess(pending.address, source);
    if (!allowed.allowed) return err(allowed.error);
    const taken = await needs.confirmations.takeTry(pending.id, emailCodeTries, needs.clock.now());
    if (taken && !emailCodeMatches(pending.codeSecret, code, taken.codeHash))
      return err({ code: 'wrong-code', attemptsLeft: emailCodeTries - taken.failures });
    const address = new Redacted(pending.address);
    const next =
      taken &&
      (await needs.transact(async (tx) => {
        if (!(await needs.confirmations.remove(pending.id, tx))) return undefined;
        const patch = await accept(tx, { address, language: pending.language });
        return needs.sessions.setPending(presence, { [recoveryKeys.contact]: undefined, ...patch }, tx);
      }));
    if (!next) return err({ code: 'code-expired' });
    await allowed.attempt.succeeded();
    return ok(next);
  };

export const contactCodes = (needs: MailContactNeeds & ConfirmContactNeeds): ContactCodes => ({
  ask: notNowWhenSessionEnded(mailContactCode(needs)),
  underWay({ session }) {
    const pending = recoveryContact(session);
    return pending && new Redacted(pending.address);
  },
  confirm: confirmContact(needs),
});
