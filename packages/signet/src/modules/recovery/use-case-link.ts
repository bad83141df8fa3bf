import { err, ok, type Result } from '../../kernel/index.ts';
import type { Presence, RecoveryProof } from '../authentication/index.ts';
import { isToken, tokenLookup } from './case-tokens.ts';
import type { CaseStatus, RecoveryCases } from './cases.ts';
import type { CaseParts } from './parts.ts';
import type { StoredCase } from './postgres-cases.ts';

/** By the secret in the contact's mailbox: the reference alone, read aloud to an agent, shows nothing. */
export const caseStatus =
  ({ cases }: CaseParts): RecoveryCases['status'] =>
  async (token): Promise<CaseStatus | undefined> => {
    const found = isToken(token) ? await cases.byStatus(tokenLookup('status', token)) : undefined;
    if (!found) return undefined;
    const { reference, state, due_at: dueAt } = found;
    return { reference, state, ...(state === 'waiting' && dueAt ? { dueAt } : {}) };
  };

export async function readyCase({ cases, clock }: CaseParts, token: string): Promise<StoredCase | undefined> {
  const found = isToken(token) ? await cases.byLink(tokenLookup('link', token)) : undefined;
  const live = found?.state === 'ready' && found.due_at && clock.now() < found.due_at;
  return live ? found : undefined;
}

/** The browser that opens the link goes on: it is the one whose owner reads the contact's mailbox. */
export const useCaseLink =
  (parts: CaseParts): RecoveryCases['useLink'] =>
  async (presence, token): Promise<Result<Presence, 'link-ended'>> => {
    const found = await readyCase(parts, token);
    if (!found?.person) return err('link-ended');
    const underWay = { person: found.person, recovery: found.id };
    const remembered = await parts.transact((tx) => parts.recovering.remember(tx, presence, underWay));
    const proof: RecoveryProof = {
      method: 'agent',
      accept: async (tx) => ((await parts.cases.move(tx, found, 'used')) ? {} : undefined),
      succeeded: async () => undefined,
    };
    const recovered = await parts.succeed(remembered, proof);
    return recovered.ok ? ok(recovered.value) : err('link-ended');
  };
