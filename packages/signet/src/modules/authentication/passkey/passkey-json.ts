import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

/** WebAuthn Level 3 JSON: `prf.eval.first` is base64url, as `parseCreationOptionsFromJSON` takes it. */
interface PrfRequest {
  readonly prf: { readonly eval: { readonly first: string } };
}

export type PasskeyCreationOptions = Omit<PublicKeyCredentialCreationOptionsJSON, 'extensions'> & {
  readonly extensions: PrfRequest & { readonly credProps: true };
};

export type PasskeyRequestOptions = Omit<PublicKeyCredentialRequestOptionsJSON, 'extensions'> & {
  readonly extensions: PrfRequest;
};

/** What the browser sends after registering; `prf` is the extension's first result, base64url of 32 bytes. */
export interface PasskeyResponse {
  readonly response: RegistrationResponseJSON;
  readonly prf?: string;
}

/** What the browser sends after an assertion. */
export interface PasskeyRequestResponse {
  readonly response: AuthenticationResponseJSON;
  readonly prf?: string;
}
