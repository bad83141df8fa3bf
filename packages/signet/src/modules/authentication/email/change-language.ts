import type { Transact } from '../../../kernel/index.ts';
import { err, ok } from '../../../kernel/index.ts';
import type { Accounts } from '../../accounts/index.ts';
import type { AuditLog } from '../../audit/index.ts';
import type { Email } from './email.ts';
import { ownerIn } from './owner.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'changeLanguage' | 'get'>;
  readonly audit: AuditLog;
  readonly transact: Transact;
}

/** Of pages and messages. Nobody is told: it changes nothing about who gets in. */
export const changeLanguage =
  ({ accounts, audit, transact }: Needs): Email['changeLanguage'] =>
  async (presence, { language }) => {
    const person = ownerIn(presence.session);
    const account = person && (await accounts.get(person));
    if (!account) return err({ code: 'not-now' });
    if (account.language === language) return ok(undefined);
    await transact(async (tx) => {
      await accounts.changeLanguage(tx, account.person, language);
      await audit.record(tx, {
        action: 'language.changed',
        actor: { kind: 'person' },
        subject: account.auditRef,
        details: { language },
      });
    });
    return ok(undefined);
  };
