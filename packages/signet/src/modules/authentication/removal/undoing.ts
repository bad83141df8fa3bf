import type { PersonId, Tx } from '../../../kernel/index.ts';
import type { BoundAuthenticator, BoundBetween } from '../authenticators/index.ts';
import type { Presence } from '../session/index.ts';

/**
 * Takes back what a person says was not them (B16). What can be off is turned off and stays in the row, as after too
 * many failures (B4): an account never becomes an unfinished one by this, which a password and the mailbox would finish.
 * Each also takes the way into the vault. `about` names one as its notice did: `password`, `totp`, `recovery-codes`,
 * `passkey:<id>` or `phone:<id>`.
 */
export interface Undoing {
  /**
   * What stood there at the moment `until`: a notice's link takes back what it told of, and nothing that the person put in
   * its place since.
   */
  authenticator(tx: Tx, person: PersonId, about: string, until: Date): Promise<void>;
  /** Everything that was bound since. */
  authenticatorsSince(tx: Tx, person: PersonId, since: Date): Promise<void>;
  /**
   * Everything that a recovery of the last week led to: what the person signed in with, their vault and their addresses
   * are as they were when it succeeded, whatever was replaced or removed since. False when that is too long ago.
   */
  recovery(tx: Tx, person: PersonId, recovery: string, recoveredAt: Date): Promise<boolean>;
  /** Everywhere, except `keep`. */
  endSessions(tx: Tx, person: PersonId, keep?: Presence): Promise<void>;
  /** What was bound before, recovery codes aside: a recovered person is asked which of these are lost. */
  boundBefore(person: PersonId, before: Date): Promise<readonly BoundAuthenticator[]>;
}

/** What was bound then is turned off, by the way in whose it is. */
export interface UndoByKind {
  readonly password: {
    /** False when there is no such password; so too below. */
    turnOff(tx: Tx, person: PersonId, when: BoundBetween): Promise<boolean>;
    boundBefore(person: PersonId, before: Date): Promise<readonly BoundAuthenticator[]>;
  };
  readonly totp: {
    turnOff(tx: Tx, person: PersonId, when: BoundBetween): Promise<boolean>;
    boundBefore(person: PersonId, before: Date): Promise<readonly BoundAuthenticator[]>;
  };
  readonly passkey: {
    /** Passkeys have no off: they go. `only` one of them, or all; gives the credential ids. */
    removeBound(tx: Tx, person: PersonId, when: BoundBetween, only?: Buffer): Promise<readonly Buffer[]>;
    boundBefore(person: PersonId, before: Date): Promise<readonly BoundAuthenticator[]>;
  };
  readonly phone: {
    /** `only` one of them, or all. */
    turnOff(tx: Tx, person: PersonId, when: BoundBetween, only?: string): Promise<void>;
    boundBefore(person: PersonId, before: Date): Promise<readonly BoundAuthenticator[]>;
  };
  readonly recoveryCodes: {
    /** The lookups of the codes that no longer work. */
    turnOff(tx: Tx, person: PersonId, when: BoundBetween): Promise<readonly Buffer[]>;
  };
}
