export { decisionStep } from './decision-step.tsx';
export { guidanceRoutes } from './guidance-routes.tsx';
export { ProvenMoment } from './proven-moment.tsx';
