import type { PersonId, Tx } from '../../../kernel/index.ts';

/** From when to when something was bound; both count. */
export interface BoundBetween {
  readonly since: Date;
  readonly until: Date;
}

/** One that works, as a person who recovered is asked about it. `about` names it as its notice did. */
export interface BoundAuthenticator {
  readonly about: string;
  readonly kind: 'password' | 'totp' | 'passkey' | 'phone';
  readonly boundAt: Date;
}

/** All that a way in holds of a person, by its tables. */
export type HeldRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** Each way in owns its tables: it gives a copy of what it holds of a person, and takes it back. */
export interface RestorableRows {
  copyOf(tx: Tx, person: PersonId): Promise<HeldRows>;
  /** In the place of all that it holds of them now. */
  putBack(tx: Tx, person: PersonId, held: HeldRows): Promise<void>;
}
