export { collectRoutes, type Handler, type Routes, signetRoutes } from './collect-routes.ts';
export type { Guard, GuardedRoute, Guards, Refusal } from './guard.ts';
export {
  type BodyKind,
  bodyLimits,
  form,
  type GuardName,
  page,
  photo,
  type RouteKey,
  type RoutePolicy,
  type RouteTable,
} from './policy.ts';
export { routeTable } from './table.ts';
