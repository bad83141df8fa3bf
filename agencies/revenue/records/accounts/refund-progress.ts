import type { Cents } from '../../amounts-and-dates/cents.ts';
import { addDays, type Day } from '../../amounts-and-dates/day.ts';
import type { TaxYearAccount } from './account.ts';

/** T4: a return can be followed a day after it was sent electronically, and four weeks after it was posted. */
const SHOWN_AFTER_DAYS = { electronic: 1, paper: 28 } as const;
/** T4: most refunds are sent within three weeks; what came on paper is typed in first and takes six or more. */
const USUAL_DAYS = { electronic: 21, paper: 42 } as const;
/** Days past the usual ones after which somebody should look into it. */
const PATIENCE_DAYS = 21;
/** A check can take so long after it is sent. */
const ARRIVAL_DAYS = 14;

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
      readonly filedBy: 'electronic' | 'paper';
      /** How long it may still take; undefined once it is sent. */
      readonly wait: RefundWait | undefined;
      /** Sent so lately that it may not have arrived. */
      readonly underWay: boolean;
    };

/** What can be said of the wait. No day in it lies in the past. */
export type RefundWait =
  | { readonly kind: 'usual'; readonly by: Day }
  | { readonly kind: 'longer'; readonly callAfter: Day }
  | { readonly kind: 'call' };

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
    filedBy: taxReturn.filedBy,
    wait: reached === 'sent' ? undefined : waitOn(today, taxReturn),
    underWay: refund.sentOn !== undefined && today <= addDays(refund.sentOn, ARRIVAL_DAYS),
  };
}

function waitOn(
  today: Day,
  { receivedOn, filedBy }: Pick<TaxYearAccount['taxReturn'], 'receivedOn' | 'filedBy'>,
): RefundWait {
  const by = addDays(receivedOn, USUAL_DAYS[filedBy]);
  const callAfter = addDays(by, PATIENCE_DAYS);
  if (today <= by) return { kind: 'usual', by };
  return today <= callAfter ? { kind: 'longer', callAfter } : { kind: 'call' };
}
