import { type Clock, days, type PersonId, type Redacted, type Tx } from '../../kernel/index.ts';
import type { Account, Accounts } from '../accounts/index.ts';
import type { Recovering } from '../authentication/index.ts';
import type { Disavowable, Notices, NoticeTemplates } from '../notices/index.ts';

export interface Told {
  readonly account: Account;
  readonly addresses: readonly Redacted<string>[];
  /** Those that get codes by text, E.164. */
  readonly phones: readonly Redacted<string>[];
}

type RecoveryNotice = 'recovery-started' | 'recovery-succeeded' | 'recovery-waiting' | 'disavowed';

/** B16: at every address on file and every phone that gets codes by text, each with its own link that stops it. */
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

type TextName = Exclude<RecoveryNotice, 'disavowed'>;

/** How long a text is still worth delivering. */
const textIsNews = days(1);

export function tellingOfRecovery({
  accounts,
  clock,
  notices,
  recovering,
}: {
  readonly accounts: Accounts;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly recovering: Pick<Recovering, 'phonesToTell'>;
}): RecoveryTelling {
  return {
    async whom(person) {
      const account = await accounts.get(person);
      if (!account) return undefined;
      const [addresses, phones] = await Promise.all([
        accounts.noticeAddresses(person),
        recovering.phonesToTell(person),
      ]);
      return { account, addresses, phones };
    },
    async send(tx, { account, addresses, phones }, template, values, disavows) {
      const lang = account.language;
      for (const to of addresses) await notices.send(tx, { to, template, lang, values, disavows });
      const until = new Date(clock.now().getTime() + textIsNews);
      for (const to of phones) {
        if (template === 'disavowed') continue; // nothing to stop any more
        const text = template as TextName;
        await notices.text(tx, { to, template: text, lang, values: values as never, until, disavows });
      }
    },
  };
}
