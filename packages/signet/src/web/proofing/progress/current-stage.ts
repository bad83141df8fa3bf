import type { Progress } from '../../../modules/proofing/index.ts';

/** The stage under way, by its name; the first before any, the last when all are done. */
export const currentStage = (progress: Progress | undefined): string =>
  progress?.stages.find(({ state }) => state === 'now')?.stage ??
  (progress?.finished ? 'decision' : 'document');
