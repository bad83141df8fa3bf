import { Choices, Form, Hidden, type Problem, problemOf, Submit, TextField } from '@signet/agencies-ui/forms';
import type { Cents } from '../amounts-and-dates/cents.ts';
import { accountName, type BankAccount } from '../bank-accounts/index.ts';
import { formatMoney, type Lang, words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import type { PlanLimits } from './plan-limits.ts';
import type { TypedPlan } from './read-plan-form.ts';

export interface PlanFormPageProps {
  readonly frame: Frame;
  readonly balances: readonly { readonly taxYear: number; readonly owed: Cents }[];
  readonly accounts: readonly BankAccount[];
  readonly limits: PlanLimits;
  readonly typed: TypedPlan;
  readonly problems?: readonly Problem[];
}

/** What is offered, in the words and figures of today's limits (T5). */
export function Offer({ lang, limits }: { readonly lang: Lang; readonly limits: PlanLimits }) {
  const say = words(lang).plans;
  const { shortTerm, longTerm, yearlyInterest } = limits;
  const money = (cents: Cents) => formatMoney(lang, cents);
  return (
    <>
      <p>
        {say.limits(
          money(shortTerm.under),
          shortTerm.daysAtMost,
          money(longTerm.atMost),
          longTerm.monthsAtMost,
          money(longTerm.setUpFee),
        )}
      </p>
      <p>{say.rate(`${yearlyInterest / 100}%`)}</p>
    </>
  );
}

export function PlanFormPage(props: PlanFormPageProps) {
  const { frame, balances, accounts, limits, typed, problems = [] } = props;
  const { lang } = frame;
  const { plans, payments } = words(lang);
  const say = plans.form;
  const wrong = (field: string) => problemOf(problems, field);
  return (
    <Page frame={frame} title={say.title} problems={problems}>
      <div class="wrap narrow">
        <p class="back">
          <a href="/plans">{plans.title}</a>
        </p>
        <h1>{say.title}</h1>
        <Offer lang={lang} limits={limits} />
        {balances.length === 0 ? <p class="lead">{say.nothing}</p> : null}
        {balances.length > 0 && accounts.length === 0 ? (
          <>
            <p>{payments.form.noAccount}</p>
            <p>
              <a class="button" href="/bank-accounts/new">
                {payments.form.addAccount}
              </a>
            </p>
          </>
        ) : null}
        {balances.length > 0 && accounts.length > 0 ? (
          <Form frame={frame} action="/plans/check" keep>
            <Hidden name="form_key" value={typed.formKey} />
            <Choices
              name="year"
              label={say.year}
              choices={balances.map(({ taxYear, owed }) => ({
                value: String(taxYear),
                label: payments.form.nameOf.balance(taxYear),
                note: payments.form.owes(formatMoney(lang, owed)),
              }))}
              chosen={typed.year}
              problem={wrong('year')}
            />
            <Choices
              name="kind"
              label={say.kind}
              choices={[
                { value: 'short-term', label: plans.kinds['short-term'] },
                { value: 'long-term', label: plans.kinds['long-term'] },
              ]}
              chosen={typed.kind}
              problem={wrong('kind')}
            />
            <TextField
              name="day"
              type="date"
              label={say.day}
              hint={say.dayHint}
              value={typed.day}
              width="short"
              problem={wrong('day')}
            />
            <TextField
              name="monthly"
              label={say.monthly}
              hint={say.monthlyHint}
              value={typed.monthly}
              inputmode="decimal"
              width="short"
              problem={wrong('monthly')}
            />
            <Choices
              name="from"
              label={say.from}
              choices={accounts.map((account) => ({ value: account.id, label: accountName(lang, account) }))}
              chosen={typed.from}
              problem={wrong('from')}
            />
            <Submit>{say.next}</Submit>
          </Form>
        ) : null}
      </div>
    </Page>
  );
}
