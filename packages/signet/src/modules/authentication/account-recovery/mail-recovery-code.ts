import { randomBytes, randomUUID } from 'node:crypto';
import { type Clock, err, ok, Redacted, type Result, type Transact } from '../../../kernel/index.ts';
import { type Accounts, parseEmailAddress } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Notices } from '../../notices/index.ts';
import {
  type ConfirmationStore,
  emailCodeHash,
  emailCodeLifetime,
  emailCodeTries,
  emailDuplicateWithin,
  newEmailCode,
  type StartSignUpError,
} from '../email/index.ts';
import type { Attempts } from '../limits/index.ts';
import {
  type PendingEmail,
  type Presence,
  recoveryEmail,
  recoveryKeys,
  type Sessions,
} from '../session/index.ts';
import type { RecoverySteps } from './recovery-steps.ts';

export interface MailNeeds {
  readonly accounts: Pick<Accounts, 'digestOf' | 'findByEmail'>;
  readonly attempts: Pick<Attempts, 'take'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly confirmations: Pick<ConfirmationStore, 'put'>;
  readonly notices: Pick<Notices, 'send'>;
  readonly origin: string;
  readonly sessions: Pick<Sessions, 'setPending'>;
  readonly transact: Transact;
}

/**
 * An issued recovery code (SP 800-63B-4 section 4.2.1.2): six digits to a mailbox of the account, for an hour of the
 * day that B14 allows. An address with an account and one without take the same steps and get the same page; which it
 * is says only the mail.
 */
export const mailRecoveryCode =
  (needs: MailNeeds): RecoverySteps['ask'] =>
  async (presence, { email, language, source }): Promise<Result<Presence, StartSignUpError>> => {
    if (presence.session.aal >= 2) return err({ code: 'not-now' });
    const address = parseEmailAddress(email);
    if (!address.ok) return err({ code: address.error });
    const written = address.value.written.reveal();
    const now = needs.clock.now().getTime();
    const held = recoveryEmail(presence.session);
    if (held?.address === written && now - held.sentAt < emailDuplicateWithin) return ok(presence);
    const digest = await needs.accounts.digestOf(address.value);
    const counted = await needs.attempts.take('recovery-mail', digest.toString('base64url'), source);
    if (!counted.allowed) return err(counted.error);
    const account = await needs.accounts.findByEmail(address.value);
    const { code, codeSecret } = newEmailCode();
    const id = randomUUID();
    const lang = account?.language ?? language; // a stranger does not choose how somebody is written to
    const pending: PendingEmail = { id, codeSecret, address: written, language: lang, sentAt: now };
    const to = { to: address.value.written, lang } as const;
    const confirmation = {
      tokenLookup: randomBytes(32), // no link: whoever types the code has this browser and the mailbox
      codeHash: emailCodeHash(codeSecret, code.reveal()),
      sealed: Buffer.alloc(0),
      person: account?.person ?? null,
      expiresAt: new Date(now + emailCodeLifetime),
    };
    return ok(
      await needs.transact(async (tx) => {
        const patch = { [recoveryKeys.email]: pending, [recoveryKeys.underWay]: undefined };
        const next = await needs.sessions.setPending(presence, patch, tx);
        await needs.confirmations.put(tx, id, confirmation, emailCodeTries);
        const values = { code: code.reveal(), minutes: emailCodeLifetime / 60_000 };
        if (account) await needs.notices.send(tx, { ...to, template: 'recovery-code', values });
        else {
          const link = `${needs.origin}/sign-up`;
          await needs.notices.send(tx, { ...to, template: 'recovery-no-account', values: { link } });
        }
        await needs.audit.record(tx, {
          action: 'recovery.code-sent',
          actor: { kind: 'system' },
          ...(account ? { subject: account.auditRef } : {}),
        });
        return next;
      }),
    );
  };

export const recoveryAddress = ({ session }: Presence): Redacted<string> | undefined => {
  const pending = recoveryEmail(session);
  return pending && new Redacted(pending.address);
};
