import { err, ok } from '../../../kernel/index.ts';
import type { Parts } from '../parts.ts';
import { ownerIn } from './add-email.ts';
import type { ContactChanges } from './contact-changes.ts';

/** Of pages and messages. Nobody is told: it changes nothing about who gets in. */
export const changeLanguage =
  ({
    accounts,
    audit,
    transact,
  }: Pick<Parts, 'accounts' | 'audit' | 'transact'>): ContactChanges['changeLanguage'] =>
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
