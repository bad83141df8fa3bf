import type { AuditRef, Tx } from '../../kernel/index.ts';

/** The one who acted: the person themselves, the system, or an agency or staff member by a pseudonymous reference. */
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
  /** In the order of writing, from the beginning: a page of entries goes on before the last one's. */
  readonly id: number;
  readonly at: Date;
  /** Undefined until it is sequenced, about a second. */
  readonly place?: Place;
}

/** Where an entry stands in the chain, and what stands beside it in an export of the log. */
export interface Place {
  readonly position: number;
  readonly hash: string; // hex
}

/** A page of entries, and which: all, or those that match every condition. */
export interface EntriesWanted {
  readonly limit: number;
  /** Only those with ids before this one. */
  readonly before?: number | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly actor?: Actor['kind'] | undefined;
  /** With these details among theirs. */
  readonly details?: AuditEvent['details'] | undefined;
}

export interface AuditLog {
  /** Appends within the caller's transaction: the act and its record stand or fall together. */
  record(tx: Tx, event: AuditEvent): Promise<void>;
  /** Entries about one subject, newest first, sequenced or not. */
  about(subject: AuditRef, wanted: EntriesWanted): Promise<readonly StoredEntry[]>;
}
