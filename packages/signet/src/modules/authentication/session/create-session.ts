import type { Clock, Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { PlaceOf } from '../../risk/index.ts';
import type { Vault } from '../../vault/index.ts';
import type { TriedAccounts } from '../limits/index.ts';
import { createKnownDevices, type KnownDevices } from './known-devices.ts';
import type { EndAtAgencies, SessionKeys } from './ports.ts';
import type { KnownDeviceStore } from './postgres-known-devices.ts';
import type { SessionStore } from './postgres-sessions.ts';
import { createRecordNewNetwork, type NotifyOfNewCountry } from './record-new-network.ts';
import type { Sessions } from './session.ts';
import { createOrigins } from './session-origin.ts';
import { createSessions } from './sessions.ts';
import { createSignOut, type SignOut } from './sign-out.ts';

/** What other modules do with sessions. */
export interface SessionRoom extends Sessions, SignOut {}

export function createSession(needs: {
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
  const { deviceStore, kms, placeOf, triedAccounts: tried } = needs;
  const origins = createOrigins(kms, placeOf);
  const recordNewNetwork = createRecordNewNetwork({ ...needs, origins, notify: needs.notifyOfNewCountry });
  const sessions = createSessions({ ...needs, origins, recordNewNetwork });
  return {
    session: { ...sessions, ...createSignOut({ ...needs, sessions }) },
    knownDevices: createKnownDevices({ ...needs, kms, tried, store: deviceStore }),
  };
}
