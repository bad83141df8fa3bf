import { randomUUID } from 'node:crypto';
import type { AuditRef, Clock, Language, PersonId, Transact, Tx } from '../../../kernel/index.ts';
import type { EmailAddress } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Notices } from '../../notices/index.ts';
import { sealUnder } from '../../vault/index.ts';
import type { Presence, Sessions } from '../session/index.ts';
import {
  DuplicateSubmission,
  emailUnderWay,
  type PendingEmail,
  pendingKeys,
  unlessDuplicateSubmission,
} from '../session/index.ts';
import {
  emailCodeHash,
  emailCodeLifetime,
  emailCodeTries,
  emailDuplicateWithin,
  newEmailCode,
} from './email-code.ts';
import { newAddressKey, newAddressUnderWay } from './new-address-under-way.ts';
import type { ConfirmationStore } from './postgres-confirmations.ts';

interface Needs {
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly confirmations: Pick<ConfirmationStore, 'put'>;
  readonly notices: Pick<Notices, 'send'>;
  readonly sessions: Pick<Sessions, 'load' | 'setPending'>;
  /** Of this deployment: links in mails lead there. */
  readonly origin: string;
  readonly transact: Transact;
}

/**
 * What an address is confirmed for: to make or finish an account, by code or link; or to be one more address of somebody
 * who is signed in, by code alone. A link would let a stranger have somebody press "confirm" for the stranger's account.
 */
const purposes = {
  account: {
    underWay: emailUnderWay,
    remember: (pending: PendingEmail) => ({ [pendingKeys.email]: pending, [pendingKeys.signUp]: undefined }),
  },
  address: {
    underWay: newAddressUnderWay,
    remember: (pending: PendingEmail) => ({ [newAddressKey]: pending }),
  },
} as const;

export interface AskedCode {
  readonly purpose: keyof typeof purposes;
  readonly address: EmailAddress;
  readonly language: Language;
  /** Whose unfinished account the address belongs to, or will belong to; null for a new account. */
  readonly person: PersonId | null;
  /** How the audit log names who asked, where that is known. */
  readonly subject?: AuditRef | undefined;
  /** The address has an account already: the same steps, another mail, and a code that nobody learns. */
  readonly known: boolean;
  /** The agency that the person is on the way to, by its name. */
  readonly agency?: string | undefined;
  /** A code that this one takes the place of. */
  readonly earlier?: PendingEmail;
}

export type MailCode = (presence: Presence, asked: AskedCode) => Promise<Presence>;

/** What the link's row is sealed under and found by. */
export const linkPurpose = 'email-link';

/**
 * Makes a code and a link for an address, mails them, and remembers in the session what the code is checked with. The
 * session comes first: of two presses at once the second waits for it, and finds there that the mail is on its way.
 */
export const mailingCodes =
  ({ audit, clock, confirmations, notices, origin, sessions, transact }: Needs): MailCode =>
  async (presence, asked) => {
    const { address, language, person, known, agency, earlier } = asked;
    const purpose = purposes[asked.purpose];
    const { code, token, codeSecret } = newEmailCode();
    const id = earlier?.id ?? randomUUID();
    const written = address.written.reveal();
    const contents = Buffer.from(JSON.stringify({ address: written, language }));
    const { lookup, sealed } = sealUnder(token.reveal(), linkPurpose, contents);
    const now = clock.now().getTime();
    const pending: PendingEmail = { id, codeSecret, address: written, language, sentAt: now };
    const isDuplicateSubmission = (held: PendingEmail | undefined): boolean =>
      held?.address === written &&
      held.sentAt !== earlier?.sentAt &&
      now - held.sentAt < emailDuplicateWithin;
    return unlessDuplicateSubmission(sessions, presence, () =>
      transact(async (tx) => {
        const kept = await sessions.setPending(
          presence,
          (held) => {
            if (isDuplicateSubmission(purpose.underWay({ pending: held }))) throw new DuplicateSubmission();
            return purpose.remember(pending);
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
        await audit.record(tx, {
          action: 'email.confirmation-sent',
          actor: { kind: 'system' },
          ...(asked.subject ? { subject: asked.subject } : {}),
        });
        return kept;
      }),
    );

    function send(tx: Tx): Promise<void> {
      const to = { to: address.written, lang: language };
      const minutes = emailCodeLifetime / 60_000;
      if (asked.purpose === 'address') {
        if (known) return notices.send(tx, { ...to, template: 'email-address-in-use', values: {} });
        const values = { code: code.reveal(), minutes };
        return notices.send(tx, { ...to, template: 'email-address-code', values });
      }
      if (known) {
        const link = `${origin}/sign-in`;
        return notices.send(tx, { ...to, template: 'account-exists', values: { link } });
      }
      const link = `${origin}/sign-up/link?token=${token.reveal()}`;
      const values = { code: code.reveal(), link, minutes, agency };
      return notices.send(tx, { ...to, template: 'email-code', values });
    }
  };
