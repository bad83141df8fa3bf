import {
  AppError,
  type Clock,
  err,
  ok,
  type PersonId,
  type Redacted,
  type Result,
  type Tx,
  type WindowLimit,
  withMost,
} from '../../kernel/index.ts';
import { ssnIndexLimits } from './limits.ts';
import type { Auditing, SsnDigesting, SubjectOf } from './ports.ts';
import { stretch } from './stretch.ts';

/**
 * One person an SSN, without the SSN: rows hold a keyed digest and whose it is (docs/design.md §4). Each look-up spends
 * from a budget and is audited, since whoever can ask freely can ask for all 10^9 numbers.
 */
export interface SsnIndex {
  /**
   * Claims the number for the person, who gives up any other they held. Claiming again is no error. Throws
   * AppError `ssn-index-busy` (503) when the budget of look-ups is spent: try later.
   *
   * Call it early in the transaction, before anything is recorded: stretching takes a tenth of a second.
   */
  claim(tx: Tx, ssn: Redacted<string>, person: PersonId): Promise<Result<void, 'held-by-another'>>;
  /**
   * Whether the number is this person's. Claims and changes nothing; spends from the same budget, is recorded about that
   * person, and says of everybody else's numbers and of nobody's the same.
   */
  isHeldBy(tx: Tx, ssn: Redacted<string>, person: PersonId): Promise<boolean>;
  /** Whether it is somebody else's: what `claim` would find, without claiming. Spends and is recorded as that. */
  isHeldByAnother(tx: Tx, ssn: Redacted<string>, person: PersonId): Promise<boolean>;
  release(tx: Tx, person: PersonId): Promise<void>;
}

export interface SsnIndexStore {
  /** One look-up from the budget, spent whether or not the caller's transaction commits. False when none is left. */
  spend(limit: WindowLimit, now: Date): Promise<boolean>;
  /** Returns the digest's owner afterwards: this person, or the one who had it first. */
  claim(tx: Tx, digest: Buffer, person: PersonId): Promise<PersonId>;
  holds(tx: Tx, digest: Buffer, person: PersonId): Promise<boolean>;
  holder(tx: Tx, digest: Buffer): Promise<PersonId | undefined>;
  releaseOthers(tx: Tx, person: PersonId, keep: Buffer): Promise<void>;
  release(tx: Tx, person: PersonId): Promise<void>;
}

export function createSsnIndex(needs: {
  readonly store: SsnIndexStore;
  readonly kms: SsnDigesting;
  readonly audit: Auditing;
  readonly subjectOf: SubjectOf;
  readonly clock: Clock;
  /** Look-ups a minute, of all processes together. */
  readonly lookupsPerMinute?: number;
}): SsnIndex {
  const { store, kms, audit, subjectOf, clock } = needs;
  const declared = ssnIndexLimits['a-minute'];
  const limit = withMost(declared, needs.lookupsPerMinute ?? declared.most);

  async function digestOf(ssn: Redacted<string>): Promise<Buffer> {
    if (!(await store.spend(limit, clock.now()))) {
      throw new AppError('ssn-index-busy', { status: 503 });
    }
    return kms.mac('ssn-index', await stretched(ssn));
  }

  async function recordLookUp(tx: Tx, person: PersonId, outcome: string): Promise<void> {
    await audit.record(tx, {
      action: 'ssn-index.looked-up',
      actor: { kind: 'system' },
      subject: await subjectOf(tx, person),
      details: { outcome },
    });
  }

  return {
    async claim(tx, ssn, person) {
      const digest = await digestOf(ssn);
      const holder = await store.claim(tx, digest, person);
      const outcome = holder === person ? 'claimed' : 'held-by-another';
      if (holder === person) await store.releaseOthers(tx, person, digest);
      await recordLookUp(tx, person, outcome);
      return outcome === 'claimed' ? ok(undefined) : err(outcome);
    },

    async isHeldBy(tx, ssn, person) {
      const held = await store.holds(tx, await digestOf(ssn), person);
      await recordLookUp(tx, person, held ? 'same-person' : 'not-this-person');
      return held;
    },

    async isHeldByAnother(tx, ssn, person) {
      const holder = await store.holder(tx, await digestOf(ssn));
      const isAnothers = holder !== undefined && holder !== person;
      await recordLookUp(tx, person, isAnothers ? 'held-by-another' : 'not-held-by-another');
      return isAnothers;
    },

    release: (tx, person) => store.release(tx, person),
  };
}

/**
 * While the key is out of reach stretching adds nothing; should the index and the key be stolen together, trying all 10^9
 * numbers costs years of a core instead of minutes. The salt is one for all: equal numbers have to meet.
 */
function stretched(ssn: Redacted<string>): Promise<Buffer> {
  const digits = ssn.reveal().replace(/[ -]/g, '');
  if (!/^\d{9}$/.test(digits)) throw new AppError('ssn-malformed', { message: 'not nine digits' });
  return stretch(digits, 'signet ssn index 1');
}
