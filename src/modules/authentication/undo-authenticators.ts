import type { PersonId, Tx } from '../../kernel/index.ts';
import { recoveryCodeWay } from './issue-recovery-codes.ts';
import type { Parts } from './parts.ts';
import { passkeyWay } from './passkey.ts';
import type { UndoingStore } from './postgres-undoing.ts';
import type { Undoing } from './undoing.ts';
import { passwordWay } from './ways-in.ts';

const ever = new Date(0);

export function undoingBindings(parts: Parts, store: UndoingStore): Undoing {
  const { accounts, clock, earlierWays, sessions, vault } = parts;

  async function password(tx: Tx, person: PersonId, since: Date): Promise<void> {
    if (!(await store.passwordOff(tx, person, since))) return;
    await vault.removeWayIn(tx, person, 'password', passwordWay);
  }

  async function recoveryCodes(tx: Tx, person: PersonId, since: Date): Promise<void> {
    for (const lookup of await store.recoveryCodesOff(tx, person, since))
      await vault.removeWayIn(tx, person, 'recovery-code', recoveryCodeWay(lookup));
  }

  async function passkeys(tx: Tx, person: PersonId, since: Date, only?: Buffer): Promise<void> {
    for (const id of await store.passkeysGone(tx, person, since, only))
      await vault.removeWayIn(tx, person, 'passkey', passkeyWay(id));
  }

  return {
    endSessions: async (tx, person, keep) => void (await sessions.endAll(person, keep, tx)),
    boundBefore: store.boundBefore,
    async authenticator(tx, person, about) {
      const [name, id = ''] = about.split(':');
      if (name === 'password') await password(tx, person, ever);
      if (name === 'totp') await store.totpOff(tx, person, ever);
      if (name === 'phone') await store.phonesOff(tx, person, ever, id);
      if (name === 'recovery-codes') await recoveryCodes(tx, person, ever);
      if (name === 'passkey') await passkeys(tx, person, ever, Buffer.from(id, 'base64url'));
    },
    async recovery(tx, person, recovery, recoveredAt) {
      if (!(await earlierWays.bringBack(tx, recovery, person, clock.now()))) return false;
      await accounts.addresses.undoSince(tx, person, recoveredAt);
      return true;
    },
    async authenticatorsSince(tx, person, since) {
      await password(tx, person, since);
      await store.totpOff(tx, person, since);
      await store.phonesOff(tx, person, since);
      await recoveryCodes(tx, person, since);
      await passkeys(tx, person, since);
    },
  };
}
