import type { CookieBrowser } from '../browser/cookie-browser.ts';
import { csrfIn } from './signet-visitor.ts';
import {
  type AuthenticatorTraits,
  type SoftwareAuthenticator,
  softwareAuthenticator,
} from './software-authenticator.ts';

interface At {
  readonly origin: string;
}

/** What a page's own script sends: JSON with the page's token. */
export async function sendJson({ origin }: At, browser: CookieBrowser, path: string, sent: object) {
  const page = await browser.visit(`${origin}/help`);
  const answer = await fetch(origin + path, {
    method: 'POST',
    headers: {
      ...browser.ownHeaders,
      cookie: browser.cookieHeader(),
      origin,
      'content-type': 'application/json',
      'x-csrf-token': /name="x-csrf-token" content="([^"]+)"/.exec(page.body)?.[1] ?? csrfIn(page),
    },
    body: JSON.stringify(sent),
  });
  browser.keepFrom(answer.headers);
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

/** Registers a passkey of a new device for whoever is signed in here. Until it is used, it raises nothing (B13). */
export async function addPasskey(
  world: At,
  browser: CookieBrowser,
  traits: Partial<AuthenticatorTraits> = {},
): Promise<SoftwareAuthenticator> {
  const authenticator = softwareAuthenticator({ origin: world.origin, ...traits });
  const { body: options } = await sendJson(world, browser, '/passkey/register/options', {});
  const made = authenticator.create(options);
  await sendJson(world, browser, '/passkey/register/verify', { purpose: 'register', ...made });
  return authenticator;
}

/** The answer that the device gives now, not sent yet. */
export async function passkeyAnswer(world: At, browser: CookieBrowser, authenticator: SoftwareAuthenticator) {
  const { body: options } = await sendJson(world, browser, '/passkey/sign-in/options', {});
  return { purpose: 'signin', ...authenticator.get({ ...options, allowCredentials: [] }) };
}

export const signInByPasskey = async (
  world: At,
  browser: CookieBrowser,
  authenticator: SoftwareAuthenticator,
) => sendJson(world, browser, '/passkey/sign-in/verify', await passkeyAnswer(world, browser, authenticator));
