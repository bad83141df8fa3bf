import { AppError } from '../../kernel/index.ts';
import type { Mailer } from './mailer.ts';

/** Delivers to the sandbox's outbox page over HTTP, as a mail provider's API would be called. */
export function outboxMailer(origin: string, apiKey: string): Mailer {
  return {
    async deliver(mail) {
      const response = await fetch(new URL('/outbox/messages', origin), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
        body: JSON.stringify({ ...mail, at: new Date().toISOString() }),
        signal: AbortSignal.timeout(5000),
      });
      if (!response.ok)
        throw new AppError('mail-refused', { message: `the outbox answered ${response.status}` });
    },
  };
}
