import type { AuditRef } from '../../kernel/index.ts';
import type { LogLine } from './chain.ts';
import { readEntry } from './entry.ts';

export interface LoggedErasure {
  readonly subject: AuditRef;
  readonly receipt: string;
  /** Undefined where the log was read before the entry was sequenced. */
  readonly position: number | undefined;
}

/** The erasures that a log tells of, e.g. to make them again on a database that was put back to before them. */
export async function* erasuresIn(
  lines: AsyncIterable<LogLine> | Iterable<LogLine>,
): AsyncGenerator<LoggedErasure> {
  for await (const line of lines) {
    if (line.kind !== 'entry' && line.kind !== 'unsequenced') continue;
    const { action, subject, details } = readEntry(line.entry);
    if (action !== 'account.erased' || !subject || typeof details?.receipt !== 'string') continue;
    yield { subject, receipt: details.receipt, position: line.kind === 'entry' ? line.position : undefined };
  }
}
