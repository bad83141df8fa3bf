import { AppError, type AuditRef, type PersonId } from '../../kernel/index.ts';
import type { Accounts } from './accounts.ts';

/** How the audit log names a person. Throws AppError `no-such-person` where the account was erased meanwhile. */
export const createAuditRefOf =
  (accounts: Pick<Accounts, 'get'>) =>
  async (person: PersonId): Promise<AuditRef> => {
    const account = await accounts.get(person);
    if (!account) throw new AppError('no-such-person', { status: 403 });
    return account.auditRef;
  };
