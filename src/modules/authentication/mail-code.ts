import { randomUUID } from 'node:crypto';
import type { PersonId, Tx } from '../../kernel/index.ts';
import type { EmailAddress } from '../accounts/index.ts';
import type { Language } from '../notices/index.ts';
import { sealUnder } from '../vault/index.ts';
import {
  emailCodeHash,
  emailCodeLifetime,
  emailCodeTries,
  emailPressedTwice,
  newEmailCode,
} from './email-code.ts';
import type { Parts } from './parts.ts';
import { emailUnderWay, type PendingEmail, pendingKeys } from './pending.ts';
import type { Presence } from './session.ts';

type Needs = Pick<
  Parts,
  'audit' | 'clock' | 'confirmations' | 'notices' | 'sessions' | 'settings' | 'transact'
>;

export interface MailCode {
  readonly address: EmailAddress;
  readonly language: Language;
  /** Whose unfinished account the address belongs to; null for a new one. */
  readonly person: PersonId | null;
  /** The address has an account already: the same steps, another mail, and a code that nobody learns. */
  readonly known: boolean;
  /** A code that this one takes the place of. */
  readonly earlier?: PendingEmail;
}

/** What the link's row is sealed under and found by. */
export const linkPurpose = 'email-link';

/** Another press of the same button was faster: its mail goes out, and this one does not. */
class PressedTwice extends Error {}

/**
 * Makes a code and a link for an address, mails them, and remembers in the session what the code is checked with. The
 * session comes first: of two presses at once the second waits for it, and finds there that the mail is on its way.
 */
export const mailCode =
  ({ audit, clock, confirmations, notices, sessions, settings, transact }: Needs) =>
  async (presence: Presence, { address, language, person, known, earlier }: MailCode): Promise<Presence> => {
    const { code, token, codeSecret } = newEmailCode();
    const id = earlier?.id ?? randomUUID();
    const written = address.written.reveal();
    const contents = Buffer.from(JSON.stringify({ address: written, language }));
    const { lookup, sealed } = sealUnder(token.reveal(), linkPurpose, contents);
    const now = clock.now().getTime();
    const pending: PendingEmail = { id, codeSecret, address: written, language, sentAt: now };
    const isSecondPress = (held: PendingEmail | undefined): boolean =>
      held?.address === written && held.sentAt !== earlier?.sentAt && now - held.sentAt < emailPressedTwice;
    try {
      return await transact(async (tx) => {
        const kept = await sessions.setPending(
          presence,
          (held) => {
            if (isSecondPress(emailUnderWay({ pending: held }))) throw new PressedTwice();
            return { [pendingKeys.email]: pending, [pendingKeys.signUp]: undefined };
          },
          tx,
        );
        const confirmation = {
          tokenLookup: lookup,
          codeHash: emailCodeHash(codeSecret, code.reveal()),
          sealed,
          person,
          expiresAt: new Date(now + emailCodeLifetime),
        };
        await confirmations.put(tx, id, confirmation, emailCodeTries);
        await send(tx);
        await audit.record(tx, { action: 'email.confirmation-sent', actor: { kind: 'system' } });
        return kept;
      });
    } catch (error) {
      if (!(error instanceof PressedTwice)) throw error;
      return (await sessions.load(presence.cookie.reveal(), presence.from)) ?? presence;
    }

    function send(tx: Tx): Promise<void> {
      const to = { to: address.written, lang: language };
      if (known) {
        const link = `${settings.origin}/sign-in`;
        return notices.send(tx, { ...to, template: 'account-exists', values: { link } });
      }
      const link = `${settings.origin}/sign-up/link?token=${token.reveal()}`;
      const values = { code: code.reveal(), link, minutes: emailCodeLifetime / 60_000 };
      return notices.send(tx, { ...to, template: 'email-code', values });
    }
  };
