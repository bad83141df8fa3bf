import {
  createHash,
  createHmac,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type {
  PasskeyCreationOptions,
  PasskeyRequestOptions,
  PasskeyRequestResponse,
  PasskeyResponse,
} from '../../../packages/signet/src/modules/authentication/index.ts';

export interface AuthenticatorTraits {
  readonly origin: string;
  /** UV: a fingerprint, a face or a PIN was checked. */
  readonly userVerified?: boolean;
  /** BE, and BS unless `backedUp` says otherwise: a key that is synced between devices. */
  readonly synced?: boolean;
  readonly backedUp?: boolean;
  /** Gives PRF output when asserting; `at-once` also while registering; `none` knows no PRF. */
  readonly prf?: 'when-asserting' | 'at-once' | 'none';
  /** Signs with a counter that never moves, as synced passkeys do. */
  readonly counts?: boolean;
  /** A credential id of the attacker's choosing, in place of a random one. */
  readonly credentialId?: Buffer;
}

interface Credential {
  readonly id: Buffer;
  readonly rpId: string;
  readonly userHandle: Buffer;
  readonly privateKey: KeyObject;
  readonly prfKey: Buffer;
  counter: number;
}

export interface SoftwareAuthenticator {
  readonly credentials: Credential[];
  create(options: PasskeyCreationOptions, at?: Partial<AuthenticatorTraits>): PasskeyResponse;
  get(options: PasskeyRequestOptions, at?: Partial<AuthenticatorTraits>): PasskeyRequestResponse;
}

const flag = {
  userPresent: 0x01,
  userVerified: 0x04,
  eligible: 0x08,
  backedUp: 0x10,
  attested: 0x40,
} as const;

/** An authenticator and browser in one, with ES256 keys: what passkeys look like to a server, quickly and anywhere. */
export function softwareAuthenticator(traits: AuthenticatorTraits): SoftwareAuthenticator {
  const credentials: Credential[] = [];
  return {
    credentials,
    create(options, at = {}) {
      const now = { ...traits, ...at };
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const rpId = options.rp.id ?? new URL(now.origin).hostname;
      const credential: Credential = {
        id: now.credentialId ?? randomBytes(32),
        rpId,
        userHandle: Buffer.from(options.user.id, 'base64url'),
        privateKey,
        prfKey: randomBytes(32),
        counter: 0,
      };
      if (options.excludeCredentials?.some(({ id }) => credentials.some((one) => encoded(one.id) === id))) {
        throw new DOMException('registered already', 'InvalidStateError');
      }
      credentials.push(credential);
      const prf = prfOutput(now, credential, options);
      const id = encoded(credential.id);
      return {
        response: {
          id,
          rawId: id,
          type: 'public-key',
          clientExtensionResults: now.prf === 'none' ? {} : { prf: { enabled: true } },
          response: {
            clientDataJSON: clientData('webauthn.create', options.challenge, now.origin),
            attestationObject: attestationObject(authenticatorData(now, credential, coseKey(publicKey))),
            transports: ['internal'],
          },
        },
        ...(now.prf === 'at-once' && prf ? { prf } : {}),
      };
    },
    get(options, at = {}) {
      const now = { ...traits, ...at };
      const credential = chosen(credentials, options);
      if (now.counts !== false) credential.counter += 1;
      const data = authenticatorData(now, credential);
      const clientDataJSON = clientData('webauthn.get', options.challenge, now.origin);
      const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
      const signature = sign('sha256', Buffer.concat([data, hash]), credential.privateKey);
      const prf = prfOutput(now, credential, options);
      const id = encoded(credential.id);
      return {
        response: {
          id,
          rawId: id,
          type: 'public-key',
          clientExtensionResults: {},
          response: {
            clientDataJSON,
            authenticatorData: encoded(data),
            signature: encoded(signature),
            userHandle: encoded(credential.userHandle),
          },
        },
        ...(prf ? { prf } : {}),
      };
    },
  };
}

const encoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

function chosen(
  credentials: readonly Credential[],
  { rpId, allowCredentials }: PasskeyRequestOptions,
): Credential {
  const allowed = credentials.filter(
    (one) =>
      one.rpId === rpId &&
      (!allowCredentials?.length || allowCredentials.some(({ id }) => id === encoded(one.id))),
  );
  const credential = allowed.at(-1);
  if (!credential) throw new DOMException('no passkey here', 'NotAllowedError');
  return credential;
}

const clientData = (type: string, challenge: string, origin: string): string =>
  encoded(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));

/** WebAuthn section 6.1. */
function authenticatorData(
  traits: AuthenticatorTraits,
  credential: Credential,
  publicKey?: Uint8Array,
): Buffer {
  const flags =
    flag.userPresent |
    (traits.userVerified === false ? 0 : flag.userVerified) |
    (traits.synced ? flag.eligible : 0) |
    ((traits.backedUp ?? traits.synced) ? flag.backedUp : 0) |
    (publicKey ? flag.attested : 0);
  const fixed = Buffer.alloc(37);
  createHash('sha256').update(credential.rpId).digest().copy(fixed);
  fixed.writeUInt8(flags, 32);
  fixed.writeUInt32BE(credential.counter, 33);
  if (!publicKey) return fixed;
  const idLength = Buffer.alloc(2);
  idLength.writeUInt16BE(credential.id.length);
  return Buffer.concat([fixed, Buffer.alloc(16), idLength, credential.id, publicKey]);
}

/** RFC 9052 section 7: an EC2 key for ES256. */
function coseKey(publicKey: KeyObject): Uint8Array {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' }) as JsonWebKey;
  const key = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ]);
  return isoCBOR.encode(key);
}

const attestationObject = (data: Uint8Array): string =>
  encoded(
    isoCBOR.encode(
      new Map<string, string | Uint8Array | Map<string, string>>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(data)],
      ]),
    ),
  );

/** WebAuthn section 10.1.4: HMAC of a hash of the input, by a key that only this credential has. */
function prfOutput(
  { prf }: AuthenticatorTraits,
  credential: Credential,
  options: PasskeyCreationOptions | PasskeyRequestOptions,
): string | undefined {
  if (prf === 'none') return undefined;
  const input = Buffer.concat([
    Buffer.from('WebAuthn PRF\0'),
    Buffer.from(options.extensions.prf.eval.first, 'base64url'),
  ]);
  const salt = createHash('sha256').update(input).digest();
  return createHmac('sha256', credential.prfKey).update(salt).digest('base64url');
}
