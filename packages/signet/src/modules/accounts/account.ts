import type { AuditRef, Language, PersonId } from '../../kernel/index.ts';

/** `suspended` and `closed` people cannot sign in (A27). */
export type AccountStatus = 'active' | 'suspended' | 'closed';

/** A person as the rest of Signet knows them: no name, no address. */
export interface Account {
  readonly person: PersonId;
  readonly auditRef: AuditRef;
  readonly status: AccountStatus;
  readonly language: Language;
  readonly createdAt: Date;
}
