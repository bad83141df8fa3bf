import { randomBytes } from 'node:crypto';
import { type Clock, err, ok, Redacted, type Result } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import {
  type AuthenticatorsOf,
  type Binder,
  type Binding,
  passkeyWay,
  type VaultWaysIn,
} from '../authenticators/index.ts';
import type { Presence, Sessions } from '../session/index.ts';
import { creationKey, readCreation, withChallenge } from './challenges.ts';
import { passkeyLimits } from './limits.ts';
import { saysWhatItIs, sealedName } from './name-passkeys.ts';
import type { EnrollPasskeyError } from './outcomes.ts';
import type { EnrolledPasskey, Passkey } from './passkey.ts';
import type { PasskeyResponse } from './passkey-json.ts';
import type { OnPasskeyRefused, PasskeyNameKeys } from './ports.ts';
import type { PasskeyStore, StoredPasskey } from './postgres-passkeys.ts';
import { creationOptions, prfSecret, type RelyingParty, requestOptions, verifyCreation } from './webauthn.ts';

const passkeysAtMost = passkeyLimits['an-account'].most;

interface OptionsNeeds {
  readonly accounts: Pick<Accounts, 'primaryAddress'>;
  readonly authenticators: AuthenticatorsOf;
  readonly binder: Binder;
  readonly passkeys: Pick<PasskeyStore, 'idsOf' | 'userHandle'>;
  readonly relyingParty: RelyingParty;
  readonly sessions: Pick<Sessions, 'setPending'>;
}

export const passkeyCreationOptions =
  (needs: OptionsNeeds): Passkey['creationOptions'] =>
  async (presence, { kind } = {}): ReturnType<Passkey['creationOptions']> => {
    const binding = await needs.binder.bindingOf(presence);
    if (!binding) return err({ code: 'not-now' });
    const { handle, name, registered, nameTyped } = await userOf(needs, binding);
    // before the device makes one that nobody could use
    if (registered.length >= passkeysAtMost) return err({ code: 'too-many-passkeys' });
    const wanted = { kind, nameTyped };
    const options = await creationOptions(needs.relyingParty, { handle, name }, registered, wanted);
    const next = await needs.sessions.setPending(presence, {
      [creationKey]: {
        challenge: options.challenge,
        userHandle: handle.toString('base64url'),
      },
    });
    return ok({ presence: next, options });
  };

/** The user as authenticators keep them: a random handle without meaning, and the address for the person to read. */
async function userOf({ accounts, authenticators, passkeys }: OptionsNeeds, binding: Binding) {
  if (binding.kind === 'new-account') {
    return {
      handle: randomBytes(32),
      name: binding.signUp.address.written,
      registered: [],
      nameTyped: false,
    };
  }
  const { person } = binding;
  return {
    handle: (await passkeys.userHandle(person)) ?? randomBytes(32),
    name: (await accounts.primaryAddress(person)) ?? new Redacted(''),
    registered: await passkeys.idsOf(person),
    nameTyped: (await authenticators(person)).password,
  };
}

interface EnrollNeeds extends OptionsNeeds {
  readonly clock: Clock;
  readonly kms: PasskeyNameKeys;
  readonly passkeys: Pick<PasskeyStore, 'add' | 'idsOf' | 'userHandle'>;
  readonly onRefused: OnPasskeyRefused;
  readonly sessions: Pick<Sessions, 'setPending' | 'takePending'>;
  readonly vaultWaysIn: Pick<VaultWaysIn, 'give' | 'giveEscrow'>;
}

export const enrollPasskey =
  (needs: EnrollNeeds): Passkey['enroll'] =>
  async (presence, input): Promise<Result<EnrolledPasskey, EnrollPasskeyError>> => {
    const binding = await needs.binder.bindingOf(presence);
    const taken = binding && (await needs.sessions.takePending(presence, creationKey));
    const creation = readCreation(taken?.value);
    if (!binding || !taken || !creation) return err({ code: 'not-now' });
    const verified = await verifyCreation(needs.relyingParty, input, creation.challenge);
    if (!verified.ok) {
      needs.onRefused({
        during: 'registration',
        reason: verified.error,
        reference: presence.from?.reference,
      });
      return err({ code: 'passkey-refused' });
    }
    const registered = verified.value;
    const way = vaultWayOf(registered.credentialId, input);
    const called = saysWhatItIs(registered) ? undefined : input.name;
    const name = await sealedName(needs.kms, registered.credentialId, called);
    const at = needs.clock.now();
    let opensVault = false;
    const bound = await needs.binder.bind<EnrollPasskeyError>(taken.presence, binding, {
      name: 'passkey',
      about: `passkey:${passkeyWay(registered.credentialId)}`,
      event: {
        method: 'passkey',
        at,
        userVerified: registered.userVerified,
        backupEligible: registered.backupEligible,
      },
      async store(tx, person, held) {
        const key = way ? await needs.vaultWaysIn.give(tx, person, [way], held) : await escrowed();
        opensVault = way !== undefined && key !== undefined;
        const passkey = { ...registered, opensVault, name };
        const handle = Buffer.from(creation.userHandle, 'base64url');
        const added = await needs.passkeys.add(tx, person, handle, passkey, { at, most: passkeysAtMost });
        if (added === 'too-many') return err({ code: 'too-many-passkeys' });
        return added === 'added' ? ok(key) : err({ code: 'passkey-already-registered' });

        async function escrowed() {
          return givesPrfLater(input) ? held : needs.vaultWaysIn.giveEscrow(tx, person, held);
        }
      },
    });
    if (!bound.ok) return bound;
    if (way || !givesPrfLater(input)) return ok({ presence: bound.value, opensVault });
    return ok(await askForPrf(needs, bound.value, registered));
  };

function vaultWayOf(credentialId: Buffer, { prf }: PasskeyResponse) {
  const secret = prfSecret(prf);
  return secret && ({ kind: 'passkey', ref: passkeyWay(credentialId), secret } as const);
}

/** Most authenticators say while registering that they have PRF, and give its output only when asserting. */
const givesPrfLater = ({ response }: PasskeyResponse): boolean =>
  response.clientExtensionResults?.prf?.enabled === true;

/** The new passkey is asked to assert at once, for its PRF output: until then it opens no vault. */
async function askForPrf(
  { clock, relyingParty, sessions }: EnrollNeeds,
  presence: Presence,
  passkey: Pick<StoredPasskey, 'credentialId' | 'transports'>,
): Promise<EnrolledPasskey> {
  const prfOptions = await requestOptions(relyingParty, [passkey]);
  const patch = withChallenge(presence.session.pending, prfOptions.challenge, clock.now());
  return { presence: await sessions.setPending(presence, patch), opensVault: false, prfOptions };
}
