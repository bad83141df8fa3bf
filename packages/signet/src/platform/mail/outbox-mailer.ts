import { postToOutbox } from '../outbox/index.ts';
import type { Mailer } from './mailer.ts';

/** Delivers to the sandbox's outbox page over HTTP, as a mail provider's API would be called. */
export const outboxMailer = (origin: string, apiKey: string): Mailer => ({
  deliver: (mail) => postToOutbox(origin, apiKey, mail),
});
