export { afterRefusal, stuckAt } from './after-decision.ts';
export type { Have } from './have.ts';
export type { Demand, MissingThing, Path, Plan, Wait } from './path.ts';
export { type Offers, planPaths } from './plan-paths.ts';
export { havesIn, type Situation, situations } from './situations.ts';
