import { z } from 'zod';
import { challengePrefix, type Session } from '../session/index.ts';

/** Where a session's `pending` keeps a registration that was asked of the browser. */
export const creationKey = 'authentication.passkeyCreation';

const creationSchema = z.object({ challenge: z.string(), userHandle: z.string() });

export const readCreation = (value: unknown): z.infer<typeof creationSchema> | undefined =>
  creationSchema.optional().parse(value);

/**
 * An assertion that was asked of the browser: each challenge an entry of its own (B8), so that two tabs, or autofill
 * and the button, do not take each other's. Bound to the session, and used up by its key.
 */
export const challengeKey = (challenge: string): string => `${challengePrefix}${challenge}`;

const challengesAtMost = 5;

/** Adds a challenge, and forgets the oldest where a browser asks again and again. */
export function withChallenge(
  pending: Session['pending'],
  challenge: string,
  now: Date,
): Record<string, unknown> {
  const earlier = Object.entries(pending)
    .filter(([key]) => key.startsWith(challengePrefix))
    .sort(([, a], [, b]) => Number(b) - Number(a))
    .slice(challengesAtMost - 1)
    .map(([key]) => [key, undefined]);
  return { ...Object.fromEntries(earlier), [challengeKey(challenge)]: now.getTime() };
}
