import {
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { tellProviders } from './passkey-signals.ts';
import { takePrf, withSaltAsBytes } from './prf.ts';
import { goTo, postJson } from './same-site.ts';

/**
 * What the server answers to a verified response. `prfOptions`: ask once more, for the PRF output alone; `withoutPrf` is the
 * next page when nothing comes of that.
 */
interface Verified {
  readonly redirect?: string;
  readonly prfOptions?: PublicKeyCredentialRequestOptionsJSON;
  readonly withoutPrf?: string;
}

/** A refusal in the server's words, which are already in the person's language. */
class Refused extends Error {
  /** A passkey that the server does not know. */
  readonly unknownCredential: string | undefined;

  constructor(message: string, unknownCredential?: string) {
    super(message);
    this.unknownCredential = unknownCredential;
  }
}

/**
 * `<signet-passkey mode options-url verify-url>`: the ceremony behind a button, and in autofill where asked.
 *
 *   POST options-url {}                                                     → WebAuthn options JSON
 *     (the first time not even that, where the page brought them in the attribute `options`)
 *   POST verify-url  { purpose, response, prf?, leads? }                    → { redirect, prfOptions?, withoutPrf? }
 *   POST verify-url  { purpose: 'prf', response, prf }  (after prfOptions)  → { redirect }
 *   a refusal is any 4xx/5xx, with { message } where there is more to say
 *   options-url may answer { redirect } instead, where something else comes first
 *
 * `purpose` is 'register' or 'signin'. `prf` is base64url. `leads`: the attribute `leads-to` names the origin of an agency,
 * and the redirect may lead there as well.
 */
export class PasskeyElement extends HTMLElement {
  /** True once the browser gave an answer: what fails from here on is the person's business. */
  #picked = false;

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    if (!browserSupportsWebAuthn()) {
      if (document.querySelector('signet-passkey') === this) this.#say('unsupported'); // once a page
      return;
    }
    button.hidden = false;
    this.querySelector('[data-about]')?.removeAttribute('hidden');
    button.addEventListener('click', () => void this.#press(button));
    if (this.getAttribute('autofill') === 'true') void this.#offerInAutofill();
  }

  async #press(button: HTMLButtonElement): Promise<void> {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    this.#say('waiting');
    try {
      await (this.getAttribute('mode') === 'register' ? this.#register() : this.#signIn(false));
    } catch (error) {
      this.#explain(error);
      if (this.getAttribute('autofill') === 'true') void this.#offerInAutofill();
    } finally {
      button.removeAttribute('aria-disabled');
    }
  }

  /**
   * Waits in the background until a passkey is picked in the field's suggestions; a press of the button ends it.
   * The person asked for nothing yet, so only what goes wrong after their pick is said.
   */
  async #offerInAutofill(): Promise<void> {
    if (!(await browserSupportsWebAuthnAutofill())) return;
    try {
      await this.#signIn(true);
    } catch (error) {
      if (this.#picked) this.#explain(error);
    }
  }

  async #register(): Promise<void> {
    const optionsJSON = await this.#options<PublicKeyCredentialCreationOptionsJSON>();
    const created = takePrf(await startRegistration({ optionsJSON: withSaltAsBytes(optionsJSON) }));
    this.#say('checking');
    const verified = await this.#verify({
      purpose: 'register',
      response: created.answer,
      prf: created.prf,
    });
    const again = created.enabled && created.prf === undefined ? verified.prfOptions : undefined;
    await this.#finish(again ? await this.#askForPrf(again, verified) : verified);
  }

  /**
   * Most authenticators give the PRF output only to a sign-in. The passkey is stored by now, and the person signed in by
   * it: closed, refused or malformed, this second step fails nothing, and the next page says what the passkey opens.
   */
  async #askForPrf(options: PublicKeyCredentialRequestOptionsJSON, stored: Verified): Promise<Verified> {
    this.#say('waiting');
    try {
      const asked = await startAuthentication({ optionsJSON: withSaltAsBytes(options) });
      const { answer, prf } = takePrf(asked);
      if (prf) return await this.#verify({ purpose: 'prf', response: answer, prf });
    } catch {
      // said on the next page
    }
    return { redirect: stored.withoutPrf ?? stored.redirect ?? '' };
  }

  async #signIn(useBrowserAutofill: boolean): Promise<void> {
    this.#picked = false;
    const optionsJSON = withSaltAsBytes(await this.#options<PublicKeyCredentialRequestOptionsJSON>());
    const { answer, prf } = takePrf(await startAuthentication({ optionsJSON, useBrowserAutofill }));
    this.#picked = true;
    this.#say('checking');
    const leads = this.getAttribute('leads-to') === null ? undefined : 'to-agency';
    const verified = this.#verify({ purpose: 'signin', response: answer, prf, leads });
    await this.#finish(await verified.catch((error) => forgetUnknown(error, optionsJSON.rpId)));
  }

  async #options<T extends object>(): Promise<T> {
    const brought = this.getAttribute('options');
    this.removeAttribute('options'); // a challenge serves one answer
    if (brought) return JSON.parse(brought) as T;
    const answer = await postJson(this.getAttribute('options-url') ?? '', {});
    if (!answer.ok) throw await refusal(answer);
    const asked = (await answer.json()) as T | { readonly redirect: string };
    if (!('redirect' in asked)) return asked;
    goTo(asked.redirect); // something else comes first
    return new Promise(() => undefined);
  }

  async #verify(body: object): Promise<Verified> {
    const answer = await postJson(this.getAttribute('verify-url') ?? '', body);
    if (!answer.ok) throw await refusal(answer);
    return (await answer.json()) as Verified;
  }

  async #finish(verified: Verified): Promise<void> {
    if (!verified.redirect) throw new Error('the answer names no next page');
    goTo(verified.redirect, this.getAttribute('leads-to'));
  }

  #explain(error: unknown): void {
    if (error instanceof Refused && error.message) this.#write(error.message);
    else this.#say(reasonOf(error));
  }

  #say(key: string): void {
    this.#write(this.dataset[key] ?? '');
  }

  #write(text: string): void {
    const line = this.querySelector('[role="status"]');
    if (line) line.textContent = text;
  }
}

async function refusal(answer: Response): Promise<Refused> {
  const body: unknown = await answer.json().catch(() => undefined);
  return new Refused(textIn(body, 'message') ?? '', textIn(body, 'unknownCredential'));
}

function textIn(body: unknown, name: string): string | undefined {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** The keeper of a passkey that we do not know any more is told so, and need not offer it again. */
async function forgetUnknown(error: unknown, rpId: string | undefined): Promise<never> {
  if (error instanceof Refused && error.unknownCredential && rpId) {
    const credentialID = error.unknownCredential;
    await tellProviders({ signalName: 'unknownCredential', rpID: rpId, credentialID });
  }
  throw error;
}

const wasAborted = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'AbortError' || codeOf(error) === 'ERROR_CEREMONY_ABORTED');

const codeOf = (error: unknown): string | undefined =>
  error instanceof WebAuthnError ? error.code : undefined;

/** Key of the words for what went wrong. */
function reasonOf(error: unknown): string {
  if (error instanceof Refused) return 'refused';
  if (codeOf(error) === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'alreadyRegistered';
  if (wasAborted(error) || (error instanceof Error && error.name === 'NotAllowedError')) return 'canceled';
  return error instanceof TypeError ? 'offline' : 'failed';
}
