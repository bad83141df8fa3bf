import type { LogoutOrder } from '../index.ts';

/** A session as it is kept: nothing in it opens without the secret in the browser's cookie. */
export interface StoredSession {
  readonly idHash: Uint8Array;
  /** Signet's name for its session and for the person, to find it by at back-channel logout. */
  readonly sid: string | undefined;
  readonly subject: string;
  readonly sealed: string;
  readonly endsAt: Date;
}

export interface SessionStore {
  /** False when Signet has already ended `sid`: a logout that overtook its own sign-in. */
  add(session: StoredSession, now: Date): Promise<boolean>;
  /** The session, if it was seen after `idleSince` and has not ended; notes that it was seen `now`. */
  touch(idHash: Uint8Array, now: Date, idleSince: Date): Promise<StoredSession | undefined>;
  /** The session also when it was idle for too long, as long as its row is there. */
  find(idHash: Uint8Array): Promise<StoredSession | undefined>;
  /** Whether a session that rests on this one at Signet (`sid`) was last seen at `idleSince` or before. */
  hasLapsed(of: Pick<StoredSession, 'subject' | 'sid'>, idleSince: Date): Promise<boolean>;
  remove(idHash: Uint8Array): Promise<void>;
  /** Carries out a logout order once; a repetition changes nothing. */
  end(order: LogoutOrder): Promise<void>;
}
