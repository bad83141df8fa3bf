import type { NumberProfile } from '../../records/index.ts';

/** The part of the KMS that keeps numbers, and finds them again. */
export interface PhoneKeys {
  wrap(key: 'contact', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'contact', wrapped: Uint8Array, context: string): Promise<Buffer>;
  mac(key: 'contact-index', data: Uint8Array): Promise<Buffer>;
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
