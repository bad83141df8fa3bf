import type { Guards } from '../routes/index.ts';
import { type JourneyGuardNeeds, journeyGuards } from './journey-guards.ts';
import { type SessionGuardNeeds, sessionGuards } from './session-guards.ts';
import { stepUpGuards } from './step-up-guards.ts';

export type GuardNeeds = SessionGuardNeeds & JourneyGuardNeeds;

/** What stands behind each name of the table (`routes/table.ts`). */
export const createGuards = (needs: GuardNeeds): Guards => ({
  ...sessionGuards(needs),
  ...stepUpGuards,
  ...journeyGuards(needs),
});
