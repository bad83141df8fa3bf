import { AppError, type Redacted } from '../../kernel/index.ts';

/** Long enough for a provider to queue a message or a call; the job tries again after it. */
const timeoutMs = 10_000;

/**
 * A provider's API of the kind that Twilio made common: a form POSTed to `/2010-04-01/Accounts/{account}/{resource}.json`
 * with the account's name and token. `url` carries both: `https://ACCOUNT:TOKEN@api.provider.example`. Throws AppError
 * `text-refused` or `call-refused` with nothing but the status in it.
 */
export function providerApi(url: Redacted<string>, resource: 'Messages' | 'Calls') {
  const { origin, username, password } = new URL(url.reveal());
  const [account, token] = [decodeURIComponent(username), decodeURIComponent(password)];
  // fetch refuses a URL with a name and token in it, and would quote them in its error.
  const endpoint = new URL(`/2010-04-01/Accounts/${encodeURIComponent(account)}/${resource}.json`, origin);
  const authorization = `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`;
  return async (id: string, form: Readonly<Record<string, string>>): Promise<void> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { authorization, 'idempotency-key': id },
      body: new URLSearchParams(form),
      redirect: 'error', // the request carries the number and the code
      signal: AbortSignal.timeout(timeoutMs),
    });
    // What it answers quotes the number and the text: only the status may reach a log.
    await response.body?.cancel();
    if (response.ok) return;
    const code = resource === 'Calls' ? 'call-refused' : 'text-refused';
    throw new AppError(code, { message: `the telephone provider answered ${response.status}` });
  };
}
