import { type Clock, err, isToken, ok, type Result, type Transact } from '../../../../kernel/index.ts';
import type { Presence } from '../../session/index.ts';
import type { RecoveryProof, RecoverySteps } from '../recovery-steps.ts';
import { tokenLookup } from './case-tokens.ts';
import type { CaseStatus, RecoveryCases } from './cases.ts';
import type { CaseStore, StoredCase } from './postgres-cases.ts';

/** By the secret in the contact's mailbox: the reference alone, read aloud to an agent, shows nothing. */
export const caseStatus =
  ({ cases }: { readonly cases: Pick<CaseStore, 'byStatus'> }): RecoveryCases['status'] =>
  async (token): Promise<CaseStatus | undefined> => {
    const found = isToken(token) ? await cases.byStatus(tokenLookup('status', token)) : undefined;
    if (!found) return undefined;
    const { reference, state, due_at: dueAt } = found;
    return { reference, state, ...(state === 'waiting' && dueAt ? { dueAt } : {}) };
  };

interface ReadyNeeds {
  readonly cases: Pick<CaseStore, 'byLink'>;
  readonly clock: Clock;
}

export async function readyCase(
  { cases, clock }: ReadyNeeds,
  token: string,
): Promise<StoredCase | undefined> {
  const found = isToken(token) ? await cases.byLink(tokenLookup('link', token)) : undefined;
  const live = found?.state === 'ready' && found.due_at && clock.now() < found.due_at;
  return live ? found : undefined;
}

interface UseNeeds extends ReadyNeeds {
  readonly cases: Pick<CaseStore, 'byLink' | 'move'>;
  readonly complete: (presence: Presence, proof: RecoveryProof) => Promise<Result<Presence, unknown>>;
  readonly steps: Pick<RecoverySteps, 'remember'>;
  readonly transact: Transact;
}

/** The browser that opens the link goes on: it is the one whose owner reads the contact's mailbox. */
export const useCaseLink =
  (needs: UseNeeds): RecoveryCases['useLink'] =>
  async (presence, token): Promise<Result<Presence, 'link-ended'>> => {
    const found = await readyCase(needs, token);
    if (!found?.person) return err('link-ended');
    const underWay = { person: found.person, recovery: found.id };
    const remembered = await needs.transact((tx) => needs.steps.remember(tx, presence, underWay));
    const proof: RecoveryProof = {
      method: 'agent',
      accept: async (tx) => ((await needs.cases.move(tx, found, 'used')) ? {} : undefined),
      succeeded: async () => undefined,
    };
    const recovered = await needs.complete(remembered, proof);
    return recovered.ok ? ok(recovered.value) : err('link-ended');
  };
