import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, days, err, hours, type Redacted, type Result } from '../../../kernel/index.ts';
import type { PhoneLineAnswer, PhoneLines, PhoneNumber, RecordsUnavailable } from '../../records/index.ts';

/** Nobody waits longer for a page because a carrier is slow. */
const patience = 1500; // milliseconds

/** A SIM swap is noticed by its victim within days: the phone has no signal. */
export const changeIsRecent = hours(72);

/** Later than that it is a signal beside others (`risk`), as long as proofing has a person look at it (A22). */
const changeIsUnusual = days(7);

/** What the carrier says of a number that a code is about to go to. */
export interface LineReport {
  /** `silent`: it did not answer in time. The code goes out all the same, and the audit log says so. */
  readonly carrier: 'answered' | 'silent';
  /** The SIM card or the carrier changed lately (B6). */
  readonly changedHands: boolean;
  /** Not so lately that no code goes out, and lately enough to be told of. */
  readonly changedBefore?: boolean;
  readonly lineType?: 'mobile' | 'landline' | 'voip';
  readonly inService: boolean;
}

export type LookUpLine = (number: Redacted<PhoneNumber>) => Promise<LineReport>;

export const createLookUpLine =
  (lines: PhoneLines, clock: Clock): LookUpLine =>
  async (number) => {
    const answer = await withPatience(lines.look(number));
    if (!answer.ok) return { carrier: 'silent', changedHands: false, inService: true };
    if (answer.value.status === 'not-found')
      return { carrier: 'answered', changedHands: false, inService: true };
    const { status, lineType, simChangedAt, portedAt } = answer.value;
    const changedWithin = (within: number) =>
      [simChangedAt, portedAt].some((at) => at && at.getTime() > clock.now().getTime() - within);
    return {
      carrier: 'answered',
      changedHands: changedWithin(changeIsRecent),
      changedBefore: changedWithin(changeIsUnusual),
      lineType,
      inService: status === 'active',
    };
  };

async function withPatience(
  answer: Promise<Result<PhoneLineAnswer, RecordsUnavailable>>,
): Promise<Result<PhoneLineAnswer, RecordsUnavailable>> {
  const enough = new AbortController();
  const { signal } = enough;
  const late = pause(patience, err('unavailable' as const), { signal, ref: false });
  try {
    return await Promise.race([answer, late]);
  } finally {
    late.catch(() => undefined); // ending the wait is no error
    enough.abort();
  }
}
