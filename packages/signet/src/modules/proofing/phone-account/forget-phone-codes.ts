import { countedSince } from '../../../kernel/index.ts';
import { phoneAccountLimits } from './limits.ts';
import type { PhoneCodeStore } from './ports.ts';

/** What no limit counts any more is not kept. */
export function forgetPhoneCodes(codes: Pick<PhoneCodeStore, 'removeBefore'>, now: Date): Promise<void> {
  const longest = Object.values(phoneAccountLimits).reduce((a, b) => (a.within >= b.within ? a : b));
  return codes.removeBefore(countedSince(longest, now));
}
