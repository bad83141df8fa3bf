import { Choices, Form, Hidden, type Problem, problemOf, Submit, TextField } from '@signet/agencies-ui/forms';
import type { Cents } from '../amounts-and-dates/cents.ts';
import { accountName, type BankAccount } from '../bank-accounts/index.ts';
import { formatMoney, words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { type TypedPayment, whatOf } from './read-payment-form.ts';

/** What can be paid: balances of years, and estimated tax of the years that are open. */
export interface Payable {
  readonly balances: readonly { readonly taxYear: number; readonly owed: Cents }[];
  readonly estimatedFor: readonly number[];
}

export interface PaymentFormPageProps {
  readonly frame: Frame;
  readonly payable: Payable;
  readonly accounts: readonly BankAccount[];
  readonly typed: TypedPayment;
  readonly problems?: readonly Problem[];
}

export function PaymentFormPage({ frame, payable, accounts, typed, problems = [] }: PaymentFormPageProps) {
  const { lang } = frame;
  const say = words(lang).payments.form;
  const choices = [
    ...payable.balances.map(({ taxYear, owed }) => ({
      value: whatOf('balance', taxYear),
      label: say.balanceOf(taxYear),
      note: say.owes(formatMoney(lang, owed)),
    })),
    ...payable.estimatedFor.map((year) => ({
      value: whatOf('estimated', year),
      label: say.estimatedOf(year),
      note: say.estimatedNote,
    })),
  ];
  return (
    <Page frame={frame} title={say.title} problems={problems}>
      <div class="wrap narrow">
        <p class="back">
          <a href="/payments">{words(lang).payments.title}</a>
        </p>
        <h1>{say.title}</h1>
        {payable.balances.length === 0 ? <p>{say.nothing}</p> : null}
        {accounts.length === 0 ? (
          <>
            <p>{say.noAccount}</p>
            <p>
              <a class="button" href="/bank-accounts/new">
                {say.addAccount}
              </a>
            </p>
          </>
        ) : (
          <Form frame={frame} action="/payments/check" keep>
            <Hidden name="form_key" value={typed.formKey} />
            <Choices
              name="what"
              label={say.what}
              choices={choices}
              chosen={typed.what}
              problem={problemOf(problems, 'what')}
            />
            <TextField
              name="amount"
              label={say.amount}
              hint={say.amountHint}
              value={typed.amount}
              inputmode="decimal"
              width="short"
              problem={problemOf(problems, 'amount')}
            />
            <TextField
              name="day"
              type="date"
              label={say.day}
              hint={say.dayHint}
              value={typed.day}
              width="short"
              problem={problemOf(problems, 'day')}
            />
            <Choices
              name="from"
              label={say.from}
              choices={accounts.map((account) => ({
                value: account.id,
                label: accountName(lang, account),
                note: words(lang).payments.bank.kinds[account.kind],
              }))}
              chosen={typed.from}
              problem={problemOf(problems, 'from')}
            />
            <p class="form-ways">
              <Submit>{say.next}</Submit>
              <a href="/bank-accounts/new">{say.addAccount}</a>
            </p>
          </Form>
        )}
      </div>
    </Page>
  );
}
