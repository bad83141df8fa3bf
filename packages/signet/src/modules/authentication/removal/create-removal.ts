import type { Clock, Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Vault } from '../../vault/index.ts';
import type { AuthenticatorsOf, SecurityNotices } from '../authenticators/index.ts';
import { notNowWhenSessionEnded as guarded, type Sessions } from '../session/index.ts';
import type { RemovalLock } from './postgres-removal-lock.ts';
import type { WaysBeforeRecovery } from './postgres-ways-before-recovery.ts';
import type { AuthenticatorRemoval, RemoveByKind } from './removal.ts';
import { previewRemoval, removeAuthenticator } from './remove-authenticator.ts';
import { createUndoing } from './undo-authenticators.ts';
import type { UndoByKind, Undoing } from './undoing.ts';

export function createRemoval(needs: {
  readonly accounts: Pick<Accounts, 'addresses'>;
  readonly audit: AuditLog;
  readonly authenticators: AuthenticatorsOf;
  readonly clock: Clock;
  readonly removalLock: RemovalLock;
  readonly removeByKind: RemoveByKind;
  readonly securityNotices: Pick<SecurityNotices, 'addressees' | 'send'>;
  readonly sessions: Pick<Sessions, 'renew' | 'endAll' | 'endAllUsing'>;
  readonly transact: Transact;
  readonly undoByKind: UndoByKind;
  readonly vault: Pick<Vault, 'removeWayIn' | 'waysIn'>;
  readonly waysBeforeRecovery: Pick<WaysBeforeRecovery, 'bringBack'>;
}): { readonly removal: AuthenticatorRemoval; readonly undoing: Undoing } {
  return {
    removal: { preview: previewRemoval(needs), remove: guarded(removeAuthenticator(needs)) },
    undoing: createUndoing(needs),
  };
}
