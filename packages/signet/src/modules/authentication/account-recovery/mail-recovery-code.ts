import { err, ok, Redacted, type Result, type Transact, type Tx } from '../../../kernel/index.ts';
import { type Accounts, type EmailAddress, parseEmailAddress } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Notices } from '../../notices/index.ts';
import type { EmailedCodes, MadeCode, StartSignUpError } from '../email/index.ts';
import type { Attempts } from '../limits/index.ts';
import {
  type KnownDevices,
  type Presence,
  recoveryEmail,
  recoveryKeys,
  type Session,
  type Sessions,
} from '../session/index.ts';
import type { RecoverySteps } from './recovery-steps.ts';

export interface MailNeeds {
  readonly accounts: Pick<Accounts, 'digestOf' | 'findByEmail'>;
  readonly attempts: Pick<Attempts, 'take'>;
  readonly audit: AuditLog;
  readonly knownDevices: Pick<KnownDevices, 'own'>;
  readonly emailedCodes: Pick<EmailedCodes, 'isDuplicate' | 'make'>;
  readonly notices: Pick<Notices, 'send'>;
  readonly origin: string;
  readonly sessions: Pick<Sessions, 'setPending'>;
  readonly transact: Transact;
}

/**
 * An issued recovery code (SP 800-63B-4 section 4.2.1.2): six digits to a mailbox of the account, for an hour of the
 * day that B14 allows. An address with an account and one without take the same steps and get the same page; which it
 * is says only the mail. A stranger who asks again and again causes no more than a few mails, and each has a link that lets
 * its reader go on in any browser: so no more mails are no harm to the owner, and are not told to anybody.
 */
export const mailRecoveryCode =
  (needs: MailNeeds): RecoverySteps['ask'] =>
  async (presence, { email, language, source, agency }): Promise<Result<Presence, StartSignUpError>> => {
    if (presence.session.aal >= 2) return err({ code: 'not-now' });
    const address = parseEmailAddress(email);
    if (!address.ok) return err({ code: address.error });
    if (needs.emailedCodes.isDuplicate(recoveryEmail(presence.session), address.value)) return ok(presence);
    const digest = await needs.accounts.digestOf(address.value);
    const account = await needs.accounts.findByEmail(address.value);
    const own = () => needs.knownDevices.own(account?.person, presence.from);
    const counted = await needs.attempts.take('recovery-mail', digest.toString('base64url'), source, own);
    if (!counted.allowed && counted.by.includes('place')) return err(counted.error);
    const made = needs.emailedCodes.make({
      address: address.value,
      language: account?.language ?? language, // a stranger does not choose how somebody is written to
      person: account?.person ?? null,
      link: 'recovery-link',
    });
    return ok(
      await needs.transact(async (tx) => {
        const next = await needs.sessions.setPending(presence, patch(counted.allowed, made), tx);
        if (!counted.allowed) return next;
        await made.keep(tx);
        await mail(needs, tx, { address: address.value, known: account !== undefined, agency }, made);
        await needs.audit.record(tx, {
          action: 'recovery.code-sent',
          actor: { kind: 'system' },
          ...(account ? { subject: account.auditRef } : {}),
        });
        return next;
      }),
    );
  };

/** Where no mail goes out, a code that came to this browser before still counts. */
const patch =
  (mailed: boolean, { pending }: MadeCode) =>
  (held: Session['pending']) => ({
    ...(!mailed && recoveryEmail({ pending: held })?.address === pending.address
      ? {}
      : { [recoveryKeys.email]: pending }),
    [recoveryKeys.underWay]: undefined,
  });

interface Asked {
  readonly address: EmailAddress;
  readonly known: boolean;
  readonly agency: string | undefined;
}

function mail(
  { notices, origin }: MailNeeds,
  tx: Tx,
  { address, known, agency }: Asked,
  { code, minutes, pending, linkToken }: MadeCode,
): Promise<void> {
  const to = { to: address.written, lang: pending.language } as const;
  if (known) {
    const on = agency ? `?agency=${encodeURIComponent(agency)}` : '';
    const link = `${origin}/recover/mailed/${linkToken.reveal()}${on}`;
    const values = { code: code.reveal(), minutes, link };
    return notices.send(tx, { ...to, template: 'recovery-code', values });
  }
  const link = `${origin}/sign-up`;
  return notices.send(tx, { ...to, template: 'recovery-no-account', values: { link } });
}

export const recoveryAddress = ({ session }: Presence): Redacted<string> | undefined => {
  const pending = recoveryEmail(session);
  return pending && new Redacted(pending.address);
};
