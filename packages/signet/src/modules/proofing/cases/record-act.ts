import type { Tx } from '../../../kernel/index.ts';
import type { Actor, AuditLog } from '../../audit/index.ts';
import type { ReasonCode } from '../flow/index.ts';
import { type CaseRow, ownerOf } from './case.ts';
import type { SubjectOf } from './ports.ts';

export interface RecordNeeds {
  readonly audit: Pick<AuditLog, 'record'>;
  readonly subjectOf: SubjectOf;
}

export type ActDetails = Readonly<Record<string, string | number>>;
export type ProofingAct = `proofing.${string}`;

/**
 * One audit entry about a case: codes and counts, in the transaction of what it records.
 */
export async function recordAct(
  { audit, subjectOf }: RecordNeeds,
  tx: Tx,
  of: Pick<CaseRow, 'person' | 'account' | 'id'>,
  action: ProofingAct,
  details: ActDetails = {},
  actor: Actor = { kind: 'person' },
): Promise<void> {
  const subject = await subjectOf(tx, ownerOf(of));
  const about = { case: of.id, ...(of.account && { purpose: 'recovery' }) };
  await audit.record(tx, { action, actor, subject, details: { ...about, ...details } });
}

/** Reasons as details of an entry. */
export const reasonDetails = (reasons: readonly ReasonCode[]): Readonly<Record<string, string>> =>
  Object.fromEntries(reasons.slice(0, 6).map((reason, index) => [`reason${index + 1}`, reason]));
