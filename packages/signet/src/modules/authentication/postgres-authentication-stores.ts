import type { Database } from '../../kernel/index.ts';
import { postgresQuotas } from '../quotas/index.ts';
import type { Vault } from '../vault/index.ts';
import { postgresCases, postgresRecoveries } from './account-recovery/index.ts';
import { postgresTotp } from './authenticator-app/index.ts';
import { postgresAuthenticators } from './authenticators/index.ts';
import { postgresConfirmations } from './email/index.ts';
import { postgresPasskeys } from './passkey/index.ts';
import { postgresPasswords } from './password/index.ts';
import { postgresPhones } from './phone/index.ts';
import { postgresRecoveryCodes } from './recovery-codes/index.ts';
import { postgresRemovalLock, postgresWaysBeforeRecovery } from './removal/index.ts';
import { postgresKnownDevices, postgresSessions } from './session/index.ts';

/** Where the rooms of authentication keep what they know. */
export function createPostgresAuthenticationStores(
  db: Database,
  vault: Pick<Vault, 'snapshotOf' | 'putBack'>,
) {
  const waysIn = {
    passwords: postgresPasswords(db),
    totp: postgresTotp(db),
    passkeys: postgresPasskeys(db),
    phones: postgresPhones(db),
    recoveryCodes: postgresRecoveryCodes(db),
  };
  return {
    ...waysIn,
    attempts: postgresQuotas(db),
    sessions: postgresSessions(db),
    knownDevices: postgresKnownDevices(db),
    authenticators: postgresAuthenticators(db),
    confirmations: postgresConfirmations(db),
    removalLock: postgresRemovalLock(),
    recoveries: postgresRecoveries(db),
    recoveryCases: postgresCases(db),
    waysBeforeRecovery: postgresWaysBeforeRecovery(db, vault, Object.values(waysIn)),
  };
}

export type AuthenticationStores = ReturnType<typeof createPostgresAuthenticationStores>;
