export type { Professional } from './authorization.ts';
export { createAuthorizations } from './authorize.ts';
export { postgresAuthorizations } from './postgres-authorizations.ts';
export { professionalRoutes } from './professional-routes.tsx';
