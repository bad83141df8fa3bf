import { type PendingEmail, readPendingEmail, type Session } from '../session/index.ts';

/** Where a session's `pending` keeps that a code was mailed to another address of whoever is signed in. */
export const newAddressKey = 'authentication.newAddress';

export const newAddressUnderWay = ({ pending }: Pick<Session, 'pending'>): PendingEmail | undefined =>
  readPendingEmail(pending[newAddressKey]);
