export { letterRoutes } from './letter-routes.tsx';
export { sayWhen } from './letters-page.tsx';
export { createProofs } from './proofs.ts';
