import { z } from 'zod';
import { type AuditRef, asId, isUuid } from '../../kernel/index.ts';
import { refusePersonalData } from './codes-only.ts';
import type { AuditEvent } from './log.ts';

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

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

const uuid = z.string().refine(isUuid);
const entrySchema = z.object({
  v: z.literal(1),
  at: z.iso.datetime().transform((at) => new Date(at)),
  action: z.string(),
  actor: z.object({
    kind: z.enum(['person', 'system', 'agency', 'staff']),
    ref: z.string().exactOptional(),
  }),
  subject: uuid.transform((subject) => asId<AuditRef>(subject)).exactOptional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
});

/**
 * Reads back what `entryText` wrote. Undefined: another text. Whoever has the application's rights can add any JSON to the
 * log, and an export comes from outside.
 */
export function readEntry(text: string): (AuditEvent & { readonly at: Date }) | undefined {
  const read = entrySchema.safeParse(jsonIn(text));
  if (!read.success) return undefined;
  const { v: _, ...entry } = read.data;
  return entry;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const erasureSchema = z.object({
  action: z.literal('account.erased'),
  actor: z.object({ kind: z.literal('system') }),
  subject: uuid.transform((subject) => asId<AuditRef>(subject)),
  details: z.object({ receipt: uuid }),
});

/** The erasure that an entry tells of. Undefined: it tells of something else. */
export function readErasure(
  text: string,
): { readonly at: Date; readonly subject: AuditRef; readonly receipt: string } | undefined {
  const entry = readEntry(text);
  const erasure = erasureSchema.safeParse(entry);
  if (!entry || !erasure.success) return undefined;
  return { at: entry.at, subject: erasure.data.subject, receipt: erasure.data.details.receipt };
}
