import {
  type AuditRef,
  asId,
  type Clock,
  err,
  isUuid,
  type PersonId,
  type Redacted,
  type Result,
  type Transact,
} from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Disavowals, Notices } from '../../notices/index.ts';
import type { AuthenticatorsOf } from '../authenticators/index.ts';
import type { Email } from '../email/index.ts';
import type { NamedPasskey } from '../passkey/index.ts';
import type { Undoing } from '../removal/index.ts';
import type { Presence } from '../session/index.ts';
import type { AccountRecovery, RecoverError, Rung } from './account-recovery.ts';
import { type CaseStore, createCases } from './cases/index.ts';
import { completeRecovery, type EndAllAtAgencies } from './complete-recovery.ts';
import { createRecoverySteps, type StepDeps } from './create-recovery-steps.ts';
import { disavow } from './disavow.ts';
import { anyLeak, leakedFor, methodsOfRung } from './leaked-method.ts';
import type { RecoveryStore } from './postgres-recoveries.ts';
import { createRecoveryNotices } from './recovery-notices.ts';
import type { RecoveryProof, RecoveryProofError } from './recovery-steps.ts';
import { earlierWays, settle } from './review-earlier-ways.ts';
import { rungsFor } from './rungs.ts';
import { confirmCode } from './start-recovery.ts';

interface Deps extends StepDeps {
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
  readonly kms: Parameters<typeof createCases>[0]['kms'];
  readonly emailLimits: Parameters<typeof createCases>[0]['emailLimits'];
  readonly confirmations: Parameters<typeof createCases>[0]['confirmations'];
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

export function createAccountRecovery(deps: Deps): AccountRecovery {
  const { accounts, audit, clock, disavowals, recoveries, transact } = deps;
  const recoveryNotices = createRecoveryNotices(deps);
  const steps = createRecoverySteps(deps);
  const complete = completeRecovery({ ...deps, recoveryNotices, steps });
  const { recoveryCases, cancelCase } = createCases({
    ...deps,
    complete,
    recoveryNotices,
    steps,
    startRecovery: recoveries.start,
  });
  const needs = { ...deps, cancelCase, complete, recoveryNotices, steps };

  /** The recovery of this browser, if it was not stopped or forgotten meanwhile. */
  async function underWay(presence: Presence) {
    const found = steps.underWay(presence);
    return found && (await recoveries.isUnderWay(found.recovery, clock.now())) ? found : undefined;
  }

  /** Without the way by which somebody else got in just now. */
  async function notLeaked(person: PersonId, rungs: readonly Rung[]): Promise<readonly Rung[]> {
    const open = await Promise.all(
      rungs.map(async (rung) => {
        const leaked = await recoveries.disavowedAt(person, methodsOfRung[rung]);
        return leaked === undefined || clock.now().getTime() - leaked.getTime() >= leakedFor;
      }),
    );
    return rungs.filter((_, at) => open[at]);
  }

  async function use(
    presence: Presence,
    judged: () => Promise<Result<RecoveryProof, RecoveryProofError>>,
  ): Promise<Result<Presence, RecoverError>> {
    if (!(await underWay(presence))) return err({ code: 'not-now' });
    const proof = await judged();
    return proof.ok ? complete(presence, proof.value) : proof;
  }

  return {
    address: steps.addressUnderWay,
    ask: steps.ask,
    confirm: confirmCode(needs),
    personUnderWay: async (presence) => (await underWay(presence))?.person,
    async rungs(presence) {
      const found = await underWay(presence);
      if (!found) return undefined;
      const has = await deps.authenticators(found.person);
      return notLeaked(found.person, rungsFor(has, await deps.isProven(found.person)));
    },
    usePassword: (presence, input) => use(presence, () => steps.password(presence, input)),
    useAppCode: (presence, input) => use(presence, () => steps.totp(presence, input)),
    useSavedCode: (presence, input) => use(presence, () => steps.savedCode(presence, input)),
    usePhoneCode: (presence, input) => use(presence, () => steps.phoneCode(presence, input)),
    hasFactor: (presence) => steps.ofSession(presence) !== undefined,
    async useSession(presence) {
      const proof = steps.ofSession(presence);
      return proof ? complete(presence, proof) : err({ code: 'not-now' });
    },
    succeed: complete,
    isRecovered: (presence) => steps.recovered(presence) !== undefined,
    earlierWays: earlierWays(needs),
    settle: settle(needs),
    cases: recoveryCases,
    async isUnderWay(person) {
      return (await recoveries.isPersonUnderWay(person, clock.now())) || deps.cases.isUnderWay(person);
    },
    async allowAgain({ session: { person, aal } }) {
      const to = person && aal >= 2 ? await recoveryNotices.whom(person) : undefined;
      if (!to) return;
      const { account } = to;
      await transact(async (tx) => {
        const unblocked = await recoveries.unblock(tx, account.person);
        if (!(await recoveries.forgive(tx, account.person)) && !unblocked) return;
        await recoveryNotices.mail(tx, to, 'recovery-allowed-again', { at: clock.now() });
        await audit.record(tx, {
          action: 'recovery.allowed-again',
          actor: { kind: 'person' },
          subject: account.auditRef,
        });
      });
    },
    async blockedUntil({ session: { person, aal } }) {
      if (!person || aal < 2) return undefined;
      const leaked = await recoveries.disavowedAt(person, anyLeak);
      const until = leaked && new Date(leaked.getTime() + leakedFor);
      return (
        (await recoveries.blockedUntil(person, clock.now())) ??
        (until && until > clock.now() ? until : undefined)
      );
    },
    disavowal: async (token) => (await disavowals.find(token))?.kind,
    disavow: disavow(needs),
    suspended: () => accounts.suspended(),
    async liftSuspension(name, agent) {
      const found = isUuid(name) ? await accounts.findByAuditRef(asId<AuditRef>(name)) : undefined;
      const to = found && (await recoveryNotices.whom(found.person));
      if (!to) return false;
      return transact(async (tx) => {
        if (!(await accounts.liftSuspension(tx, to.account.person))) return false;
        await recoveryNotices.mail(tx, to, 'account-reopened', { at: clock.now() });
        const actor = { kind: 'staff', ref: agent } as const;
        await audit.record(tx, { action: 'account.reopened', actor, subject: to.account.auditRef });
        return true;
      });
    },
    async sweep() {
      await recoveryCases.sweep();
      await disavowals.removeExpired();
      await recoveries.removeExpired(clock.now());
    },
  };
}
