import { postToOutbox } from '../outbox/index.ts';
import type { TextMessenger } from './messenger.ts';

/** Delivers to the sandbox's outbox page, where a person of the sandbox reads their texts. */
export const outboxMessenger = (origin: string, apiKey: string): TextMessenger => ({
  deliver: (message) => postToOutbox(origin, apiKey, message),
});
