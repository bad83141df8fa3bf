import { repeatedProofingLimits } from './limits.ts';

export const repeatedProofingDefaults = {
  /** Recoveries of one account begun a day by proving again: enough for bad luck, too few to try data out (A22). */
  recoveriesPerDay: repeatedProofingLimits['a-day'].most,
};
export type RepeatedProofingSettings = Readonly<typeof repeatedProofingDefaults>;
