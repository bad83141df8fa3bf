import { type Problem, readFields } from '@signet/agencies-ui/forms';
import { type Context, Hono } from 'hono';
import { frameOf, page } from '../http/answer.ts';
import { langOf } from '../http/language.ts';
import type { OwnFile } from '../http/own-file.ts';
import { words } from '../locales/index.ts';
import { BankAccountFormPage, type TypedBankAccount } from './bank-account-form-page.tsx';
import { BankAccountsPage } from './bank-accounts-page.tsx';
import type { BankAccountChanges } from './change-bank-accounts.ts';
import type { BankAccounts } from './postgres-bank-accounts.ts';

interface BankAccountRoutesNeeds {
  readonly bankAccounts: BankAccounts;
  readonly changes: BankAccountChanges;
}

const list = '/bank-accounts';
const blank: TypedBankAccount = { routing: '', account: '', again: '', kind: '' };

export function bankAccountRoutes(needs: BankAccountRoutesNeeds) {
  const { bankAccounts, changes } = needs;
  const personOf = (c: Context<OwnFile>) => c.var.taxpayer.customerFileNumber;

  const formPage = (c: Context<OwnFile>, typed: TypedBankAccount, problems: readonly Problem[] = []) =>
    page(
      c,
      <BankAccountFormPage frame={frameOf(c, `${list}/new`)} typed={typed} problems={problems} />,
      problems.length > 0 ? 422 : 200,
    );

  return new Hono<OwnFile>()
    .get(list, async (c) => {
      const { done } = c.req.query();
      const element = (
        <BankAccountsPage
          frame={frameOf(c)}
          accounts={await bankAccounts.of(personOf(c))}
          done={done === 'added' || done === 'removed' ? done : undefined}
        />
      );
      return page(c, element);
    })

    .get(`${list}/new`, async (c) => formPage(c, c.var.kept ? await typedIn(c) : blank))

    .post(`${list}/new`, async (c) => {
      const typed = await typedIn(c);
      const added = await changes.add(personOf(c), typed);
      if (added.ok) return c.redirect(`${list}?done=added`, 303);
      const say = words(langOf(c)).payments.problems;
      return formPage(
        c,
        typed,
        added.error.map(({ field, why }) => ({ field, text: say[why] })),
      );
    })

    .post(`${list}/:id/remove`, async (c) => {
      await changes.remove(personOf(c), c.req.param('id'));
      return c.redirect(`${list}?done=removed`, 303);
    });
}

const typedIn = (c: Context<OwnFile>): Promise<TypedBankAccount> =>
  readFields(c, 'routing', 'account', 'again', 'kind');
