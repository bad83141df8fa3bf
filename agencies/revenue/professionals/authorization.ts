import type { Clock } from '@signet/agencies-ui/clock';
import { addDays, type Day } from '../amounts-and-dates/day.ts';

/** What a person can let a tax professional see. */
export const scopes = ['transcripts', 'notices', 'payments'] as const;
export type Scope = (typeof scopes)[number];

/** A member of the register of tax professionals, which is public. */
export interface Professional {
  /** `P` and eight digits. */
  readonly number: string;
  readonly name: string;
  readonly city: string;
}

/** What one person allowed one professional to see, from a day to a day, both included. */
export interface Authorization {
  readonly id: string;
  readonly professional: Professional;
  readonly scopes: readonly Scope[];
  readonly taxYears: readonly number[];
  readonly from: Day;
  readonly until: Day;
  /** Ended early: nothing may be seen from that moment on. */
  readonly endedAt?: Date;
}

export type AuthorizationState = 'running' | 'ended' | 'over';

/** The latest day that an authorization given on `today` can run to: a year, and then it has to be given anew. */
export const latestDay = (today: Day): Day => addDays(today, 365);

export function stateNow(
  { until, endedAt }: Pick<Authorization, 'until' | 'endedAt'>,
  clock: Clock,
): AuthorizationState {
  if (endedAt && endedAt <= clock.now()) return 'ended';
  return clock.today() > until ? 'over' : 'running';
}

/**
 * Whether a professional may see one kind of record of one tax year now, by what the person allowed. Every
 * part has to be in one and the same authorization: two narrow ones do not make a wide one.
 */
export const mayProfessionalSee = (
  given: readonly Authorization[],
  asked: { readonly professional: string; readonly scope: Scope; readonly taxYear: number },
  clock: Clock,
): boolean =>
  given.some(
    (one) =>
      one.professional.number === asked.professional &&
      one.scopes.includes(asked.scope) &&
      one.taxYears.includes(asked.taxYear) &&
      one.from <= clock.today() &&
      stateNow(one, clock) === 'running',
  );
