import { Choices, Form, Hidden, type Problem, problemOf, Submit, TextField } from '@signet/agencies-ui/forms';
import { accountName, type BankAccount } from '../bank-accounts/index.ts';
import { formatDay, formatMoney, type Lang, words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { type TypedPayment, whatOf } from './read-payment-form.ts';
import type { Payable } from './what-can-be-paid.ts';

export interface PaymentFormPageProps {
  readonly frame: Frame;
  readonly payable: readonly Payable[];
  /** Years whose return is on file and not processed: what is owed for them is not known. */
  readonly unprocessed: readonly number[];
  readonly accounts: readonly BankAccount[];
  readonly typed: TypedPayment;
  readonly problems?: readonly Problem[];
}

export function PaymentFormPage({
  frame,
  payable,
  unprocessed,
  accounts,
  typed,
  problems = [],
}: PaymentFormPageProps) {
  const { lang } = frame;
  const say = words(lang).payments.form;
  return (
    <Page frame={frame} title={say.title} problems={problems}>
      <div class="wrap narrow">
        <p class="back">
          <a href="/payments">{words(lang).payments.title}</a>
        </p>
        <h1>{say.title}</h1>
        {payable.some(({ kind }) => kind === 'balance') ? null : <p>{nothingOwed(lang, unprocessed)}</p>}
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
            <Hidden name="suggested" value={typed.suggested} />
            <Choices
              name="what"
              label={say.what}
              choices={payable.map((one) => choiceOf(lang, one))}
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

function nothingOwed(lang: Lang, unprocessed: readonly number[]): string {
  const { form } = words(lang).payments;
  const [latest] = unprocessed;
  return latest === undefined ? form.nothing : form.notKnownYet(latest);
}

function choiceOf(lang: Lang, payable: Payable) {
  const { form } = words(lang).payments;
  const { kind, taxYear } = payable;
  const day = 'due' in payable ? formatDay(lang, payable.due) : '';
  const label = form.nameOf[kind](taxYear);
  const note = kind === 'balance' ? form.owes(formatMoney(lang, payable.owed)) : form.noteOf[kind](day);
  return { value: whatOf(payable), label, note };
}
