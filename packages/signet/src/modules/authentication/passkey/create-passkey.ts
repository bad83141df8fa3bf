import type { Clock, Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { AuthenticatorsOf, Binder, VaultWaysIn } from '../authenticators/index.ts';
import type { Attempts } from '../limits/index.ts';
import { notNowWhenSessionEnded as guarded, type KnownDevices, type Sessions } from '../session/index.ts';
import type { FinishByMailbox, SignInAs } from '../sign-in/index.ts';
import { enrollPasskey, passkeyCreationOptions } from './enroll-passkey.ts';
import { namedPasskeys, passkeySignals, renamePasskey } from './name-passkeys.ts';
import type { Passkey } from './passkey.ts';
import type { OnPasskeyRefused, PasskeyNameKeys } from './ports.ts';
import type { PasskeyStore } from './postgres-passkeys.ts';
import { passkeyRequest, passkeyRequestOptions } from './request-passkey.ts';
import { signInWithPasskey } from './sign-in-with-passkey.ts';
import type { RelyingParty } from './webauthn.ts';

export function createPasskey(needs: {
  readonly accounts: Pick<Accounts, 'get' | 'primaryAddress'>;
  readonly attempts: Pick<Attempts, 'atHome' | 'take'>;
  readonly audit: AuditLog;
  readonly authenticators: AuthenticatorsOf;
  readonly binder: Binder;
  readonly clock: Clock;
  readonly finishByMailbox: FinishByMailbox;
  readonly kms: PasskeyNameKeys;
  readonly knownDevices: Pick<KnownDevices, 'look'>;
  readonly mayComeBack: (credentialId: Buffer) => Promise<boolean>;
  readonly onRefused: OnPasskeyRefused;
  readonly passkeys: PasskeyStore;
  readonly relyingParty: RelyingParty;
  readonly sessions: Pick<Sessions, 'setPending' | 'takePending'>;
  readonly signInAs: SignInAs;
  readonly transact: Transact;
  readonly vaultWaysIn: Pick<VaultWaysIn, 'give' | 'giveEscrow' | 'lookAhead' | 'openEscrow'>;
}): Passkey {
  return {
    creationOptions: guarded(passkeyCreationOptions(needs)),
    enroll: guarded(enrollPasskey(needs)),
    requestOptions: passkeyRequestOptions(needs),
    request: passkeyRequest(needs),
    signIn: guarded(signInWithPasskey(needs)),
    list: namedPasskeys(needs),
    signals: passkeySignals(needs),
    rename: renamePasskey(needs),
  };
}
