import type { PersonId, Tx } from '../../../kernel/index.ts';
import type { Actor } from '../../audit/index.ts';
import type { ReasonCode } from '../flow/decision.ts';
import type { Deps } from '../ports.ts';
import type { CaseRow } from './case-store.ts';

/**
 * One audit entry about a case: codes and counts, in the transaction of what it records, and last in it, since the
 * log's end stays locked until the transaction is over.
 */
export async function recordAct(
  deps: Deps,
  tx: Tx,
  of: Pick<CaseRow, 'person' | 'account' | 'id'>,
  action: `proofing.${string}`,
  details: Readonly<Record<string, string | number>> = {},
  actor: Actor = { kind: 'person' },
): Promise<void> {
  const subject = await deps.subjectOf(tx, ownerOf(of));
  const about = { case: of.id, ...(of.account && { purpose: 'recovery' }) };
  await deps.audit.record(tx, { action, actor, subject, details: { ...about, ...details } });
}

/** Whose matter a case is: who is told, and whom the audit log names. */
export const ownerOf = ({ account, person }: Pick<CaseRow, 'person' | 'account'>): PersonId =>
  account ?? person;

/** Reasons as details of an entry. */
export const reasonDetails = (reasons: readonly ReasonCode[]): Readonly<Record<string, string>> =>
  Object.fromEntries(reasons.slice(0, 6).map((reason, index) => [`reason${index + 1}`, reason]));
