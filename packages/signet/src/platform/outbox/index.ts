export { postToOutbox } from './post-to-outbox.ts';
