export { erasuresIn } from './erasures-in.ts';
export { fromJsonLines, toJsonLine } from './export.ts';
export type { Actor, AuditEvent, AuditLog, StoredEntry } from './log.ts';
export { createAuditLog } from './postgres-audit-log.ts';
export { type Checkpointer, createCheckpointer } from './postgres-checkpoints.ts';
export { logLines } from './postgres-log-lines.ts';
export { type ErasureReceipt, findErasure } from './postgres-receipts.ts';
export { type Verification, verifyLog } from './verify.ts';
