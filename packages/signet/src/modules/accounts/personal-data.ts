import type { AuditRef, PersonalData, PersonId, Tx } from '../../kernel/index.ts';
import type { ContactKeys } from './ports.ts';
import type { PersonStore } from './postgres-personal-data.ts';
import { addressContext } from './sealed-address.ts';

export interface AccountPersonalData extends PersonalData {
  /** From now on nobody signs in; the rest of the account is still there. */
  close(tx: Tx, person: PersonId): Promise<void>;
  /** The person whom the log's entries name so, while the account is there. */
  personOf(subject: AuditRef): Promise<PersonId | undefined>;
}

/** The account itself: who it is to the audit log, its language, its addresses. */
export function accountPersonalData(
  store: PersonStore,
  kms: Pick<ContactKeys, 'unwrap'>,
): AccountPersonalData {
  return {
    tables: ['people', 'email_addresses', 'removed_email_addresses'],
    async about(person) {
      const found = await store.of(person);
      if (!found) return {};
      const { auditRef, status, language, createdAt, addresses, removedAddresses } = found;
      const open = async (sealed: Buffer) =>
        (await kms.unwrap('contact', sealed, addressContext(person))).toString();
      return {
        account: { nameInAuditLog: auditRef, status, language, createdAt: createdAt.toISOString() },
        emailAddresses: await Promise.all(
          addresses.map(async ({ sealed, primary, verifiedAt }) => ({
            address: await open(sealed),
            primary,
            confirmedAt: verifiedAt.toISOString(),
          })),
        ),
        removedEmailAddresses: await Promise.all(
          removedAddresses.map(async ({ sealed, toldUntil }) => ({
            address: await open(sealed),
            getsNoticesUntil: toldUntil.toISOString(),
          })),
        ),
      };
    },
    /** With the row goes the one link between the person and what the audit log says of them. */
    forget: (tx, person) => store.remove(tx, person),
    close: (tx, person) => store.setStatus(tx, person, 'closed'),
    personOf: (subject) => store.byAuditRef(subject),
  };
}
