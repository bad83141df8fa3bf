import type { Cents } from '../../amounts-and-dates/cents.ts';
import { addDays, type Day } from '../../amounts-and-dates/day.ts';
import type { TaxYearAccount } from './account.ts';

/** T4: a return can be followed a day after it was sent electronically, and four weeks after it was posted. */
const SHOWN_AFTER_DAYS = { electronic: 1, paper: 28 } as const;
/** T4: most refunds are sent within three weeks. */
const USUAL_DAYS = 21;

export const refundStages = ['received', 'approved', 'sent'] as const;
export type RefundStage = (typeof refundStages)[number];

export type RefundProgress =
  | { readonly kind: 'none' }
  | { readonly kind: 'too-early'; readonly shownFrom: Day }
  | {
      readonly kind: 'shown';
      readonly amount: Cents;
      readonly reached: RefundStage;
      readonly stages: readonly { readonly stage: RefundStage; readonly on: Day | undefined }[];
      readonly usuallyBy: Day;
    };

/** How far the refund of one tax year is, on the calendar day `today` (T4). */
export function refundProgress(
  {
    taxReturn,
    refund,
  }: {
    readonly taxReturn: Pick<TaxYearAccount['taxReturn'], 'receivedOn' | 'filedBy'>;
    readonly refund: TaxYearAccount['refund'];
  },
  today: Day,
): RefundProgress {
  if (refund === undefined) return { kind: 'none' };
  const shownFrom = addDays(taxReturn.receivedOn, SHOWN_AFTER_DAYS[taxReturn.filedBy]);
  if (today < shownFrom) return { kind: 'too-early', shownFrom };
  const stages = [
    { stage: 'received', on: taxReturn.receivedOn },
    { stage: 'approved', on: refund.approvedOn },
    { stage: 'sent', on: refund.sentOn },
  ] as const;
  const reached = stages.findLast(({ on }) => on !== undefined)?.stage ?? 'received';
  return {
    kind: 'shown',
    amount: refund.amount,
    reached,
    stages,
    usuallyBy: addDays(taxReturn.receivedOn, USUAL_DAYS),
  };
}
