import type { Clock, Result, Transact, Tx } from '../../../../kernel/index.ts';
import type { Accounts } from '../../../accounts/index.ts';
import type { AuditLog } from '../../../audit/index.ts';
import type { Notices } from '../../../notices/index.ts';
import type { EmailedCodes, EmailLimits } from '../../email/index.ts';
import type { Presence, Sessions } from '../../session/index.ts';
import type { RecoveryStore } from '../postgres-recoveries.ts';
import type { RecoveryNotices } from '../recovery-notices.ts';
import type { RecoveryProof, RecoverySteps } from '../recovery-steps.ts';
import type { CaseKeys } from './case-keys.ts';
import type { OpenCase, RecoveryCases } from './cases.ts';
import { contactCodes } from './contact-code.ts';
import { isNamed, nameAccount, openCase, opened } from './open-case.ts';
import type { CaseStore, StoredCase } from './postgres-cases.ts';
import { cancelCase, sendLinks, settleCase } from './settle-case.ts';
import { caseStatus, readyCase, useCaseLink } from './use-case-link.ts';

interface CasesNeeds {
  readonly accounts: Pick<Accounts, 'findByEmail' | 'get'>;
  readonly audit: AuditLog;
  readonly cases: CaseStore;
  readonly clock: Clock;
  readonly complete: (presence: Presence, proof: RecoveryProof) => Promise<Result<Presence, unknown>>;
  readonly emailLimits: Pick<EmailLimits, 'countContactMail'>;
  readonly kms: CaseKeys;
  readonly emailedCodes: Pick<EmailedCodes, 'judge' | 'make'>;
  readonly notices: Pick<Notices, 'send'>;
  readonly origin: string;
  readonly recoveryNotices: Pick<RecoveryNotices, 'send' | 'whom'>;
  readonly sessions: Pick<Sessions, 'setPending'>;
  readonly startRecovery: RecoveryStore['start'];
  readonly steps: Pick<RecoverySteps, 'countCase' | 'remember' | 'underWay'>;
  readonly transact: Transact;
  readonly waitBeforeRecovery: number;
}

export function createCases(needs: CasesNeeds): {
  readonly recoveryCases: RecoveryCases;
  readonly cancelCase: (tx: Tx, id: string) => Promise<void>;
} {
  const { accounts, cases, clock } = needs;
  const contact = contactCodes(needs);
  const all = { ...needs, contactCodes: contact };

  async function shown({ reference, state, person, opened_at, due_at }: StoredCase): Promise<OpenCase> {
    const account = person ? await accounts.get(person) : undefined;
    return {
      reference,
      state: state === 'waiting' || state === 'ready' ? state : 'open',
      ...(account ? { account: account.auditRef } : {}),
      openedAt: opened_at,
      ...(due_at ? { dueAt: due_at } : {}),
    };
  }

  return {
    cancelCase: (tx, id) => cancelCase(all, tx, id),
    recoveryCases: {
      nameAccount: nameAccount(all),
      isNamed: isNamed(all),
      askContact: contact.ask,
      contact: contact.underWay,
      open: openCase(all),
      opened,
      status: caseStatus(all),
      linkWorks: async (token) => (await readyCase(all, token)) !== undefined,
      useLink: useCaseLink(all),
      list: async () => Promise.all((await cases.listed()).map(shown)),
      settle: settleCase(all),
      async sweep() {
        await sendLinks(all);
        await cases.forget(clock.now());
      },
    },
  };
}
