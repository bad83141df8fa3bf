export type { Letter, LetterPost } from './letter.ts';
export { outboxPost } from './outbox-post.ts';
export { canPrint } from './printable.ts';
export { servicePost } from './service-post.ts';
