export { createGuards, type GuardNeeds } from './create-guards.ts';
