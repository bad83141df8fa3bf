import type { PersonId, Redacted, Tx } from '../../kernel/index.ts';
import type { Account, Accounts } from '../accounts/index.ts';
import type { Disavowable, Notices, NoticeTemplates } from '../notices/index.ts';

export interface Told {
  readonly account: Account;
  readonly addresses: readonly Redacted<string>[];
}

type RecoveryNotice = 'recovery-started' | 'recovery-succeeded' | 'recovery-waiting' | 'disavowed';

/** B16: at every address on file, each with its own link that stops it. */
export interface RecoveryTelling {
  /** Read before the transaction, so that no second connection is waited for inside it. */
  whom(person: PersonId): Promise<Told | undefined>;
  send<Name extends RecoveryNotice>(
    tx: Tx,
    to: Told,
    template: Name,
    values: NoticeTemplates[Name],
    disavows?: Disavowable,
  ): Promise<void>;
}

export function tellingOfRecovery({
  accounts,
  notices,
}: {
  readonly accounts: Accounts;
  readonly notices: Notices;
}): RecoveryTelling {
  return {
    async whom(person) {
      const account = await accounts.get(person);
      return account && { account, addresses: await accounts.noticeAddresses(person) };
    },
    async send(tx, { account, addresses }, template, values, disavows) {
      for (const to of addresses)
        await notices.send(tx, { to, template, lang: account.language, values, disavows });
    },
  };
}
