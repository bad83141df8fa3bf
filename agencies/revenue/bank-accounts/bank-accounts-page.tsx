import { Form, Submit } from '@signet/agencies-ui/forms';
import { formatDay, words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { accountName } from './account-name.ts';
import type { BankAccount } from './bank-account.ts';

export interface BankAccountsPageProps {
  readonly frame: Frame;
  readonly accounts: readonly BankAccount[];
  /** What was just done. */
  readonly done: 'added' | 'removed' | undefined;
}

export function BankAccountsPage({ frame, accounts, done }: BankAccountsPageProps) {
  const { lang } = frame;
  const { bank, title, pay } = words(lang).payments;
  return (
    <Page frame={frame} title={bank.title}>
      <div class="wrap narrow">
        <p class="back">
          <a href="/payments">{title}</a>
        </p>
        {done ? (
          <p class="notice" role="status">
            {bank[done]}
          </p>
        ) : null}
        <h1>{bank.title}</h1>
        <p class="lead">{bank.lead}</p>
        {accounts.length === 0 ? <p>{bank.none}</p> : null}
        <ul class="entries">
          {accounts.map((account) => (
            <li class="entry">
              <span>{accountName(lang, account)}</span>
              <span class="small">
                {`${bank.kinds[account.kind]} · ${bank.checked(formatDay(lang, account.checkedOn))}`}
              </span>
              <Form frame={frame} action={`/bank-accounts/${account.id}/remove`}>
                <Submit quiet>
                  {bank.remove}
                  <span class="unseen">{` ${accountName(lang, account)}`}</span>
                </Submit>
              </Form>
            </li>
          ))}
        </ul>
        <p class="form-ways">
          <a class="button" href="/bank-accounts/new">
            {bank.add}
          </a>
          {accounts.length === 0 ? null : <a href="/payments/new">{pay}</a>}
        </p>
      </div>
    </Page>
  );
}
