import { AppError, type Redacted } from '../../kernel/index.ts';
import type { TextMessenger } from './messenger.ts';

/** Long enough for a provider to queue a message; the job tries again after it. */
const timeoutMs = 10_000;

/**
 * Delivers through a provider's Messages API of the kind that Twilio made common: a form with `To`, `Body` and a
 * sender, POSTed to `/2010-04-01/Accounts/{account}/Messages.json` with the account's name and token. `url` carries
 * both: `https://ACCOUNT:TOKEN@api.provider.example`. `from` is a phone number, a short code, or the id of a
 * messaging service (`MG…`).
 */
export function providerMessenger(url: Redacted<string>, from: string): TextMessenger {
  const { origin, username, password } = new URL(url.reveal());
  const [account, token] = [decodeURIComponent(username), decodeURIComponent(password)];
  // fetch refuses a URL with a name and token in it, and would quote them in its error.
  const endpoint = new URL(`/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`, origin);
  const authorization = `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`;
  const sender = from.startsWith('MG') ? { MessagingServiceSid: from } : { From: from };
  return {
    async deliver({ id, to, text }) {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { authorization, 'idempotency-key': id },
        body: new URLSearchParams({ To: to, Body: text, ...sender }),
        redirect: 'error', // the request carries the number and the code
        signal: AbortSignal.timeout(timeoutMs),
      });
      // What it answers quotes the number and the text: only the status may reach a log.
      await response.body?.cancel();
      if (!response.ok)
        throw new AppError('text-refused', { message: `the text provider answered ${response.status}` });
    },
  };
}
