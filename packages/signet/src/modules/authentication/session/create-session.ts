import type { Clock, Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { PlaceOf } from '../../risk/index.ts';
import type { Vault } from '../../vault/index.ts';
import type { TriedAccounts } from '../limits/index.ts';
import { type KnownDevices, knowingDevices } from './known-devices.ts';
import type { EndAtAgencies, SessionKeys } from './ports.ts';
import type { KnownDeviceStore } from './postgres-known-devices.ts';
import type { SessionStore } from './postgres-sessions.ts';
import { type NotifyOfNewCountry, recordingNewNetworks } from './record-new-network.ts';
import type { Sessions } from './session.ts';
import { sealingOrigins } from './session-origin.ts';
import { createSessions } from './sessions.ts';
import { type SigningOut, signingOut } from './sign-out.ts';

/** What other modules do with sessions. */
export interface SessionRoom extends Sessions, SigningOut {}

export function createSession(deps: {
  readonly store: SessionStore;
  readonly deviceStore: KnownDeviceStore;
  readonly kms: SessionKeys;
  readonly vault: Pick<Vault, 'wrapForSession' | 'openForSession'>;
  readonly accounts: Pick<Accounts, 'get'>;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly transact: Transact;
  readonly placeOf: PlaceOf;
  readonly triedAccounts: TriedAccounts;
  readonly endAtAgencies: EndAtAgencies;
  readonly notifyOfNewCountry: NotifyOfNewCountry;
}): { readonly session: SessionRoom; readonly knownDevices: KnownDevices } {
  const { deviceStore, kms, placeOf, triedAccounts: tried } = deps;
  const origins = sealingOrigins(kms, placeOf);
  const recordNewNetwork = recordingNewNetworks({ ...deps, origins, notify: deps.notifyOfNewCountry });
  const sessions = createSessions({ ...deps, origins, recordNewNetwork });
  return {
    session: { ...sessions, ...signingOut({ ...deps, sessions }) },
    knownDevices: knowingDevices({ ...deps, kms, tried, store: deviceStore }),
  };
}
