import type { PersonId, Result, Transact, Tx } from '../../kernel/index.ts';
import type { Presence, Sessions } from '../../modules/authentication/index.ts';
import type { Proofing } from '../../modules/proofing/index.ts';

/** The ladder back into an account, of which proving again is one rung. */
export interface Ladder {
  /** Whose mailbox this browser's owner reads. */
  personUnderWay(presence: Presence): Promise<PersonId | undefined>;
  /** The session that may bind new ways to sign in, if what `accept` stands for is so. */
  succeed(
    presence: Presence,
    proof: {
      readonly method: 'proofing';
      accept(tx: Tx): Promise<boolean>;
      succeeded(): Promise<void>;
    },
  ): Promise<Result<Presence, unknown>>;
}

export interface ProofingPagesDeps {
  readonly proofing: Proofing;
  readonly transact: Transact;
  readonly sessions: Pick<Sessions, 'setPending'>;
  /** Without one, nobody gets an account back this way. */
  readonly ladder?: Ladder;
  /** Whether what is proven could be kept: a vault is made by the first way in that can carry its key. */
  readonly hasVault: (person: PersonId) => Promise<boolean>;
  /** How many days an agent may take, and so how long photos are kept at most (A17). */
  readonly reviewRetentionDays: number;
  /** In the sandbox: where sample photos are found. */
  readonly sandboxHome?: string;
}
