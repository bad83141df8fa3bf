export { createGuards, type GuardDeps } from './create-guards.ts';
