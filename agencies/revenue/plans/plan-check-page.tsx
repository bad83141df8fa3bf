import { Form, Hidden, Submit } from '@signet/agencies-ui/forms';
import { Facts } from '@signet/agencies-ui/pages';
import { formatDay, formatMoney, words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import type { Plan } from './propose-plan.ts';
import type { TypedPlan } from './read-plan-form.ts';

export interface PlanCheckPageProps {
  readonly frame: Frame;
  readonly plan: Plan;
  readonly typed: TypedPlan;
}

/** The arithmetic, every payment of it, before anything is agreed (T5). */
export function PlanCheckPage({ frame, plan, typed }: PlanCheckPageProps) {
  const { lang } = frame;
  const { plans } = words(lang);
  const say = plans.check;
  const money = (cents: number) => formatMoney(lang, cents);
  return (
    <Page frame={frame} title={say.title}>
      <div class="wrap">
        <p class="back">
          <a href="/plans">{plans.title}</a>
        </p>
        <h1>{say.title}</h1>
        <Facts
          facts={[
            { name: say.owed, value: money(plan.owed), money: true },
            { name: say.interest, value: money(plan.interest), money: true },
            { name: say.fee, value: money(plan.fee), money: true },
            { name: say.total, value: money(plan.total), money: true },
          ]}
        />
        {plan.interest + plan.fee > 0 ? <p>{say.compare(money(plan.interest + plan.fee))}</p> : null}
        <h2>{say.table}</h2>
        <section class="scroll" tabindex={0} aria-label={say.table}>
          <table class="ledger ledger-wide">
            <thead>
              <tr>
                <th scope="col">{say.columns.day}</th>
                <th scope="col" class="money">
                  {say.columns.amount}
                </th>
                <th scope="col" class="money">
                  {say.columns.interest}
                </th>
                <th scope="col" class="money">
                  {say.columns.fee}
                </th>
                <th scope="col" class="money">
                  {say.columns.balance}
                </th>
                <th scope="col" class="money">
                  {say.columns.left}
                </th>
              </tr>
            </thead>
            <tbody>
              {plan.installments.map((one) => (
                <tr>
                  <td>{formatDay(lang, one.on)}</td>
                  <td class="money" data-label={say.columns.amount}>
                    {money(one.amount)}
                  </td>
                  <td class="money" data-label={say.columns.interest}>
                    {money(one.interest)}
                  </td>
                  <td class="money" data-label={say.columns.fee}>
                    {money(one.fee)}
                  </td>
                  <td class="money" data-label={say.columns.balance}>
                    {money(one.towardBalance)}
                  </td>
                  <td class="money" data-label={say.columns.left}>
                    {money(one.left)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p class="after">{say.terms}</p>
        <Form frame={frame} action="/plans" keep>
          <TypedAgain typed={typed} />
          <Submit>{say.confirm}</Submit>
        </Form>
        <Form frame={frame} action="/plans/change">
          <TypedAgain typed={typed} />
          <Submit quiet>{words(lang).form.change}</Submit>
        </Form>
      </div>
    </Page>
  );
}

const TypedAgain = ({ typed }: { readonly typed: TypedPlan }) => (
  <>
    <Hidden name="year" value={typed.year} typed />
    <Hidden name="kind" value={typed.kind} typed />
    <Hidden name="day" value={typed.day} typed />
    <Hidden name="monthly" value={typed.monthly} typed />
    <Hidden name="from" value={typed.from} typed />
    <Hidden name="form_key" value={typed.formKey} />
  </>
);
