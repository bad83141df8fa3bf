export { checkingStep } from './checking-step.tsx';
export { progressRoutes } from './progress-routes.ts';
