import { z } from 'zod';
import type { Redacted } from '../../../kernel/index.ts';
import type { Presence } from '../../../modules/authentication/index.ts';

/**
 * What opens the link that this screen shows, so that a reload shows it again: the database has only digests, and what a
 * session has pending is encrypted under the secret of its cookie.
 */
export interface ShownLink {
  readonly id: string;
  readonly token: string;
  readonly code: string;
}

const pendingKey = 'proofing.phone-link';
const pendingSchema = z.object({ id: z.string(), token: z.string(), code: z.string() });

/** The secrets of that link, where this session made it. */
export function shownLink(presence: Presence | undefined, id: string): ShownLink | undefined {
  const kept = pendingSchema.safeParse(presence?.session.pending[pendingKey]);
  return kept.success && kept.data.id === id ? kept.data : undefined;
}

/** For `sessions.setPending`. */
export const asShown = (
  id: string,
  { token, code }: { readonly token: Redacted<string>; readonly code: Redacted<string> },
): Readonly<Record<string, unknown>> => ({
  [pendingKey]: { id, token: token.reveal(), code: code.reveal() },
});
