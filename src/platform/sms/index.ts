export type { TextMessenger } from './messenger.ts';
export { outboxMessenger } from './outbox-messenger.ts';
export { providerMessenger } from './provider-messenger.ts';
