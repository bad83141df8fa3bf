import type { AuditRef, Language, PersonId, Transact, Tx } from '../../../kernel/index.ts';
import type { EmailAddress } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Notices } from '../../notices/index.ts';
import type { Presence, Session, Sessions } from '../session/index.ts';
import {
  DuplicateSubmission,
  emailUnderWay,
  type PendingEmail,
  pendingKeys,
  unlessDuplicateSubmission,
} from '../session/index.ts';
import type { EmailedCodes, MadeCode } from './emailed-codes.ts';
import { newAddressKey, newAddressUnderWay } from './new-address-under-way.ts';

interface Needs {
  readonly audit: AuditLog;
  readonly emailedCodes: Pick<EmailedCodes, 'isDuplicate' | 'make'>;
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
  /** The person whose unfinished account the address belongs to, or will belong to; null for a new account. */
  readonly person: PersonId | null;
  /** How the audit log names who asked, where that is known. */
  readonly subject?: AuditRef | undefined;
  /** The address has an account already: the same steps, another mail, and a code that nobody learns. */
  readonly known: boolean;
  /** The agency that the person is on the way to. */
  readonly agency?: { readonly id: string; readonly name: string } | undefined;
  /** As many mails went to this address as may: this one is not sent, and the link in one of those does the same. */
  readonly mailedAlready?: boolean;
  /** A code that this one takes the place of. */
  readonly earlier?: PendingEmail;
}

export type MailCode = (presence: Presence, asked: AskedCode) => Promise<Presence>;

/**
 * Makes a code and a link for an address, mails them, and remembers in the session what the code is checked with. The
 * session comes first: of two presses at once the second waits for it, and finds there that the mail is on its way.
 */
export const createMailCode =
  (needs: Needs): MailCode =>
  async (presence, asked) => {
    const { audit, emailedCodes, sessions, transact } = needs;
    const { address, earlier } = asked;
    const { underWay, remember } = purposes[asked.purpose];
    const made = emailedCodes.make(asked);
    const rememberOnce = (pending: Session['pending']) => {
      const held = underWay({ pending });
      if (held?.sentAt !== earlier?.sentAt && emailedCodes.isDuplicate(held, address))
        throw new DuplicateSubmission();
      if (asked.mailedAlready && held?.address === made.pending.address) return {}; // its code still counts
      return remember(made.pending);
    };
    return unlessDuplicateSubmission(sessions, presence, () =>
      transact(async (tx) => {
        const kept = await sessions.setPending(presence, rememberOnce, tx);
        if (asked.mailedAlready) return kept;
        await made.keep(tx);
        await mail(needs, tx, asked, made);
        await audit.record(tx, {
          action: 'email.confirmation-sent',
          actor: { kind: 'system' },
          ...(asked.subject ? { subject: asked.subject } : {}),
        });
        return kept;
      }),
    );
  };

function mail({ notices, origin }: Needs, tx: Tx, asked: AskedCode, made: MadeCode): Promise<void> {
  const to = { to: asked.address.written, lang: asked.language };
  const { minutes } = made;
  const code = made.code.reveal();
  if (asked.purpose === 'address') {
    if (asked.known) return notices.send(tx, { ...to, template: 'email-address-in-use', values: {} });
    return notices.send(tx, { ...to, template: 'email-address-code', values: { code, minutes } });
  }
  if (asked.known) {
    const link = `${origin}/sign-in`;
    return notices.send(tx, { ...to, template: 'account-exists', values: { link } });
  }
  const { agency } = asked;
  const on = agency ? `&agency=${encodeURIComponent(agency.id)}` : '';
  const link = `${origin}/sign-up/link?token=${made.linkToken.reveal()}${on}`;
  const values = { code, link, minutes, agency: agency?.name };
  return notices.send(tx, { ...to, template: 'email-code', values });
}
