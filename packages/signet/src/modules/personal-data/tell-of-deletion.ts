import type { PersonId, Redacted, Tx } from '../../kernel/index.ts';
import type { Account } from '../accounts/index.ts';
import type { NoticeTemplates } from '../notices/index.ts';
import type { PersonalDataNeeds } from './ports.ts';

/** The account and the addresses that are told. Read before the transaction in which the addresses may go. */
export interface Addressees {
  readonly account: Account;
  readonly addresses: readonly Redacted<string>[];
}

export async function addresseesOf(
  { accounts }: Pick<PersonalDataNeeds, 'accounts'>,
  person: PersonId,
): Promise<Addressees | undefined> {
  const account = await accounts.get(person);
  return account && { account, addresses: await accounts.noticeAddresses(person) };
}

type Told = 'deletion-asked' | 'deletion-soon' | 'account-kept' | 'account-erased' | 'data-downloaded';

/** B16: to every address on file. */
export async function tell<Name extends Told>(
  { notices }: Pick<PersonalDataNeeds, 'notices'>,
  tx: Tx,
  { account, addresses }: Addressees,
  template: Name,
  values: NoticeTemplates[Name],
): Promise<void> {
  for (const to of addresses) await notices.send(tx, { to, template, lang: account.language, values });
}
