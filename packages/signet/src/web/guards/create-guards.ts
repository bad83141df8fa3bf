import type { Guards } from '../routes/index.ts';
import { type JourneyGuardDeps, journeyGuards } from './journey-guards.ts';
import { type SessionGuardDeps, sessionGuards } from './session-guards.ts';
import { stepUpGuards } from './step-up-guards.ts';

export type GuardDeps = SessionGuardDeps & JourneyGuardDeps;

/** What stands behind each name of the table (`routes/table.ts`). */
export const createGuards = (deps: GuardDeps): Guards => ({
  ...sessionGuards(deps),
  ...stepUpGuards,
  ...journeyGuards(deps),
});
