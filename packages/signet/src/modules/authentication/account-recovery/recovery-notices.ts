import { type Clock, days, type PersonId, type Redacted, type Tx } from '../../../kernel/index.ts';
import type { Account, Accounts } from '../../accounts/index.ts';
import type {
  Disavowable,
  Notices,
  NoticeTemplates,
  RecoveryTexts,
  TextTemplates,
} from '../../notices/index.ts';

export interface Told {
  readonly account: Account;
  readonly addresses: readonly Redacted<string>[];
  /** Those that get codes by text, E.164. */
  readonly phones: readonly Redacted<string>[];
}

/** What is over, and nothing that a phone in the hand could still stop. */
type MailedOnly = 'disavowed' | 'account-reopened' | 'recovery-allowed-again' | 'authenticator-removed';

/** One of these, as a mail and as a text: the same values serve both. */
type Values<Name extends keyof RecoveryTexts> = NoticeTemplates[Name] & TextTemplates[Name];

/** B16: at every address on file and every phone that gets codes by text, each with its own link that stops it. */
export interface RecoveryNotices {
  /** Read before the transaction, so that no second connection is waited for inside it. */
  whom(person: PersonId): Promise<Told | undefined>;
  send<Name extends keyof RecoveryTexts>(
    tx: Tx,
    to: Told,
    template: Name,
    values: Values<Name>,
    disavows: Disavowable,
  ): Promise<void>;
  mail<Name extends MailedOnly>(
    tx: Tx,
    to: Told,
    template: Name,
    values: NoticeTemplates[Name],
  ): Promise<void>;
}

/** How long a text is still worth delivering. */
const textIsNews = days(1);

export function createRecoveryNotices({
  accounts,
  clock,
  notices,
  textedNumbers,
}: {
  readonly accounts: Pick<Accounts, 'get' | 'noticeAddresses'>;
  readonly notices: Pick<Notices, 'send' | 'text'>;
  readonly clock: Clock;
  readonly textedNumbers: (person: PersonId) => Promise<readonly Redacted<string>[]>;
}): RecoveryNotices {
  return {
    async whom(person) {
      const account = await accounts.get(person);
      if (!account) return undefined;
      const [addresses, phones] = await Promise.all([
        accounts.noticeAddresses(person),
        textedNumbers(person),
      ]);
      return { account, addresses, phones };
    },
    async send(tx, { account, addresses, phones }, template, values, disavows) {
      const lang = account.language;
      for (const to of addresses) await notices.send(tx, { to, template, lang, values, disavows });
      const until = new Date(clock.now().getTime() + textIsNews);
      for (const to of phones) await notices.text(tx, { to, template, lang, values, until, disavows });
    },
    async mail(tx, { account: { language: lang }, addresses }, template, values) {
      for (const to of addresses) await notices.send(tx, { to, template, lang, values });
    },
  };
}
