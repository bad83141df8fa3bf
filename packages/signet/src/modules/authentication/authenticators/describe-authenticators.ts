import { createHash } from 'node:crypto';
import type { PersonId } from '../../../kernel/index.ts';
import type { AuthenticatorsOf, PasskeyView, PhoneView } from './authenticators.ts';
import type { AuthenticatorStore, PasskeyRow, PhoneRow } from './postgres-authenticators.ts';

/** How a phone is shown: its number is sealed, and only the room of phones opens it. */
export interface PhoneDescriptions {
  /** `••• ••• 0123`. */
  masked(person: PersonId, id: string, sealedNumber: Buffer): Promise<string>;
  ways(kind: PhoneView['kind']): PhoneView['ways'];
}

export const createAuthenticatorsOf =
  (find: AuthenticatorStore, phones: PhoneDescriptions): AuthenticatorsOf =>
  async (person, tx) => {
    const rows = await find(person, tx);
    return {
      ...rows,
      phones: await Promise.all(rows.phones.map((phone) => describePhone(phones, person, phone))),
      passkeys: rows.passkeys.map(describePasskey),
    };
  };

async function describePhone(
  phones: PhoneDescriptions,
  owner: PersonId,
  phone: PhoneRow,
): Promise<PhoneView> {
  return {
    id: phone.id,
    masked: await phones.masked(owner, phone.id, Buffer.from(phone.number, 'base64')),
    kind: phone.kind,
    createdAt: phone.bound_at,
    ...(phone.last_used_at ? { lastUsedAt: phone.last_used_at } : {}),
    on: phone.on,
    ways: phones.ways(phone.kind),
  };
}

function describePasskey(passkey: PasskeyRow): PasskeyView {
  const credentialId = Buffer.from(passkey.id, 'base64');
  return {
    id: credentialId.toString('base64url'),
    ref: passkeyRef(credentialId),
    transports: passkey.transports,
    aaguid: passkey.aaguid,
    createdAt: passkey.bound_at,
    ...(passkey.last_used_at ? { lastUsedAt: passkey.last_used_at } : {}),
    userVerified: passkey.user_verified,
    synced: passkey.backup_eligible,
    opensVault: passkey.opens_vault,
  };
}

/** A short name of a credential, for paths: credential ids have up to 1,023 bytes. */
const passkeyRef = (credentialId: Uint8Array): string =>
  createHash('sha256').update(credentialId).digest('base64url').slice(0, 22);
