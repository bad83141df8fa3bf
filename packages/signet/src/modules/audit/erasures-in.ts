import type { AuditRef } from '../../kernel/index.ts';
import type { LogLine } from './chain.ts';
import { readErasure } from './entry.ts';
import { type Trust, type Verification, verifyLog } from './verify.ts';

export interface LoggedErasure {
  readonly subject: AuditRef;
  readonly receipt: string;
  /** Undefined where the log was read before the entry was sequenced. */
  readonly position: number | undefined;
}

type Lines = AsyncIterable<LogLine> | Iterable<LogLine>;

/** The erasures that a log tells of. Whether the log is true is another question: `verifyErasures` asks it. */
export async function* erasuresIn(lines: Lines): AsyncGenerator<LoggedErasure> {
  for await (const line of lines) {
    const erasure = erasureIn(line);
    if (erasure) yield erasure;
  }
}

export interface VerifiedErasures {
  readonly verification: Verification;
  /** Covered by a signed checkpoint. Nobody without the key put them there. */
  readonly signed: readonly LoggedErasure[];
  /** After the last checkpoint, or without a position: anybody who can write to the export could have added them. */
  readonly unsigned: readonly LoggedErasure[];
}

/**
 * Verifies a log and takes the erasures out of it, in one pass: a file that is read twice could be another one the second
 * time. Nothing of it is to be believed where the verification found a problem.
 */
export async function verifyErasures(lines: Lines, trust: Trust): Promise<VerifiedErasures> {
  const found: LoggedErasure[] = [];
  const verification = await verifyLog(noting(lines, found), trust);
  const isSigned = ({ position }: LoggedErasure) =>
    position !== undefined && position < verification.signedSize;
  return {
    verification,
    signed: found.filter(isSigned),
    unsigned: found.filter((erasure) => !isSigned(erasure)),
  };
}

async function* noting(lines: Lines, found: LoggedErasure[]): AsyncGenerator<LogLine> {
  for await (const line of lines) {
    const erasure = erasureIn(line);
    if (erasure) found.push(erasure);
    yield line;
  }
}

function erasureIn(line: LogLine): LoggedErasure | undefined {
  if (line.kind !== 'entry' && line.kind !== 'unsequenced') return undefined;
  const erasure = readErasure(line.entry);
  if (!erasure) return undefined;
  const { subject, receipt } = erasure;
  return { subject, receipt, position: line.kind === 'entry' ? line.position : undefined };
}
