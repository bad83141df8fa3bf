import { z } from 'zod';
import { asId, type Language, languages, type PersonId } from '../../../kernel/index.ts';
import { type EmailAddress, parseEmailAddress } from '../../accounts/index.ts';
import type { AuthenticationEvent, Session } from './session.ts';

/** Entries of a session's `pending` that belong to authentication. */
export const pendingKeys = {
  /** A code was mailed. */
  email: 'authentication.email',
  /** An address is confirmed and has no account yet. */
  signUp: 'authentication.signUp',
  /** The address of this person's unfinished account was confirmed in this session. */
  confirmedFor: 'authentication.confirmedFor',
  /** A recovery of this person succeeded in this session (recovery-pending.ts). */
  recovered: 'authentication.recovered',
  /** The sign-in was unusual: one more way is asked for, beside these. */
  askedMore: 'authentication.askedMore',
  /** A phone of this person's changed hands lately, as its carrier says. */
  phoneChangedHands: 'authentication.phoneChangedHands',
} as const;

const language = z.enum(languages);

const emailSchema = z.object({
  id: z.string(),
  codeSecret: z.string(),
  address: z.string(),
  language,
  sentAt: z.number(), // milliseconds
});
const signUpSchema = z.object({ address: z.string(), language });

export type PendingEmail = z.infer<typeof emailSchema>;

const read = <T>(schema: z.ZodType<T>, value: unknown): T | undefined =>
  value === undefined ? undefined : schema.parse(value);

export const readPendingEmail = (value: unknown): PendingEmail | undefined => read(emailSchema, value);

export const emailUnderWay = ({ pending }: Pick<Session, 'pending'>): PendingEmail | undefined =>
  readPendingEmail(pending[pendingKeys.email]);

export interface ConfirmedSignUp {
  readonly address: EmailAddress;
  readonly language: Language;
}

export function confirmedSignUp(session: Session): ConfirmedSignUp | undefined {
  const signUp = read(signUpSchema, session.pending[pendingKeys.signUp]);
  const address = signUp && parseEmailAddress(signUp.address);
  return signUp && address?.ok ? { address: address.value, language: signUp.language } : undefined;
}

/** What `confirmedSignUp` reads back, and nothing of the confirmation left. */
export const asConfirmed = (from: {
  readonly address: string;
  readonly language: Language;
  readonly person: PersonId | null;
}): Record<string, unknown> => ({
  [pendingKeys.email]: undefined,
  ...(from.person
    ? { [pendingKeys.confirmedFor]: from.person }
    : { [pendingKeys.signUp]: { address: from.address, language: from.language } }),
});

export const confirmedFor = (session: Session, person: PersonId): boolean =>
  session.pending[pendingKeys.confirmedFor] === asId<PersonId>(person);

/**
 * Assertions that were asked of the browser stand under keys that begin so (`passkey/challenges.ts`). They are all that an
 * idle session shows: by one of them its person comes back.
 */
export const challengePrefix = 'authentication.passkey.request.';

export const onlyChallenges = (pending: Session['pending']): Session['pending'] =>
  Object.fromEntries(Object.entries(pending).filter(([key]) => key.startsWith(challengePrefix)));

/** Two strong signals met (docs/decisions/0020): until one more way was used, the session is worth one factor. */
export const askMore = (events: readonly AuthenticationEvent[]): Record<string, unknown> => ({
  [pendingKeys.askedMore]: events.map(({ method }) => method),
});

export function moreIsAsked({ pending, events }: Pick<Session, 'pending' | 'events'>): boolean {
  if (pending[pendingKeys.recovered] !== undefined) return false; // everything about a recovery is unusual
  const before = read(z.array(z.string()), pending[pendingKeys.askedMore]);
  return before !== undefined && events.every(({ method }) => before.includes(method));
}
