import type { Clock } from '@signet/agencies-ui/clock';
import type { Kysely } from 'kysely';
import { yearOf } from '../amounts-and-dates/day.ts';
import type { RevenueTables } from '../database/tables.ts';
import { postgresAccessLog } from '../records/access/postgres-access-log.ts';
import type { TaxYearAccount } from '../records/accounts/account.ts';
import { postgresAccounts } from '../records/accounts/postgres-accounts.ts';
import { type RefundProgress, refundProgress } from '../records/accounts/refund-progress.ts';
import { knownPeople } from '../records/taxpayers/known-people.ts';
import { postgresTaxpayers } from '../records/taxpayers/postgres-taxpayers.ts';
import { type RecordKeys, ssnIndex } from '../records/taxpayers/record-keys.ts';
import { postgresTries, triesADay } from './postgres-tries.ts';
import type { RefundQuestion } from './read-question.ts';

/** How far a refund is; of the amount and where it goes nothing is said at one factor. */
export interface FollowedRefund {
  readonly taxYear: number;
  readonly progress: Exclude<RefundProgress, { kind: 'none' }>;
}

/** A return on file by which no refund is due, or of which that is not known yet. */
export type YearWithoutRefund = Pick<TaxYearAccount, 'taxReturn' | 'transactions'>;

export interface KnownRefunds {
  readonly refunds: readonly FollowedRefund[];
  readonly without: readonly YearWithoutRefund[];
}

export interface RefundTool {
  /** The refunds of somebody who once came in with a proven identity; undefined: nobody knows which file is theirs. */
  ofKnown(subject: string): Promise<KnownRefunds | undefined>;
  /**
   * The refund that fits everything that was asked with. `no-match` says nothing about what exists (A22). `number-closed`:
   * it was asked about too often today, by whomever, and a number that is nobody's closes just the same. `too-many` is
   * about the one who asks.
   */
  find(
    subject: string,
    question: RefundQuestion,
  ): Promise<FollowedRefund | 'no-match' | 'number-closed' | 'too-many'>;
}

export interface RefundToolNeeds {
  readonly db: Kysely<RevenueTables>;
  readonly keys: RecordKeys;
  readonly clock: Clock;
}

/** Refunds are followed for so many tax years. */
export const followedYears = 3;

export function createRefundTool({ db, keys, clock }: RefundToolNeeds): RefundTool {
  const accounts = postgresAccounts(db, keys);
  const taxpayers = postgresTaxpayers(db, keys);
  const tries = postgresTries(db);

  function follow({ taxReturn, refund }: TaxYearAccount): FollowedRefund | undefined {
    const progress = refundProgress({ taxReturn, refund }, clock.today());
    return progress.kind === 'none' ? undefined : { taxYear: taxReturn.taxYear, progress };
  }

  /** What fits, and whose file was looked into. */
  async function match({ taxpayerNumber, taxYear, filingStatus, dollars }: RefundQuestion) {
    const file = await taxpayers.findByNumber(taxpayerNumber);
    const account = file === undefined ? undefined : await accounts.year(file, taxYear);
    if (file === undefined || account?.refund === undefined) return undefined;
    const fits = Math.floor(account.refund.amount / 100) === dollars;
    const refund = follow(account);
    return fits && account.taxReturn.filingStatus === filingStatus && refund ? { file, refund } : undefined;
  }

  return {
    async ofKnown(subject) {
      const file = await knownPeople(db).fileOf(subject);
      if (file === undefined) return undefined;
      const since = yearOf(clock.today()) - followedYears;
      const all = (await accounts.all(file)).filter(({ taxReturn }) => taxReturn.taxYear >= since);
      return {
        refunds: all.flatMap((account) => follow(account) ?? []),
        without: all.filter(({ refund }) => refund === undefined),
      };
    },

    async find(subject, question) {
      const day = clock.today();
      const [person, number] = [
        `person:${subject}`,
        `number:${ssnIndex(keys, question.taxpayerNumber).toString('hex')}`,
      ];
      await tries.forgetBefore(day);
      if (!(await tries.count(person, day, triesADay.person))) return 'too-many';
      if (!(await tries.count(number, day, triesADay.number))) return 'number-closed'; // before anything is looked up
      const found = await match(question);
      if (!found) return 'no-match';
      await tries.takeBack(person, day);
      await tries.takeBack(number, day);
      // its owner sees that somebody asked who knew all this (T3)
      const { taxYear } = question;
      await postgresAccessLog(db).record(found.file, {
        at: clock.now(),
        act: 'refund-asked',
        by: 'person',
        taxYear,
      });
      return found.refund;
    },
  };
}
