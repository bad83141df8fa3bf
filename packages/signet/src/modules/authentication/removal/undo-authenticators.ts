import { AppError, type Clock, type PersonId, type Tx } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { Vault } from '../../vault/index.ts';
import { type BoundBetween, passkeyWay, passwordWay, recoveryCodeWay } from '../authenticators/index.ts';
import type { Sessions } from '../session/index.ts';
import type { WaysBeforeRecovery } from './postgres-ways-before-recovery.ts';
import type { UndoByKind, Undoing } from './undoing.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'addresses'>;
  readonly clock: Clock;
  readonly sessions: Pick<Sessions, 'endAll'>;
  readonly undoByKind: UndoByKind;
  readonly vault: Pick<Vault, 'removeWayIn'>;
  readonly waysBeforeRecovery: Pick<WaysBeforeRecovery, 'bringBack'>;
}

const ever = { since: new Date(0), until: new Date(8.64e15) } as const; // the ends of all time

export function createUndoing(needs: Needs): Undoing {
  const { accounts, clock, sessions, undoByKind, waysBeforeRecovery } = needs;
  return {
    endSessions: async (tx, person, keep) => void (await sessions.endAll(person, keep, tx)),
    async boundBefore(person, before) {
      const { password, totp, passkey, phone } = undoByKind;
      const bound = await Promise.all(
        [password, totp, passkey, phone].map((way) => way.boundBefore(person, before)),
      );
      return bound.flat();
    },
    authenticator: (tx, person, about, until) => undoOne(needs, tx, person, about, { ...ever, until }),
    async recovery(tx, person, recovery, recoveredAt) {
      if (!(await waysBeforeRecovery.bringBack(tx, recovery, person, clock.now()))) return false;
      await accounts.addresses.undoSince(tx, person, recoveredAt);
      return true;
    },
    async authenticatorsSince(tx, person, since) {
      const when = { ...ever, since };
      await undoPassword(needs, tx, person, when);
      await undoByKind.totp.turnOff(tx, person, when);
      await undoByKind.phone.turnOff(tx, person, when);
      await undoRecoveryCodes(needs, tx, person, when);
      await undoPasskeys(needs, tx, person, when);
    },
  };
}

async function undoOne(
  needs: Needs,
  tx: Tx,
  person: PersonId,
  about: string,
  when: BoundBetween,
): Promise<void> {
  const [name, id = ''] = about.split(':');
  switch (name) {
    case 'password':
      return undoPassword(needs, tx, person, when);
    case 'totp':
      return void (await needs.undoByKind.totp.turnOff(tx, person, when));
    case 'phone':
      return needs.undoByKind.phone.turnOff(tx, person, when, id);
    case 'recovery-codes':
      return undoRecoveryCodes(needs, tx, person, when);
    case 'passkey':
      return undoPasskeys(needs, tx, person, when, Buffer.from(id, 'base64url'));
    default:
      throw new AppError('no-such-authenticator');
  }
}

async function undoPassword({ undoByKind, vault }: Needs, tx: Tx, person: PersonId, when: BoundBetween) {
  if (!(await undoByKind.password.turnOff(tx, person, when))) return;
  await vault.removeWayIn(tx, person, 'password', passwordWay);
}

async function undoRecoveryCodes({ undoByKind, vault }: Needs, tx: Tx, person: PersonId, when: BoundBetween) {
  for (const lookup of await undoByKind.recoveryCodes.turnOff(tx, person, when))
    await vault.removeWayIn(tx, person, 'recovery-code', recoveryCodeWay(lookup));
}

async function undoPasskeys(
  { undoByKind, vault }: Needs,
  tx: Tx,
  person: PersonId,
  when: BoundBetween,
  only?: Buffer,
): Promise<void> {
  for (const id of await undoByKind.passkey.removeBound(tx, person, when, only))
    await vault.removeWayIn(tx, person, 'passkey', passkeyWay(id));
}
