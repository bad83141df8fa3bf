import type { AuditRef, PersonId, Result } from '../../kernel/index.ts';
import type { Hold } from './ports.ts';

/** An account that is to be deleted, and is not yet. */
export interface PendingDeletion {
  readonly askedAt: Date;
  /** Until then the person may keep it; then it is closed, and a few minutes later it is gone. */
  readonly dueAt: Date;
  /** It is closed by now, and cannot be kept any more. */
  readonly closing: boolean;
  readonly held?: Hold;
}

/** Deleting an account for good: asked for, waited for, done, provable (decision 19). */
export interface AccountDeletion {
  /** Days between asking and the end. */
  readonly waitDays: number;
  pendingOf(person: PersonId): Promise<PendingDeletion | undefined>;
  /** Begins the wait and tells every address on file. Asking again changes nothing. */
  ask(person: PersonId): Promise<PendingDeletion>;
  /** `nothing-to-keep`: it was kept already, or it is too late. */
  keep(person: PersonId): Promise<Result<'kept', 'nothing-to-keep'>>;
  /** Whether a mailed link still keeps an account: looking uses nothing up. */
  linkWorks(token: string): Promise<boolean>;
  /** The same as `keep` for who reads the mailbox, signed in or not; it signs out everywhere. */
  keepByLink(token: string): Promise<Result<'kept', 'nothing-to-keep'>>;
  /**
   * Erases an account that a restored backup brought back, by its name in the audit log. False when it is not here.
   * Nobody is told again.
   */
  eraseAgain(subject: AuditRef, reference: string): Promise<boolean>;
  /** Job: reminds, closes and erases what is due. May be repeated, killed and run twice at once. */
  sweep(): Promise<{ readonly reminded: number; readonly closed: number; readonly erased: number }>;
}
