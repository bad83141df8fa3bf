import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { minutes, seconds, typedDigits } from '../../../kernel/index.ts';
import type { Session } from '../session/index.ts';

/** B5: at most ten minutes. */
export const phoneCodeLifetime = minutes(10);

/** The same button pressed twice within so long is one wish for a code. */
const duplicateWithin = seconds(10);

/** Wrong codes for a phone that is being added, across resends; then it begins anew, as often as texts may be sent. */
export const newPhoneTries = 10;

/**
 * A code that was sent. It lives in the session that asked for it and nowhere else, encrypted under the browser's
 * cookie, so it counts in that browser only (SP 800-63B-4 section 3.1.3) and a database holds nothing to search.
 */
const sentCode = z.object({
  code: z.string(),
  by: z.enum(['text', 'voice']),
  sentAt: z.number(), // milliseconds
});

const signInCode = sentCode.extend({ phone: z.string() });
const newPhone = sentCode.extend({
  number: z.string(),
  tries: z.number(),
  /** The phone whose place it takes. */
  replaces: z.string().exactOptional(),
  /** Its carrier says that it changed hands lately; told only to a person who has shown to hold it. */
  changedHands: z.boolean(),
});

export type SentCode = z.infer<typeof sentCode>;
export type SignInCodeSent = z.infer<typeof signInCode>;
export type NewPhone = z.infer<typeof newPhone>;

export const phoneKeys = {
  /** A code to a phone of this person's is under way. */
  signIn: 'authentication.phoneCode',
  /** A phone is being added. */
  binding: 'authentication.newPhone',
} as const;

type Held = Pick<Session, 'pending'>;

export const signInCodeIn = ({ pending }: Held): SignInCodeSent | undefined =>
  signInCode.optional().parse(pending[phoneKeys.signIn]);

export const newPhoneIn = ({ pending }: Held): NewPhone | undefined =>
  newPhone.optional().parse(pending[phoneKeys.binding]);

export const isLive = ({ sentAt }: SentCode, now: Date): boolean =>
  now.getTime() < sentAt + phoneCodeLifetime;

export function isCode({ code }: SentCode, typed: string): boolean {
  const digits = Buffer.from(typedDigits(typed));
  return digits.length === code.length && timingSafeEqual(digits, Buffer.from(code));
}

/** A press of the same button a moment after the first. */
export const isDuplicateSubmission = (held: SentCode | undefined, by: SentCode['by'], now: Date): boolean =>
  held?.by === by && now.getTime() - held.sentAt < duplicateWithin;
