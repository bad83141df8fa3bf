import { randomUUID } from 'node:crypto';
import {
  type Clock,
  days,
  err,
  ok,
  type PersonId,
  Redacted,
  type Result,
  type Tx,
} from '../../kernel/index.ts';
import type { AddressStore } from './address-store.ts';
import type { EmailAddress } from './email-address.ts';
import { accountLimits } from './limits.ts';
import type { ContactKeys } from './ports.ts';
import { addressContext } from './sealed-address.ts';

/** A confirmed address, as its own person sees it. */
export interface OwnAddress {
  readonly id: string;
  readonly address: Redacted<string>;
  readonly primary: boolean;
  readonly verifiedAt: Date;
}

/** The addresses of an account, each confirmed before it gets here. There is always one, and one is primary. */
export interface Addresses {
  /** Primary first. */
  of(person: PersonId): Promise<readonly OwnAddress[]>;
  /** `added` is false where it was this person's before. After an error the caller rolls its transaction back. */
  add(
    tx: Tx,
    person: PersonId,
    address: EmailAddress,
  ): Promise<
    Result<{ readonly id: string; readonly added: boolean }, 'address-taken' | 'too-many-addresses'>
  >;
  /**
   * It signs nobody in any more, and is told what happens to the account for a week (B16). False for the primary
   * address, and so for the last one.
   */
  remove(tx: Tx, person: PersonId, id: string): Promise<boolean>;
  /**
   * Within that week: as if it had not been removed. False when it is over, the address is somebody's by now, or it came
   * back so before, in the last month: an owner gets rid of an address whose reader wants to stay.
   */
  restore(tx: Tx, person: PersonId, id: string): Promise<boolean>;
  /** Gives the id of the one that was primary before. Undefined, and nothing happens, where there is no such address. */
  makePrimary(tx: Tx, person: PersonId, id: string): Promise<string | undefined>;
  /**
   * Takes one out that was added in the last week and that the person says was never theirs, primary or not: the
   * oldest that is left is primary then, or the oldest of those removed in that week. False, and nothing happens, where
   * it is older or none would be left: an old notice in a lost mailbox is no way to cut somebody off.
   */
  disown(tx: Tx, person: PersonId, id: string): Promise<boolean>;
  /** What changed since a moment of the last week: what was removed is there again, what was added is not. */
  undoSince(tx: Tx, person: PersonId, since: Date): Promise<void>;
  /** B16: where notices go: every address on file, and those removed in the last week. */
  toTell(person: PersonId, tx?: Tx): Promise<readonly Redacted<string>[]>;
  /** The job: forgets removed addresses when their week is over. */
  forgetRemoved(): Promise<void>;
}

export const addressesAtMost = accountLimits['email-addresses'].most;

/** How long a removed address is told. As long as people are away from their mail now and then. */
const toldAfterRemoval = days(7);

export function addressesIn(
  { kms, clock }: { readonly kms: ContactKeys; readonly clock: Clock },
  store: AddressStore,
  digestOf: (address: EmailAddress) => Promise<Buffer>,
): Addresses {
  const open = async (person: PersonId, sealed: Buffer) =>
    new Redacted((await kms.unwrap('contact', sealed, addressContext(person))).toString());

  return {
    async of(person) {
      const kept = await store.of(person);
      return Promise.all(
        kept.map(async ({ sealed, ...rest }) => ({ ...rest, address: await open(person, sealed) })),
      );
    },

    async add(tx, person, address) {
      const count = await store.countInTurn(tx, person);
      const id = randomUUID();
      const lookup = await digestOf(address);
      const written = Buffer.from(address.written.reveal());
      const sealed = await kms.wrap('contact', written, addressContext(person));
      const { owner, added } = await store.add(tx, person, { id, lookup, sealed, verifiedAt: clock.now() });
      if (owner !== person) return err('address-taken');
      if (added && count >= addressesAtMost) return err('too-many-addresses');
      return ok({ id, added });
    },

    remove: (tx, person, id) =>
      store.remove(tx, person, id, new Date(clock.now().getTime() + toldAfterRemoval)),
    restore: (tx, person, id) => store.restore(tx, person, id, clock.now()),
    disown: (tx, person, id) => {
      const now = clock.now();
      return store.disown(tx, person, id, now, new Date(now.getTime() - toldAfterRemoval));
    },
    undoSince: (tx, person, since) =>
      store.undoSince(tx, person, since, new Date(since.getTime() + toldAfterRemoval), clock.now()),
    makePrimary: (tx, person, id) => store.makePrimary(tx, person, id),

    async toTell(person, tx) {
      const [kept, removed] = await Promise.all([
        store.of(person, tx),
        store.stillTold(person, clock.now(), tx),
      ]);
      return Promise.all([...kept.map(({ sealed }) => sealed), ...removed].map((it) => open(person, it)));
    },

    forgetRemoved: () => store.forgetRemoved(clock.now()),
  };
}
