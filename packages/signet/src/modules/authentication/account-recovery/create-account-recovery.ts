import { type Clock, err, type PersonId, type Redacted, type Transact } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Disavowals, Notices } from '../../notices/index.ts';
import type { AuthenticatorsOf } from '../authenticators/index.ts';
import type { Email, EmailedCodes, EmailLimits } from '../email/index.ts';
import type { NamedPasskey } from '../passkey/index.ts';
import type { Undoing } from '../removal/index.ts';
import type { AccountRecovery } from './account-recovery.ts';
import { allowAgain, blockedUntil } from './allow-recovery-again.ts';
import { type CaseKeys, type CaseStore, createCases } from './cases/index.ts';
import {
  completeRecovery,
  completeWithProof,
  createOngoingRecovery,
  type EndAllAtAgencies,
} from './complete-recovery.ts';
import { createRecoverySteps, type StepNeeds } from './create-recovery-steps.ts';
import { disavow } from './disavow.ts';
import { liftSuspension } from './lift-suspension.ts';
import type { RecoveryStore } from './postgres-recoveries.ts';
import { createRecoveryNotices } from './recovery-notices.ts';
import type { RecoverySteps } from './recovery-steps.ts';
import { earlierWays, settle } from './review-earlier-ways.ts';
import { openRungs } from './rungs.ts';
import { confirmCode, confirmLink } from './start-recovery.ts';

interface Needs extends StepNeeds {
  readonly accounts: Pick<
    Accounts,
    | 'digestOf'
    | 'findByAuditRef'
    | 'findByEmail'
    | 'get'
    | 'liftSuspension'
    | 'noticeAddresses'
    | 'suspend'
    | 'suspended'
  >;
  readonly audit: AuditLog;
  readonly authenticators: AuthenticatorsOf;
  readonly cases: CaseStore;
  readonly clock: Clock;
  readonly disavowals: Disavowals;
  readonly endAllAtAgencies: EndAllAtAgencies;
  /** Whether there is a proven identity to prove again. */
  readonly isProven: (person: PersonId) => Promise<boolean>;
  readonly kms: CaseKeys;
  readonly emailLimits: Pick<EmailLimits, 'countContactMail'>;
  readonly emailedCodes: EmailedCodes;
  readonly notices: Pick<Notices, 'send' | 'text'>;
  readonly origin: string;
  readonly passkeysOf: (person: PersonId) => Promise<readonly NamedPasskey[]>;
  readonly recoveries: RecoveryStore;
  /** B16: the phones of the account, to which recovery is told as well. */
  readonly textedNumbers: (person: PersonId) => Promise<readonly Redacted<string>[]>;
  readonly transact: Transact;
  readonly undoEmailChange: Email['undoChange'];
  readonly undoing: Undoing;
  readonly waitBeforeRecovery: number;
}

export function createAccountRecovery(needs: Needs): AccountRecovery {
  const { accounts, clock, disavowals, recoveries } = needs;
  const recoveryNotices = createRecoveryNotices(needs);
  const steps = createRecoverySteps(needs);
  const complete = completeRecovery({ ...needs, recoveryNotices, steps });
  const { recoveryCases, cancelCase } = createCases({
    ...needs,
    complete,
    recoveryNotices,
    steps,
    startRecovery: recoveries.start,
  });
  const ongoing = createOngoingRecovery({ clock, recoveries, steps });
  const all = { ...needs, cancelCase, complete, ongoing, recoveryNotices, steps };

  return {
    address: steps.addressUnderWay,
    ask: steps.ask,
    confirm: confirmCode(all),
    confirmByLink: confirmLink(all),
    personUnderWay: async (presence) => (await ongoing(presence))?.person,
    rungs: openRungs(all),
    ...secondProofs(steps, complete, completeWithProof(ongoing, complete)),
    succeed: complete,
    isRecovered: (presence) => steps.recovered(presence) !== undefined,
    earlierWays: earlierWays(all),
    settle: settle(all),
    cases: recoveryCases,
    isUnderWay: async (person) =>
      (await recoveries.isPersonUnderWay(person, clock.now())) || needs.cases.isUnderWay(person),
    allowAgain: allowAgain(all),
    blockedUntil: blockedUntil(all),
    disavowal: async (token) => (await disavowals.find(token))?.kind,
    disavow: disavow(all),
    suspended: () => accounts.suspended(),
    liftSuspension: liftSuspension(all),
    async sweep() {
      await recoveryCases.sweep();
      await disavowals.removeExpired();
      await recoveries.removeExpired(clock.now());
    },
  };
}

/** What may be shown beside the emailed code (B15). */
function secondProofs(
  steps: RecoverySteps,
  complete: AccountRecovery['succeed'],
  withProof: ReturnType<typeof completeWithProof>,
): Pick<
  AccountRecovery,
  'hasFactor' | 'useAppCode' | 'usePassword' | 'usePhoneCode' | 'useSavedCode' | 'useSession'
> {
  return {
    usePassword: withProof(steps.password),
    useAppCode: withProof(steps.totp),
    useSavedCode: withProof(steps.savedCode),
    usePhoneCode: withProof(steps.phoneCode),
    hasFactor: (presence) => steps.ofSession(presence) !== undefined,
    async useSession(presence) {
      const proof = steps.ofSession(presence);
      return proof ? complete(presence, proof) : err({ code: 'not-now' });
    },
  };
}
