export { decisionStep } from './decision-step.tsx';
export { ProvenMoment } from './proven-moment.tsx';
export { redressRoutes } from './redress-routes.tsx';
