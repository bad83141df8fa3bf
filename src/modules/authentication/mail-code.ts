import { randomUUID } from 'node:crypto';
import type { PersonId, Tx } from '../../kernel/index.ts';
import type { EmailAddress } from '../accounts/index.ts';
import type { Language } from '../notices/index.ts';
import { sealUnder } from '../vault/index.ts';
import { emailCodeHash, emailCodeLifetime, emailCodeTries, newEmailCode } from './email-code.ts';
import type { Parts } from './parts.ts';
import { type PendingEmail, pendingKeys } from './pending.ts';
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

/** Makes a code and a link for an address, mails them, and remembers in the session what the code is checked with. */
export const mailCode =
  ({ audit, clock, confirmations, notices, sessions, settings, transact }: Needs) =>
  async (presence: Presence, { address, language, person, known, earlier }: MailCode): Promise<Presence> => {
    const { code, token, codeSecret } = newEmailCode();
    const id = earlier?.id ?? randomUUID();
    const written = address.written.reveal();
    const contents = Buffer.from(JSON.stringify({ address: written, language }));
    const { lookup, sealed } = sealUnder(token.reveal(), linkPurpose, contents);
    await transact(async (tx) => {
      const confirmation = {
        tokenLookup: lookup,
        codeHash: emailCodeHash(codeSecret, code.reveal()),
        sealed,
        person,
        expiresAt: new Date(clock.now().getTime() + emailCodeLifetime),
      };
      await confirmations.put(tx, id, confirmation, emailCodeTries);
      await send(tx);
      await audit.record(tx, { action: 'email.confirmation-sent', actor: { kind: 'system' } });
    });
    const pending: PendingEmail = { id, codeSecret, address: written, language };
    return sessions.setPending(presence, { [pendingKeys.email]: pending, [pendingKeys.signUp]: undefined });

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
