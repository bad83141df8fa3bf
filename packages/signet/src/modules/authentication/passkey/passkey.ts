import { createHash } from 'node:crypto';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { decodeClientDataJSON } from '@simplewebauthn/server/helpers';
import { Redacted } from '../../../kernel/index.ts';
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

/** What was registered, or undefined when the answer is not what was asked for. */
export async function verifyCreation(
  { origin, rpId }: RelyingParty,
  { response }: PasskeyResponse,
  challenge: string,
): Promise<Omit<StoredPasskey, 'opensVault'> | undefined> {
  const verified = await orRefused(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    }),
  );
  if (!verified?.verified || isFramed(response.response)) return undefined;
  const { credential, aaguid, userVerified, credentialDeviceType, credentialBackedUp } =
    verified.registrationInfo;
  return {
    credentialId: Buffer.from(credential.id, 'base64url'),
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    aaguid,
    userVerified,
    backupEligible: credentialDeviceType === 'multiDevice',
    backedUp: credentialBackedUp,
  };
}

export interface Assertion {
  readonly counter: number;
  readonly userVerified: boolean;
  readonly backupEligible: boolean;
  readonly backedUp: boolean;
}

/** What was asserted, or undefined. The counter is the caller's to judge: going back has its own answer. */
export async function verifyRequest(
  { origin, rpId }: RelyingParty,
  { response }: PasskeyRequestResponse,
  challenge: string,
  passkey: Pick<StoredPasskey, 'credentialId' | 'publicKey'>,
): Promise<Assertion | undefined> {
  const verified = await orRefused(() =>
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
  if (!verified?.verified || isFramed(response.response)) return undefined;
  const { newCounter, userVerified, credentialDeviceType, credentialBackedUp } = verified.authenticationInfo;
  return {
    counter: newCounter,
    userVerified,
    backupEligible: credentialDeviceType === 'multiDevice',
    backedUp: credentialBackedUp,
  };
}

/** WebAuthn sections 7.1 and 7.2: made inside another site's frame. No page of ours may be framed. */
const isFramed = ({ clientDataJSON }: { readonly clientDataJSON: string }): boolean =>
  decodeClientDataJSON(clientDataJSON).crossOrigin === true;

/** WebAuthn section 7.2, step 22: a counter that does not move on is a sign of a copied key. */
export const counterMovedOn = (from: number, to: number): boolean => to > from || (to === 0 && from === 0);

/** The challenge that an answer says it is for. */
export const challengeIn = ({ response }: PasskeyRequestResponse): string | undefined =>
  orUndefined(() => decodeClientDataJSON(response.response.clientDataJSON).challenge);

export const credentialIdIn = ({ response }: PasskeyRequestResponse): Buffer =>
  Buffer.from(response.id, 'base64url');

export const userHandleIn = ({ response }: PasskeyRequestResponse): Buffer | undefined => {
  const handle: unknown = response.response.userHandle;
  return typeof handle === 'string' && handle !== '' ? Buffer.from(handle, 'base64url') : undefined;
};

/** The vault's name of a passkey's way in. */
export const passkeyWay = (credentialId: Buffer): string => credentialId.toString('base64url');

/** A short name of a credential, for paths: credential ids have up to 1,023 bytes. */
export const passkeyRef = (credentialId: Uint8Array): string =>
  createHash('sha256').update(credentialId).digest('base64url').slice(0, 22);

/** The PRF output as key material: 32 bytes or nothing (WebAuthn section 10.1.4). */
export function prfSecret(prf: string | undefined): Redacted<Uint8Array> | undefined {
  const bytes = Buffer.from(prf ?? '', 'base64url');
  return bytes.length === 32 ? new Redacted(bytes) : undefined;
}

/** The library says every refusal, and every malformed answer, by throwing an `Error`: here they are one outcome. */
async function orRefused<T>(verify: () => Promise<T>): Promise<T | undefined> {
  try {
    return await verify();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
