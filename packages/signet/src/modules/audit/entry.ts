import { type AuditRef, asId } from '../../kernel/index.ts';
import { refusePersonalData } from './codes-only.ts';
import type { Actor, AuditEvent } from './log.ts';

/** The text that is hashed and kept: canonical JSON (keys in a fixed order), checked to hold codes and counts only. */
export function entryText(event: AuditEvent, at: Date): string {
  refusePersonalData(event);
  return JSON.stringify({
    v: 1,
    at: at.toISOString(),
    action: event.action,
    actor: { kind: event.actor.kind, ref: event.actor.ref },
    subject: event.subject,
    details: event.details && Object.fromEntries(Object.entries(event.details).sort(byKey)),
  });
}

/** Reads back what `entryText` wrote. */
export function readEntry(text: string): AuditEvent & { readonly at: Date } {
  const { at, action, actor, subject, details } = JSON.parse(text) as EntryJson;
  return {
    at: new Date(at),
    action,
    actor,
    ...(subject !== undefined && { subject: asId<AuditRef>(subject) }),
    ...(details && { details }),
  };
}

interface EntryJson {
  readonly at: string;
  readonly action: string;
  readonly actor: Actor;
  readonly subject?: string;
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
