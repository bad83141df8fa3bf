import { postToOutbox } from '../outbox/index.ts';
import type { VoiceCaller } from './caller.ts';

/** Rings the sandbox's handset: its page shows what was spoken. */
export const outboxCaller = (origin: string, apiKey: string): VoiceCaller => ({
  deliver: ({ id, channel, to, spoken }) =>
    postToOutbox(origin, apiKey, { id, channel, to, text: spoken.join('\n') }),
});
