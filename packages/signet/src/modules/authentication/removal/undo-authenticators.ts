import { AppError, type Clock, type PersonId, type Tx } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { Vault } from '../../vault/index.ts';
import { passkeyWay, passwordWay, recoveryCodeWay } from '../authenticators/index.ts';
import type { Sessions } from '../session/index.ts';
import type { Bound, UndoingStore } from './postgres-undoing.ts';
import type { WaysBeforeRecovery } from './postgres-ways-before-recovery.ts';
import type { Undoing } from './undoing.ts';

const ever = { since: new Date(0), until: new Date(8.64e15) } as const; // the ends of all time

export function undoingBindings(needs: {
  readonly accounts: Pick<Accounts, 'addresses'>;
  readonly clock: Clock;
  readonly sessions: Pick<Sessions, 'endAll'>;
  readonly undoingStore: UndoingStore;
  readonly vault: Pick<Vault, 'removeWayIn'>;
  readonly waysBeforeRecovery: Pick<WaysBeforeRecovery, 'bringBack'>;
}): Undoing {
  const { accounts, clock, sessions, undoingStore: store, vault, waysBeforeRecovery } = needs;

  async function password(tx: Tx, person: PersonId, when: Bound): Promise<void> {
    if (!(await store.passwordOff(tx, person, when))) return;
    await vault.removeWayIn(tx, person, 'password', passwordWay);
  }

  async function recoveryCodes(tx: Tx, person: PersonId, when: Bound): Promise<void> {
    for (const lookup of await store.recoveryCodesOff(tx, person, when))
      await vault.removeWayIn(tx, person, 'recovery-code', recoveryCodeWay(lookup));
  }

  async function passkeys(tx: Tx, person: PersonId, when: Bound, only?: Buffer): Promise<void> {
    for (const id of await store.passkeysGone(tx, person, when, only))
      await vault.removeWayIn(tx, person, 'passkey', passkeyWay(id));
  }

  return {
    endSessions: async (tx, person, keep) => void (await sessions.endAll(person, keep, tx)),
    boundBefore: store.boundBefore,
    async authenticator(tx, person, about, until) {
      const [name, id = ''] = about.split(':');
      const when = { ...ever, until };
      switch (name) {
        case 'password':
          return password(tx, person, when);
        case 'totp':
          return void (await store.totpOff(tx, person, when));
        case 'phone':
          return store.phonesOff(tx, person, when, id);
        case 'recovery-codes':
          return recoveryCodes(tx, person, when);
        case 'passkey':
          return passkeys(tx, person, when, Buffer.from(id, 'base64url'));
        default:
          throw new AppError('no-such-authenticator');
      }
    },
    async recovery(tx, person, recovery, recoveredAt) {
      if (!(await waysBeforeRecovery.bringBack(tx, recovery, person, clock.now()))) return false;
      await accounts.addresses.undoSince(tx, person, recoveredAt);
      return true;
    },
    async authenticatorsSince(tx, person, since) {
      const when = { ...ever, since };
      await password(tx, person, when);
      await store.totpOff(tx, person, when);
      await store.phonesOff(tx, person, when);
      await recoveryCodes(tx, person, when);
      await passkeys(tx, person, when);
    },
  };
}
