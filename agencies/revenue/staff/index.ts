export { type Members, staffMembers } from './members.ts';
export { staffRoutes } from './staff-routes.tsx';
