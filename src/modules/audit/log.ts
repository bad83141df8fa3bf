import type { AuditRef, Tx } from '../../kernel/index.ts';

/** Who acted: the person themselves, the system, or an agency or staff member by a pseudonymous reference. */
export interface Actor {
  readonly kind: 'person' | 'system' | 'agency' | 'staff';
  readonly ref?: string;
}

/** One thing that happened. Pseudonymous: `details` hold codes and counts, never personal data. */
export interface AuditEvent {
  readonly action: string; // dotted, e.g. `session.begun`
  readonly actor: Actor;
  readonly subject?: AuditRef;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

export interface StoredEntry extends AuditEvent {
  readonly position: number;
  readonly at: Date;
}

export interface AuditLog {
  /** Appends within the caller's transaction: the act and its record stand or fall together. */
  record(tx: Tx, event: AuditEvent): Promise<void>;
  /** Every entry about one subject, newest first. */
  about(subject: AuditRef, page: { limit: number; before?: number }): Promise<readonly StoredEntry[]>;
}
