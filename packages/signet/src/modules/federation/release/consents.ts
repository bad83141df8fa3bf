import type { PersonId, Tx } from '../../../kernel/index.ts';

/** What a person agreed to give one agency, by names of attributes (C4). */
export interface Consent {
  readonly agency: string;
  readonly items: readonly string[];
  readonly refused: readonly string[];
  readonly givenAt: Date;
  readonly lastUsedAt: Date;
}

export interface Consents {
  find(person: PersonId, agency: string): Promise<Consent | undefined>;
  all(person: PersonId): Promise<readonly Consent[]>;
  give(
    tx: Tx,
    person: PersonId,
    agency: string,
    items: readonly string[],
    refused: readonly string[],
    at: Date,
  ): Promise<void>;
  revoke(tx: Tx, person: PersonId, agency: string): Promise<void>;
  revokeAll(tx: Tx, person: PersonId): Promise<void>;
}
