import { hours, minutes } from '../../../kernel/index.ts';

export type Aal = 0 | 1 | 2 | 3;

/**
 * B11, in one place. AAL1 might last 30 days; here it is only the moment between the first and the second factor,
 * so it gets no longer than AAL2. Milliseconds.
 */
const sessionLimits: Readonly<Record<Aal, { readonly idle: number; readonly absolute: number }>> = {
  0: { idle: hours(1), absolute: hours(24) },
  1: { idle: hours(1), absolute: hours(24) },
  2: { idle: hours(1), absolute: hours(24) },
  3: { idle: minutes(15), absolute: hours(12) },
};

/** How often "last seen" is written: what is stored may lag by this much, always to the strict side. */
export const lastSeenGrain = minutes(1);

/** How long an authentication serves for what changes how an account is reached, or shows what is masked. */
const stepUpLasts = minutes(15);

export const isRecent = (at: Date | undefined, now: Date): boolean =>
  at !== undefined && now.getTime() - at.getTime() <= stepUpLasts;

export interface SessionTimes {
  /** Sign-in, or for nobody yet the first visit. */
  readonly since: Date;
  readonly lastSeen: Date;
}

/** The nearer of the idle and the absolute limit at this level. */
export function endsAt(aal: Aal, { since, lastSeen }: SessionTimes): Date {
  const { idle, absolute } = sessionLimits[aal];
  return new Date(Math.min(lastSeen.getTime() + idle, since.getTime() + absolute));
}

/** However much it is used. */
export const absoluteEnd = (aal: Aal, since: Date): Date =>
  new Date(since.getTime() + sessionLimits[aal].absolute);

/**
 * What a session that was worth `aal` is worth now. Past AAL3's limits it is worth AAL2 for as long as those hold: a
 * person with a security key is not asked more often than one without. Past AAL2's idle limit it is idle: worth nothing
 * until one factor resumes it (SP 800-63B-4 section 2.2.3), up to the absolute limit. Undefined: it is over.
 */
export function worthNow(
  aal: Aal,
  times: SessionTimes,
  now: Date,
): { readonly aal: Aal; readonly expiresAt: Date; readonly idle: boolean } | undefined {
  const expiresAt = endsAt(aal, times);
  if (now < expiresAt) return { aal, expiresAt, idle: false };
  if (aal === 3) return worthNow(2, times, now);
  const end = absoluteEnd(aal, times.since);
  return aal === 2 && now < end ? { aal: 0, expiresAt: end, idle: true } : undefined;
}
