export { type OutboxMessage, postToOutbox } from './post-to-outbox.ts';
