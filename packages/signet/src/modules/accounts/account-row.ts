import type { AuditRef, Language, PersonId } from '../../kernel/index.ts';
import type { Account, AccountStatus } from './account.ts';

export interface AccountRow {
  readonly id: PersonId;
  readonly audit_ref: AuditRef;
  readonly status: AccountStatus;
  readonly language: Language;
  readonly created_at: Date;
}

export const accountColumns = ['id', 'audit_ref', 'status', 'language', 'created_at'] as const;

export const accountOf = (row: AccountRow): Account => ({
  person: row.id,
  auditRef: row.audit_ref,
  status: row.status,
  language: row.language,
  createdAt: row.created_at,
});
