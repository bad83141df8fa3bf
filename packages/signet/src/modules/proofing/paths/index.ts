export { afterRefusal } from './after-decision.ts';
export type { Have } from './have.ts';
export type { Demand, Path, Plan } from './path.ts';
export { type Offers, planPaths } from './plan-paths.ts';
export { havesIn } from './situations.ts';
