import type { AuditRef, Tx } from '../../kernel/index.ts';
import type { AuditLog } from '../audit/index.ts';

export type RecordWithAgency = (
  tx: Tx,
  subject: AuditRef | undefined,
  action: 'consent.given' | 'consent.ended' | 'agency.signed-in',
  agency: string,
  given?: readonly string[],
) => Promise<void>;

/** Names of attributes stand in the entry, so that the person's history says what each agency got, and when. */
export const createRecordWithAgency =
  (audit: Pick<AuditLog, 'record'>): RecordWithAgency =>
  async (tx, subject, action, agency, given = []) => {
    const items = given.length > 0 ? { items: given.join('+') } : {};
    await audit.record(tx, {
      action,
      actor: { kind: 'person' },
      ...(subject ? { subject } : {}),
      details: { agency, ...items },
    });
  };
