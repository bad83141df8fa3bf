import type { JobPlace, PersonId, Tx } from '../../../kernel/index.ts';
import type { HttpPair } from '../http-pair.ts';

/** A session that an agency has from Signet, by the name that it knows it by. */
export interface AgencySession {
  readonly agency: string;
  readonly sid: string;
}

/** What each protocol that agencies sign people in by does for sign-out: OpenID Connect today, SAML beside it. */
export interface AgencySessions {
  /** Ends what this browser has with agencies. Undefined where it has nothing. */
  endInBrowser(
    pair: HttpPair,
  ): Promise<{ readonly person: PersonId; readonly ended: readonly AgencySession[] } | undefined>;
  /** Ends, with the transaction, all that agencies hold about the person. */
  endOfPerson(tx: Tx, person: PersonId): Promise<readonly AgencySession[]>;
  /** Ends, with the transaction, all that one agency holds about the person. */
  endAtAgency(tx: Tx, person: PersonId, agency: string): Promise<readonly AgencySession[]>;
  /** The same for what they hold by these sessions of ours, by their `ref`s. */
  endOfSessions(tx: Tx, refs: readonly string[]): Promise<readonly AgencySession[]>;
  /** Tells one agency, and throws when it did not take it. */
  tell(person: PersonId, ended: AgencySession): Promise<void>;
}

/** The part of the KMS that sign-out uses. */
export interface SubjectWrapping {
  wrap(key: 'federation', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'federation', wrapped: Uint8Array, context: string): Promise<Buffer>;
}

/** The part of the job queue that sign-out uses. */
export interface JobQueue {
  enqueue(tx: Tx, name: string, data: Readonly<Record<string, string>>, place: JobPlace): Promise<void>;
}
