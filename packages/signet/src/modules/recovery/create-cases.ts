import type { OpenCase, RecoveryCases } from './cases.ts';
import { isNamed, nameAccount, openCase, opened } from './open-case.ts';
import type { CaseParts } from './parts.ts';
import type { StoredCase } from './postgres-cases.ts';
import { sendLinks, settleCase } from './settle-case.ts';
import { caseStatus, readyCase, useCaseLink } from './use-case-link.ts';

export function createCases(parts: CaseParts): RecoveryCases {
  const { accounts, cases, clock, recovering } = parts;

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
    nameAccount: nameAccount(parts),
    isNamed: isNamed(parts),
    askContact: recovering.askContact,
    contact: recovering.contactUnderWay,
    open: openCase(parts),
    opened,
    status: caseStatus(parts),
    linkWorks: async (token) => (await readyCase(parts, token)) !== undefined,
    useLink: useCaseLink(parts),
    list: async () => Promise.all((await cases.listed()).map(shown)),
    settle: settleCase(parts),
    async sweep() {
      await sendLinks(parts);
      await cases.forget(clock.now());
    },
  };
}
