import { type AuditRef, asId, err, isUuid, type PersonId, type Result } from '../../kernel/index.ts';
import type { Presence, RecoveryProof, RecoveryProofError } from '../authentication/index.ts';
import { createDisavowals } from '../notices/index.ts';
import { createCases } from './create-cases.ts';
import { disavow } from './disavow.ts';
import { anyLeak, leakedFor, methodsOfRung } from './leaked-method.ts';
import type { RecoveryParts } from './parts.ts';
import type { RecoveryDeps } from './ports.ts';
import { postgresCases } from './postgres-cases.ts';
import { postgresRecoveries } from './postgres-recoveries.ts';
import type { RecoverError, Recovery, Rung } from './recovery.ts';
import { rungsFor } from './rungs.ts';
import { earlierWays, settle } from './settle.ts';
import { confirmCode } from './start-recovery.ts';
import { succeed } from './succeed.ts';
import { tellingOfRecovery } from './tell-of-recovery.ts';

function partsOf(deps: RecoveryDeps): RecoveryParts {
  const parts = {
    ...deps,
    recovering: deps.authentication.recovering,
    sessions: deps.authentication.session,
    store: postgresRecoveries(deps.db),
    cases: postgresCases(deps.db),
    tell: tellingOfRecovery({ ...deps, recovering: deps.authentication.recovering }),
    disavowals: createDisavowals(deps),
  };
  return { ...parts, succeed: succeed(parts) };
}

/** Puts the module together. */
export function createRecovery(deps: RecoveryDeps): Recovery {
  const parts = partsOf(deps);
  const cases = createCases(parts);
  const { accounts, audit, clock, recovering, store, transact } = parts;

  /** The recovery of this browser, if it was not stopped or forgotten meanwhile. */
  async function underWay(presence: Presence) {
    const found = recovering.underWay(presence);
    return found && (await store.isUnderWay(found.recovery, clock.now())) ? found : undefined;
  }

  /** Without the way by which somebody else got in just now. */
  async function notLeaked(person: PersonId, rungs: readonly Rung[]): Promise<readonly Rung[]> {
    const open = await Promise.all(
      rungs.map(async (rung) => {
        const leaked = await store.disavowedAt(person, methodsOfRung[rung]);
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
    return proof.ok ? parts.succeed(presence, proof.value) : proof;
  }

  return {
    address: recovering.addressUnderWay,
    ask: recovering.ask,
    confirm: confirmCode(parts),
    personUnderWay: async (presence) => (await underWay(presence))?.person,
    async rungs(presence) {
      const found = await underWay(presence);
      if (!found) return undefined;
      const has = await deps.authentication.authenticators.of(found.person);
      return notLeaked(found.person, rungsFor(has, await deps.isProven(found.person)));
    },
    usePassword: (presence, input) => use(presence, () => recovering.password(presence, input)),
    useAppCode: (presence, input) => use(presence, () => recovering.totp(presence, input)),
    useSavedCode: (presence, input) => use(presence, () => recovering.savedCode(presence, input)),
    usePhoneCode: (presence, input) => use(presence, () => recovering.phoneCode(presence, input)),
    async useSession(presence) {
      const proof = recovering.ofSession(presence);
      return proof ? parts.succeed(presence, proof) : err({ code: 'not-now' });
    },
    succeed: parts.succeed,
    isRecovered: (presence) => recovering.recovered(presence) !== undefined,
    earlierWays: earlierWays(parts),
    settle: settle(parts),
    cases,
    async isUnderWay(person) {
      return (await store.isPersonUnderWay(person, clock.now())) || parts.cases.isUnderWay(person);
    },
    async allowAgain({ session: { person, aal } }) {
      const to = person && aal >= 2 ? await parts.tell.whom(person) : undefined;
      if (!to) return;
      const { account } = to;
      await transact(async (tx) => {
        const unblocked = await store.unblock(tx, account.person);
        if (!(await store.forgive(tx, account.person)) && !unblocked) return;
        await parts.tell.mail(tx, to, 'recovery-allowed-again', { at: clock.now() });
        await audit.record(tx, {
          action: 'recovery.allowed-again',
          actor: { kind: 'person' },
          subject: account.auditRef,
        });
      });
    },
    async blockedUntil({ session: { person, aal } }) {
      if (!person || aal < 2) return undefined;
      const leaked = await store.disavowedAt(person, anyLeak);
      const until = leaked && new Date(leaked.getTime() + leakedFor);
      return (
        (await store.blockedUntil(person, clock.now())) ?? (until && until > clock.now() ? until : undefined)
      );
    },
    disavowal: async (token) => (await parts.disavowals.find(token))?.kind,
    disavow: disavow(parts),
    suspended: () => accounts.suspended(),
    async liftSuspension(name, agent) {
      const found = isUuid(name) ? await accounts.findByAuditRef(asId<AuditRef>(name)) : undefined;
      const to = found && (await parts.tell.whom(found.person));
      if (!to) return false;
      return transact(async (tx) => {
        if (!(await accounts.liftSuspension(tx, to.account.person))) return false;
        await parts.tell.mail(tx, to, 'account-reopened', { at: clock.now() });
        const actor = { kind: 'staff', ref: agent } as const;
        await audit.record(tx, { action: 'account.reopened', actor, subject: to.account.auditRef });
        return true;
      });
    },
    async sweep() {
      await cases.sweep();
      await parts.disavowals.removeExpired();
      await store.removeExpired(clock.now());
    },
  };
}
