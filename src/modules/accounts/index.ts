import type { PersonId, Redacted, Result, Tx } from '../../kernel/index.ts';
import type { Language } from '../notices/index.ts';
import type { Account } from './account.ts';
import type { EmailAddress } from './email-address.ts';

export type { Account, AccountStatus } from './account.ts';
export { type EmailAddress, parseEmailAddress } from './email-address.ts';
export type { ContactKeys } from './ports.ts';

export interface Accounts {
  /** The account that has confirmed this address. The same work whether there is one or not. */
  findByEmail(address: EmailAddress): Promise<Account | undefined>;
  get(person: PersonId): Promise<Account | undefined>;
  /** A new account with one confirmed, primary address. `address-taken`: someone confirmed it first. */
  create(
    tx: Tx,
    from: { readonly address: EmailAddress; readonly language: Language },
  ): Promise<Result<Account, 'address-taken'>>;
  changeLanguage(tx: Tx, person: PersonId, language: Language): Promise<void>;
  /** The address the person signs in with, to show to them alone. */
  primaryAddress(person: PersonId): Promise<Redacted<string> | undefined>;
  /** B16: every confirmed address on file, where notices go. */
  noticeAddresses(person: PersonId): Promise<readonly Redacted<string>[]>;
  /** A keyed digest of an address, to count by without keeping it. */
  digestOf(address: EmailAddress): Promise<Buffer>;
}
