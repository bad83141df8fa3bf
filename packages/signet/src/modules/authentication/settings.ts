import type { NumberProfile } from '../records/index.ts';

/** What differs from one deployment to the next. Limits that rules fix are beside the rules. */
export interface AuthenticationSettings {
  /** Origin that people see, e.g. `https://signet.example`. Links in mails and passkeys are bound to it. */
  readonly origin: string;
  /** WebAuthn relying party id: the origin's host, or a parent domain of it. */
  readonly rpId: string;
  /** The service's name as shown by authenticators and in authenticator apps. */
  readonly serviceName: string;
  /** Password hashes computed at once; each takes 19 MiB and a core for some 15 ms. Default: 2. */
  readonly hashesAtOnce?: number;
  /** Sign-ins that may wait for their turn; one more is told `busy`. Default: 64, about half a second. */
  readonly hashesWaiting?: number;
  readonly phones: PhoneSettings;
}

/** Codes by text message and call. */
export interface PhoneSettings {
  /** As with proofing: the sandbox takes only numbers that nobody has, and production only the others. */
  readonly profile: NumberProfile;
  /** ISO 3166, two letters each. */
  readonly countries: readonly string[];
  /** Texts and calls an hour to one country, in the whole deployment. */
  readonly perCountryAnHour: number;
  /** Whether there is somebody to make calls. */
  readonly calls: boolean;
}
