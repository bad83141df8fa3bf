import { randomBytes } from 'node:crypto';
import { err, ok, Redacted, type Result } from '../../../kernel/index.ts';
import type { Authentication } from '../authentication.ts';
import { type Binding, bindAuthenticator, bindingOf } from '../authenticators/bind-authenticator.ts';
import type { EnrollPasskeyError, NotNow } from '../outcomes.ts';
import type { Parts } from '../parts.ts';
import { pendingKeys, readPasskeyCreation, withChallenge } from '../session/pending.ts';
import type { Presence } from '../session/session.ts';
import { saysWhatItIs, sealedName } from './name-passkeys.ts';
import { creationOptions, passkeyWay, prfSecret, requestOptions, verifyCreation } from './passkey.ts';
import type { PasskeyCreationOptions, PasskeyRequestOptions, PasskeyResponse } from './passkey-json.ts';
import type { StoredPasskey } from './postgres-passkeys.ts';

export const passkeyCreationOptions =
  (parts: Parts): Authentication['passkeyCreationOptions'] =>
  async (
    presence,
    { kind } = {},
  ): Promise<Result<{ readonly presence: Presence; readonly options: PasskeyCreationOptions }, NotNow>> => {
    const binding = await bindingOf(parts, presence);
    if (!binding) return err({ code: 'not-now' });
    const { handle, name, registered, nameTyped } = await userOf(parts, binding);
    const wanted = { kind, nameTyped };
    const options = await creationOptions(parts.settings, { handle, name }, registered, wanted);
    const next = await parts.sessions.setPending(presence, {
      [pendingKeys.passkeyCreation]: {
        challenge: options.challenge,
        userHandle: handle.toString('base64url'),
      },
    });
    return ok({ presence: next, options });
  };

/** The user as authenticators keep them: a random handle without meaning, and the address for the person to read. */
async function userOf({ accounts, authenticators, passkeys }: Parts, binding: Binding) {
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

interface Enrolled {
  readonly presence: Presence;
  readonly opensVault: boolean;
  readonly prfOptions?: PasskeyRequestOptions;
}

export const enrollPasskey =
  (parts: Parts): Authentication['enrollPasskey'] =>
  async (presence, input): Promise<Result<Enrolled, EnrollPasskeyError>> => {
    const binding = await bindingOf(parts, presence);
    const taken = binding && (await parts.sessions.takePending(presence, pendingKeys.passkeyCreation));
    const creation = readPasskeyCreation(taken?.value);
    if (!binding || !taken || !creation) return err({ code: 'not-now' });
    const registered = await verifyCreation(parts.settings, input, creation.challenge);
    if (!registered) return err({ code: 'passkey-refused' });
    const way = wayOf(registered.credentialId, input);
    const called = saysWhatItIs(registered) ? undefined : input.name;
    const name = await sealedName(parts.kms, registered.credentialId, called);
    const at = parts.clock.now();
    let opensVault = false;
    const bound = await bindAuthenticator(parts)<EnrollPasskeyError>(taken.presence, binding, {
      name: 'passkey',
      about: `passkey:${passkeyWay(registered.credentialId)}`,
      event: {
        method: 'passkey',
        at,
        userVerified: registered.userVerified,
        backupEligible: registered.backupEligible,
      },
      async store(tx, person, held) {
        const key = way ? await parts.waysIn.give(tx, person, [way], held) : await escrowed();
        opensVault = way !== undefined && key !== undefined;
        const passkey = { ...registered, opensVault, name };
        const handle = Buffer.from(creation.userHandle, 'base64url');
        const added = await parts.passkeys.add(tx, person, handle, passkey, at);
        return added ? ok(key) : err({ code: 'passkey-already-registered' });

        async function escrowed() {
          return givesPrfLater(input) ? held : parts.waysIn.giveEscrow(tx, person, held);
        }
      },
    });
    if (!bound.ok) return bound;
    if (way || !givesPrfLater(input)) return ok({ presence: bound.value, opensVault });
    return ok(await askForPrf(parts, bound.value, registered));
  };

function wayOf(credentialId: Buffer, { prf }: PasskeyResponse) {
  const secret = prfSecret(prf);
  return secret && ({ kind: 'passkey', ref: passkeyWay(credentialId), secret } as const);
}

/** Most authenticators say while registering that they have PRF, and give its output only when asserting. */
const givesPrfLater = ({ response }: PasskeyResponse): boolean =>
  response.clientExtensionResults?.prf?.enabled === true;

/** The new passkey is asked to assert at once, for its PRF output: until then it opens no vault. */
async function askForPrf(
  { clock, sessions, settings }: Parts,
  presence: Presence,
  passkey: Pick<StoredPasskey, 'credentialId' | 'transports'>,
): Promise<Enrolled> {
  const prfOptions = await requestOptions(settings, [passkey]);
  const patch = withChallenge(presence.session.pending, prfOptions.challenge, clock.now());
  return { presence: await sessions.setPending(presence, patch), opensVault: false, prfOptions };
}
