import {
  type AuthenticationResponseJSON,
  base64URLStringToBuffer,
  bufferToBase64URLString,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/browser';

type Options = PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON;
type Answer = RegistrationResponseJSON | AuthenticationResponseJSON;

/** How the PRF extension travels as JSON: its salt in base64url. */
interface PrfJson {
  readonly prf?: { readonly eval?: { readonly first?: unknown } };
}

interface PrfResults {
  readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: unknown } };
}

/** simplewebauthn passes extensions on as they came, yet the browser wants the PRF salt as bytes. */
export function withSaltAsBytes<T extends Options>(options: T): T {
  const salt = (options.extensions as PrfJson | undefined)?.prf?.eval?.first;
  if (typeof salt !== 'string') return options;
  const prf = { eval: { first: base64URLStringToBuffer(salt) } };
  return { ...options, extensions: { ...options.extensions, prf } };
}

/**
 * Takes the PRF output out of the answer: it opens the person's vault, so it goes to the server as a field of
 * its own and never among the extension results that are logged or stored with the credential.
 */
export function takePrf<T extends Answer>(
  answer: T,
): { readonly answer: T; readonly prf?: string; readonly enabled: boolean } {
  const { prf, ...others } = answer.clientExtensionResults as PrfResults;
  const first = bytesOf(prf?.results?.first);
  const enabled = prf?.enabled === true || first !== undefined;
  const results = prf ? { ...others, prf: { enabled } } : others;
  const bare = { ...answer, clientExtensionResults: results };
  return first ? { answer: bare, prf: bufferToBase64URLString(first), enabled } : { answer: bare, enabled };
}

/** The 32 bytes of an output. Anything else that an authenticator gave counts as none: the passkey itself may be sound. */
function bytesOf(source: unknown): ArrayBuffer | undefined {
  if (!(source instanceof ArrayBuffer) && !ArrayBuffer.isView(source)) return undefined;
  if (source.byteLength !== 32) return undefined;
  const bytes = source instanceof ArrayBuffer ? new Uint8Array(source) : viewOf(source);
  return new Uint8Array(bytes).buffer;
}

const viewOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
