import { html } from 'hono/html';
import type { Redacted } from '../../kernel/index.ts';
import type { VoiceCall, VoiceCaller } from './caller.ts';
import { providerApi } from './provider-api.ts';

const voices = { en: 'en-US', es: 'es-US' } as const;

/**
 * Calls through a provider's Calls API: a form with `To`, `From` and what is spoken, as TwiML. `from` is a phone number
 * that the provider may call from.
 */
export function providerCaller(url: Redacted<string>, from: string): VoiceCaller {
  const post = providerApi(url, 'Calls');
  return {
    deliver: (call) => post(call.id, { To: call.to, From: from, Twiml: twimlOf(call) }),
  };
}

/** TwiML escapes as HTML does (an agency may be called Parks & Roads). */
function twimlOf({ lang, spoken }: VoiceCall): string {
  const pause = '<Pause length="1"/>';
  const parts = spoken.map((part) => `${html`<Say language="${voices[lang]}">${part}</Say>`}${pause}`);
  return `<Response>${parts.join('')}</Response>`;
}
