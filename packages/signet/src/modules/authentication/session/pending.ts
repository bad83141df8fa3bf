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
  /** A recovery of this person succeeded in this session. */
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

const askedMoreSchema = z.array(z.string());

export function moreIsAsked({ pending, events }: Pick<Session, 'pending' | 'events'>): boolean {
  if (pending[pendingKeys.recovered] !== undefined) return false; // everything about a recovery is unusual
  const before = read(askedMoreSchema, pending[pendingKeys.askedMore]);
  return before !== undefined && events.every(({ method }) => before.includes(method));
}

/** Entries of a session's `pending` that belong to recovery. */
export const recoveryKeys = {
  /** A code was mailed to somebody who cannot sign in. */
  email: 'authentication.recoveryEmail',
  /** The code came back: whose it was, and with which address. */
  underWay: 'authentication.recoveryUnderWay',
  /** A code was mailed to where somebody without a mailbox of the account wants to be written to. */
  contact: 'authentication.recoveryContact',
  /** The recovery succeeded in this session. */
  recovered: pendingKeys.recovered,
} as const;

/** The recovery under way in this browser, and the person who reads a mailbox of that account. */
export interface UnderWay {
  readonly person: PersonId;
  readonly recovery: string;
}

/** `at`: what was bound since came out of the recovery. */
export interface Recovered extends UnderWay {
  readonly at: Date;
}

const underWaySchema = z.object({ person: z.uuid(), recovery: z.uuid() });

const recoveredSchema = z.object({ at: z.coerce.date() });

const readUnderWay = (value: unknown): UnderWay | undefined => {
  if (value === undefined) return undefined;
  const { person, recovery } = underWaySchema.parse(value);
  return { person: asId<PersonId>(person), recovery };
};

type Held = Pick<Session, 'pending'>;

export const recoveryEmail = ({ pending }: Held): PendingEmail | undefined =>
  readPendingEmail(pending[recoveryKeys.email]);

export const recoveryContact = ({ pending }: Held): PendingEmail | undefined =>
  readPendingEmail(pending[recoveryKeys.contact]);

export const recoveryUnderWay = ({ pending }: Held): UnderWay | undefined =>
  readUnderWay(pending[recoveryKeys.underWay]);

export function recoveredFrom({ pending }: Held): Recovered | undefined {
  const kept = pending[recoveryKeys.recovered];
  const from = readUnderWay(kept);
  return from && { ...from, at: recoveredSchema.parse(kept).at };
}

/** The session came out of a recovery of this very person. */
export const recoveredFor = (session: Held, person: PersonId): boolean =>
  recoveredFrom(session)?.person === person;
