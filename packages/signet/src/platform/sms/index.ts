export type { VoiceCaller } from './caller.ts';
export type { TextMessenger } from './messenger.ts';
export { outboxCaller } from './outbox-caller.ts';
export { outboxMessenger } from './outbox-messenger.ts';
export { providerCaller } from './provider-caller.ts';
export { providerMessenger } from './provider-messenger.ts';
