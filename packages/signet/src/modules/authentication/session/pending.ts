import { z } from 'zod';
import { asId, type PersonId, Redacted } from '../../../kernel/index.ts';
import { type EmailAddress, parseEmailAddress } from '../../accounts/index.ts';
import type { AuthenticationEvent, Session } from './session.ts';

/** Entries of a session's `pending` that belong to authentication. */
export const pendingKeys = {
  /** A code was mailed. */
  email: 'authentication.email',
  /** A code was mailed to another address of whoever is signed in. */
  newAddress: 'authentication.newAddress',
  /** An address is confirmed and has no account yet. */
  signUp: 'authentication.signUp',
  /** The address of this person's unfinished account was confirmed in this session. */
  confirmedFor: 'authentication.confirmedFor',
  /** A recovery of this person succeeded in this session (recovery-pending.ts). */
  recovered: 'authentication.recovered',
  /** A key for an authenticator app, not confirmed yet. */
  totp: 'authentication.totp',
  /** A registration that was asked of the browser. */
  passkeyCreation: 'authentication.passkeyCreation',
  /** The sign-in was unusual: one more way is asked for, beside these. */
  askedMore: 'authentication.askedMore',
  /** A phone of this person's changed hands lately, as its carrier says. */
  phoneChangedHands: 'authentication.phoneChangedHands',
} as const;

const language = z.enum(['en', 'es']);

const emailSchema = z.object({
  id: z.string(),
  codeSecret: z.string(),
  address: z.string(),
  language,
  sentAt: z.number(), // milliseconds
});
const signUpSchema = z.object({ address: z.string(), language });
const passkeyCreationSchema = z.object({ challenge: z.string(), userHandle: z.string() });

export type PendingEmail = z.infer<typeof emailSchema>;
export type PasskeyCreation = z.infer<typeof passkeyCreationSchema>;
type Language = z.infer<typeof language>;

const read = <T>(schema: z.ZodType<T>, value: unknown): T | undefined =>
  value === undefined ? undefined : schema.parse(value);

export const readPendingEmail = (value: unknown): PendingEmail | undefined => read(emailSchema, value);

export const emailUnderWay = ({ pending }: Pick<Session, 'pending'>): PendingEmail | undefined =>
  readPendingEmail(pending[pendingKeys.email]);

export const newAddressUnderWay = ({ pending }: Pick<Session, 'pending'>): PendingEmail | undefined =>
  read(emailSchema, pending[pendingKeys.newAddress]);

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

export function totpUnderWay(session: Session): Redacted<string> | undefined {
  const secret = read(z.string(), session.pending[pendingKeys.totp]);
  return secret === undefined ? undefined : new Redacted(secret);
}

export const readPasskeyCreation = (value: unknown): PasskeyCreation | undefined =>
  read(passkeyCreationSchema, value);

/**
 * An assertion that was asked of the browser: each challenge an entry of its own (B8), so that two tabs, or autofill
 * and the button, do not take each other's. Bound to the session, and used up by its key.
 */
export const challengeKey = (challenge: string): string => `${challengePrefix}${challenge}`;

const challengePrefix = 'authentication.passkeyRequest.';
const challengesAtMost = 5;

export const onlyChallenges = (pending: Session['pending']): Session['pending'] =>
  Object.fromEntries(Object.entries(pending).filter(([key]) => key.startsWith(challengePrefix)));

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

/** Two strong signals met (docs/decisions/0020): until one more way was used, the session is worth one factor. */
export const askMore = (events: readonly AuthenticationEvent[]): Record<string, unknown> => ({
  [pendingKeys.askedMore]: events.map(({ method }) => method),
});

export function moreIsAsked({ pending, events }: Pick<Session, 'pending' | 'events'>): boolean {
  if (pending[pendingKeys.recovered] !== undefined) return false; // everything about a recovery is unusual
  const before = read(z.array(z.string()), pending[pendingKeys.askedMore]);
  return before !== undefined && events.every(({ method }) => before.includes(method));
}
