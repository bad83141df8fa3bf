export { advancePlans } from './advance-plans.ts';
export { planRoutes } from './plan-routes.tsx';
export { createPlans, type Plans } from './plans.ts';
export { reopenPlan } from './reopen-plan.ts';
