import { AppError } from '../../kernel/index.ts';

export interface OutboxMessage {
  readonly id: string; // the same id twice is one message
  readonly channel: 'mail' | 'sms' | 'voice' | 'letter';
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  readonly html?: string;
  /** What is printed, base64. */
  readonly pdf?: string;
}

/** Hands a message to the sandbox's outbox page, or throws AppError `outbox-refused`. */
export async function postToOutbox(
  origin: string,
  apiKey: string,
  { id, ...message }: OutboxMessage,
): Promise<void> {
  const response = await fetch(new URL('/outbox/messages', origin), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${apiKey}`,
      'idempotency-key': id,
    },
    body: JSON.stringify({ ...message, at: new Date().toISOString() }),
    redirect: 'error',
    signal: AbortSignal.timeout(5000),
  });
  await response.body?.cancel();
  if (!response.ok)
    throw new AppError('outbox-refused', { message: `the outbox answered ${response.status}` });
}
