import {
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
import type { ConfirmEmailError, EmailedCodes, EmailLimits, StartSignUpError } from '../../email/index.ts';
import {
  notNowWhenSessionEnded,
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
  readonly emailLimits: Pick<EmailLimits, 'countContactMail'>;
  readonly emailedCodes: Pick<EmailedCodes, 'make'>;
  readonly notices: Pick<Notices, 'send'>;
  readonly sessions: Pick<Sessions, 'setPending'>;
  readonly transact: Transact;
}

interface ConfirmContactNeeds {
  readonly emailedCodes: Pick<EmailedCodes, 'judge'>;
  readonly sessions: Pick<Sessions, 'setPending'>;
  readonly transact: Transact;
}

const mailContactCode =
  (needs: MailContactNeeds): ContactCodes['ask'] =>
  async (presence, { email, language, source }) => {
    if (presence.session.aal >= 2) return err({ code: 'not-now' });
    const address = parseEmailAddress(email);
    if (!address.ok) return err({ code: address.error });
    const counted = await needs.emailLimits.countContactMail(address.value, source);
    if (!counted.ok) return counted;
    const { code, minutes, pending, keep } = needs.emailedCodes.make({
      address: address.value,
      language,
      person: null,
    });
    return ok(
      await needs.transact(async (tx) => {
        const next = await needs.sessions.setPending(presence, { [recoveryKeys.contact]: pending }, tx);
        await keep(tx);
        const values = { code: code.reveal(), minutes };
        const to = address.value.written;
        await needs.notices.send(tx, { to, lang: language, template: 'recovery-contact-code', values });
        return next;
      }),
    );
  };

const confirmContact =
  (needs: ConfirmContactNeeds): ContactCodes['confirm'] =>
  async (presence, typed, accept) => {
    const pending = recoveryContact(presence.session);
    if (!pending) return err({ code: 'not-now' });
    const judged = await needs.emailedCodes.judge(pending, typed);
    if (!judged.ok) return judged;
    const address = new Redacted(pending.address);
    const next = await needs.transact(async (tx) => {
      if (!(await judged.value.useUp(tx))) return undefined;
      const patch = await accept(tx, { address, language: pending.language });
      return needs.sessions.setPending(presence, { [recoveryKeys.contact]: undefined, ...patch }, tx);
    });
    if (!next) return err({ code: 'code-expired' });
    await judged.value.succeeded();
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
