import { z } from 'zod';
import { asId, type PersonId } from '../../../kernel/index.ts';
import { type PendingEmail, pendingKeys, readPendingEmail } from './pending.ts';
import type { Session } from './session.ts';

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
