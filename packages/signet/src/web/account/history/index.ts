export { type Act, actOf, itemNames } from './activity.ts';
export { Acts } from './history-page.tsx';
export { historyRoutes } from './history-routes.tsx';
