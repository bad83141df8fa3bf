export { decisionStep } from './decision-step.tsx';
export { guidanceRoutes } from './guidance-routes.tsx';
