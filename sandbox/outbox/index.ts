export { outbox } from './routes.tsx';
export { outboxTable } from './store.ts';
