/** The part of the KMS that the OpenID provider uses. */
export interface ProviderKeys {
  wrap(key: 'federation', plaintext: Uint8Array, context: string): Promise<Buffer>;
  unwrap(key: 'federation', wrapped: Uint8Array, context: string): Promise<Buffer>;
  pseudonym(data: Uint8Array): Promise<Buffer>;
}

/** A page that the provider shows by itself; `web` draws it. Each returns the HTML document. */
export interface ProviderPages {
  signOutQuestion(page: {
    lang: string;
    action: string;
    xsrf: string;
    agency?: string;
  }): string | Promise<string>;
  signedOut(page: { lang: string }): string | Promise<string>;
  error(page: { lang: string; code: string }): string | Promise<string>;
}

export type LangOf = (request: { headers: Record<string, unknown>; url?: string | undefined }) => string;

/** How a request is answered with no, in OpenID's words. */
export type Refusal = 'access_denied' | 'login_required' | 'unmet_authentication_requirements';

/** What an agency is given about one person: personal claims, and the levels reached (C2, C8). */
export interface Release {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly levels: Readonly<Record<string, unknown>>;
}
