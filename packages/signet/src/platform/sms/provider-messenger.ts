import type { Redacted } from '../../kernel/index.ts';
import type { TextMessenger } from './messenger.ts';
import { providerApi } from './provider-api.ts';

/**
 * Delivers through a provider's Messages API: a form with `To`, `Body` and a sender. `from` is a phone number, a short
 * code, or the id of a messaging service (`MG…`).
 */
export function providerMessenger(url: Redacted<string>, from: string): TextMessenger {
  const post = providerApi(url, 'Messages');
  const sender = from.startsWith('MG') ? { MessagingServiceSid: from } : { From: from };
  return { deliver: ({ id, to, text }) => post(id, { To: to, Body: text, ...sender }) };
}
