import type { Clock, PersonId, Redacted, Transact, Tx } from '../../../kernel/index.ts';
import type { Account, Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { AuthenticatorName, Disavowable, Notices, NoticeTemplates } from '../../notices/index.ts';

type SecurityNotice =
  | 'account-ready'
  | 'new-authenticator'
  | 'authenticator-removed'
  | 'authenticator-disabled'
  | 'phone-changed-hands'
  | 'recovery-code-used'
  | 'new-sign-in'
  | 'session-elsewhere'
  | 'email-addresses-changed';

/** The account and the addresses that a notice goes to. Read before the transaction, which waits for no second connection. */
export interface Addressees {
  readonly account: Account;
  readonly addresses: readonly Redacted<string>[];
}

/** What the person is told about their authenticators, at every address on file (B13, B16). */
export interface SecurityNotices {
  addressees(person: PersonId): Promise<Addressees | undefined>;
  send<Name extends SecurityNotice>(
    tx: Tx,
    to: Addressees | undefined,
    template: Name,
    values: Omit<NoticeTemplates[Name], 'at'>,
    disavows?: Omit<Disavowable, 'person'>,
  ): Promise<void>;
  /** B4: an authenticator had its last failure. */
  disabled(person: PersonId, authenticator: AuthenticatorName): Promise<void>;
}

export function securityNotices(needs: {
  readonly accounts: Accounts;
  readonly notices: Notices;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly transact: Transact;
}): SecurityNotices {
  const { accounts, notices, audit, clock, transact } = needs;

  async function addressees(person: PersonId): Promise<Addressees | undefined> {
    const account = await accounts.get(person);
    return account && { account, addresses: await accounts.noticeAddresses(person) };
  }

  async function send<Name extends SecurityNotice>(
    tx: Tx,
    to: Addressees | undefined,
    template: Name,
    values: Omit<NoticeTemplates[Name], 'at'>,
    change?: Omit<Disavowable, 'person'>,
  ): Promise<void> {
    if (!to) return;
    const { person, language: lang } = to.account;
    const disavows = change && { person, ...change };
    const complete = { ...values, at: clock.now() } as NoticeTemplates[Name];
    for (const address of to.addresses) {
      await notices.send(tx, { to: address, template, lang, values: complete, disavows });
    }
  }

  return {
    addressees,
    send,
    async disabled(person, authenticator) {
      const to = await addressees(person);
      await transact(async (tx) => {
        await send(tx, to, 'authenticator-disabled', { authenticator });
        await audit.record(tx, {
          action: 'authenticator.disabled',
          actor: { kind: 'system' },
          ...(to ? { subject: to.account.auditRef } : {}),
          details: { authenticator },
        });
      });
    },
  };
}
