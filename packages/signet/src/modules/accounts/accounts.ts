import {
  type AuditRef,
  type Clock,
  type Database,
  err,
  type Language,
  newId,
  ok,
  type PersonId,
  Redacted,
  type Result,
  type Tx,
} from '../../kernel/index.ts';
import type { Account } from './account.ts';
import type { AddressStore } from './address-store.ts';
import { type Addresses, addressesIn } from './addresses.ts';
import type { EmailAddress } from './email-address.ts';
import type { ContactKeys } from './ports.ts';
import type { AccountStore } from './postgres-accounts.ts';
import { addressContext } from './sealed-address.ts';

export interface Accounts {
  /** The account that has confirmed this address. The same work whether there is one or not. */
  findByEmail(address: EmailAddress): Promise<Account | undefined>;
  get(person: PersonId): Promise<Account | undefined>;
  /**
   * A new account with one confirmed, primary address. On `address-taken` (someone confirmed it first) the caller
   * rolls its transaction back.
   */
  create(
    tx: Tx,
    from: { readonly address: EmailAddress; readonly language: Language },
  ): Promise<Result<Account, 'address-taken'>>;
  /** Suspended people sign in no more (A27), until an agent looked. False when nothing changed. */
  suspend(tx: Tx, person: PersonId): Promise<boolean>;
  /** The reverse. False when nothing changed. */
  liftSuspension(tx: Tx, person: PersonId): Promise<boolean>;
  /**
   * Whether the person may be signed in, and stays so until the transaction ends: a suspension or deletion that came first
   * is seen, and one that comes now waits, so that it ends what this transaction begins (A27).
   */
  holdActive(tx: Tx, person: PersonId): Promise<boolean>;
  /** By the name that the audit log knows the person by. */
  findByAuditRef(auditRef: AuditRef): Promise<Account | undefined>;
  suspended(): Promise<readonly AuditRef[]>;
  changeLanguage(tx: Tx, person: PersonId, language: Language): Promise<void>;
  /** The address the person signs in with, to show to them alone. */
  primaryAddress(person: PersonId): Promise<Redacted<string> | undefined>;
  /** The account and that address, in one query. */
  withAddress(
    person: PersonId,
  ): Promise<{ readonly account: Account; readonly address: Redacted<string> | undefined } | undefined>;
  /** The person's addresses one by one. */
  readonly addresses: Addresses;
  /**
   * B16: where notices go: every confirmed address on file, and for a while those that were removed. Never a code: who
   * reads a removed mailbox gets no way in. With `tx` where one is open: a second connection might not be to be had.
   */
  noticeAddresses(person: PersonId, tx?: Tx): Promise<readonly Redacted<string>[]>;
  /** A keyed digest of an address, to count by without keeping it. */
  digestOf(address: EmailAddress): Promise<Buffer>;
}

export interface AccountsNeeds {
  readonly db: Database;
  readonly kms: ContactKeys;
  readonly clock: Clock;
}

export function accountsIn(
  { kms, clock }: AccountsNeeds,
  store: AccountStore,
  addressStore: AddressStore,
): Accounts {
  const digestOf = (address: EmailAddress) =>
    kms.mac('contact-index', Buffer.from(`email:${address.normalized.reveal()}`));
  const open = async (person: PersonId, sealed: Buffer) =>
    new Redacted((await kms.unwrap('contact', sealed, addressContext(person))).toString());
  const addresses = addressesIn({ kms, clock }, addressStore, digestOf);
  return {
    addresses,
    digestOf,
    findByEmail: async (address) => store.byLookup(await digestOf(address)),
    get: (person) => store.byId(person),
    async create(tx, { address, language }) {
      const account: Account = {
        person: newId(),
        auditRef: newId(),
        status: 'active',
        language,
        createdAt: clock.now(),
      };
      const written = Buffer.from(address.written.reveal());
      const added = await store.add(tx, account, {
        lookup: await digestOf(address),
        sealed: await kms.wrap('contact', written, addressContext(account.person)),
        primary: true,
      });
      return added ? ok(account) : err('address-taken');
    },
    suspend: (tx, person) => store.suspend(tx, person),
    holdActive: (tx, person) => store.holdActive(tx, person),
    liftSuspension: (tx, person) => store.liftSuspension(tx, person),
    findByAuditRef: (auditRef) => store.byAuditRef(auditRef),
    suspended: () => store.suspended(),
    changeLanguage: (tx, person, language) => store.setLanguage(tx, person, language),
    async primaryAddress(person) {
      const found = await store.withPrimary(person);
      return found?.sealed && open(person, found.sealed);
    },
    async withAddress(person) {
      const found = await store.withPrimary(person);
      if (!found) return undefined;
      const { account, sealed } = found;
      return { account, address: sealed ? await open(person, sealed) : undefined };
    },
    noticeAddresses: (person, tx) => addresses.toTell(person, tx),
  };
}
