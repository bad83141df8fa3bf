import { createHash } from 'node:crypto';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import { err, ok, Redacted, type Result } from '../../../kernel/index.ts';
import type {
  PasskeyCreationOptions,
  PasskeyRequestOptions,
  PasskeyRequestResponse,
  PasskeyResponse,
} from './passkey-json.ts';
import type { StoredPasskey } from './postgres-passkeys.ts';

/** The WebAuthn relying party that Signet is. */
export interface RelyingParty {
  readonly origin: string;
  readonly rpId: string;
  readonly serviceName: string;
}

type KnownCredential = Pick<StoredPasskey, 'credentialId' | 'transports'>;

/** EdDSA, ES256, RS256: what authenticators make. Named here, since the library's default asks Node for ML-DSA first. */
const algorithms = [-8, -7, -257];

const fiveMinutes = 300_000; // the time a browser gives a person

/**
 * One PRF input for the whole service: with a discoverable passkey nobody knows whose it will be when the input is
 * sent. The output is secret and different for each passkey all the same.
 */
const prfRequest = (rpId: string) => ({
  prf: {
    eval: { first: createHash('sha256').update(`signet vault prf 1/${rpId}`).digest('base64url') },
  },
});

const descriptors = (credentials: readonly KnownCredential[]) =>
  credentials.map(({ credentialId, transports }) => ({
    id: credentialId.toString('base64url'),
    transports: [...transports],
  }));

export interface WantedPasskey {
  /** Where the person asked for one: a key to plug in or tap. Otherwise the browser offers every kind, phones too. */
  readonly kind?: 'securityKey' | undefined;
  /** The password stands beside it, so a key without room for its own account's name will do as well. */
  readonly nameTyped?: boolean;
}

/** B10: verification preferred, and looked at when the answer comes. The library's challenge has 256 bits (B8). */
export async function creationOptions(
  { rpId, serviceName }: RelyingParty,
  user: { readonly handle: Buffer; readonly name: Redacted<string> },
  registered: readonly KnownCredential[],
  wanted: WantedPasskey = {},
): Promise<PasskeyCreationOptions> {
  const options = await generateRegistrationOptions({
    rpID: rpId,
    rpName: serviceName,
    userID: new Uint8Array(user.handle),
    userName: user.name.reveal(),
    userDisplayName: user.name.reveal(),
    timeout: fiveMinutes,
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: descriptors(registered),
    authenticatorSelection: {
      residentKey: wanted.nameTyped ? 'preferred' : 'required',
      userVerification: 'preferred',
    },
    ...(wanted.kind ? { preferredAuthenticatorType: wanted.kind } : {}),
  });
  return { ...options, extensions: { credProps: true, ...prfRequest(rpId) } };
}

/** `allowed` empty: any passkey of this service, discovered by the browser. */
export async function requestOptions(
  { rpId }: RelyingParty,
  allowed: readonly KnownCredential[],
): Promise<PasskeyRequestOptions> {
  const options = await generateAuthenticationOptions({
    rpID: rpId,
    timeout: fiveMinutes,
    userVerification: 'preferred',
    allowCredentials: descriptors(allowed),
  });
  return { ...options, extensions: prfRequest(rpId) };
}

/** What was registered, or why the answer is not what was asked for. */
export async function verifyCreation(
  { origin, rpId }: RelyingParty,
  { response }: PasskeyResponse,
  challenge: string,
): Promise<Result<Omit<StoredPasskey, 'opensVault'>, string>> {
  const verified = await orReason(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!verified.ok) return verified;
  if (!verified.value.verified) return err(notVerified);
  if (isFramed(response.response)) return err(framed);
  const { credential, aaguid, userVerified, credentialDeviceType, credentialBackedUp } =
    verified.value.registrationInfo;
  return ok({
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    aaguid,
    userVerified,
    backupEligible: credentialDeviceType === 'multiDevice',
    backedUp: credentialBackedUp,
  });
}

export interface Assertion {
  readonly counter: number;
  readonly userVerified: boolean;
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
}

/** What was asserted, or why it was refused. The counter is the caller's to judge: going back has its own answer. */
export async function verifyRequest(
  { origin, rpId }: RelyingParty,
  { response }: PasskeyRequestResponse,
  challenge: string,
  passkey: Pick<StoredPasskey, 'credentialId' | 'publicKey'>,
): Promise<Result<Assertion, string>> {
  const verified = await orReason(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: false,
      credential: {
        id: passkey.credentialId.toString('base64url'),
        publicKey: new Uint8Array(passkey.publicKey),
        counter: 0,
      },
    }),
  );
  if (!verified.ok) return verified;
  if (!verified.value.verified) return err(notVerified);
  if (isFramed(response.response)) return err(framed);
  const { newCounter, userVerified, credentialDeviceType, credentialBackedUp } =
    verified.value.authenticationInfo;
  return ok({
    counter: newCounter,
    userVerified,
    backupEligible: credentialDeviceType === 'multiDevice',
    backedUp: credentialBackedUp,
  });
}

const notVerified = 'the signature does not verify';
const framed = 'made inside the frame of another site';

/** WebAuthn sections 7.1 and 7.2: made inside another site's frame. No page of ours may be framed. */
const isFramed = ({ clientDataJSON }: { readonly clientDataJSON: string }): boolean =>
  decodeClientDataJSON(clientDataJSON).crossOrigin === true;

/** WebAuthn section 7.2, step 22: a counter that does not move on is a sign of a copied key. */
export const counterMovedOn = (from: number, to: number): boolean => to > from || (to === 0 && from === 0);

/** The challenge that an answer says it is for, or why it says none. */
export async function challengeIn({ response }: PasskeyRequestResponse): Promise<Result<string, string>> {
  return orReason(async () => decodeClientDataJSON(response.response.clientDataJSON).challenge);
}

export const credentialIdIn = ({ response }: PasskeyRequestResponse): Buffer =>
  Buffer.from(response.id, 'base64url');

export const userHandleIn = ({ response }: PasskeyRequestResponse): Buffer | undefined => {
  const handle: unknown = response.response.userHandle;
  return typeof handle === 'string' && handle !== '' ? Buffer.from(handle, 'base64url') : undefined;
};

/** The PRF output as key material: 32 bytes or nothing (WebAuthn section 10.1.4). */
export function prfSecret(prf: string | undefined): Redacted<Uint8Array> | undefined {
  const bytes = Buffer.from(prf ?? '', 'base64url');
  return bytes.length === 32 ? new Redacted(bytes) : undefined;
}

/** The library says every refusal, and every malformed answer, by throwing an `Error`: here they are one outcome. */
async function orReason<T>(verify: () => Promise<T>): Promise<Result<T, string>> {
  try {
    return ok(await verify());
  } catch (error) {
    if (error instanceof Error) return err(reasonIn(error));
    throw error;
  }
}

/**
 * The library's own words. What it quotes came from outside, and of that only origins stay: they say which site it was,
 * and nothing about a person. What cannot even be read is named by its kind: a parser's message quotes at will.
 */
function reasonIn({ name, message }: Error): string {
  if (!/^(Error|Unexpected\w+)$/.test(name)) return `it cannot be read (${name})`;
  const quoted = (_: string, value: string) => (isOrigin(value) ? `"${value}"` : '"…"');
  return message.replaceAll(/"([^"]*)"?/g, quoted).slice(0, 200);
}

const isOrigin = (value: string): boolean => URL.canParse(value) && new URL(value).origin === value;
