import { Form, Submit } from '@signet/agencies-ui/forms';
import { Facts } from '@signet/agencies-ui/pages';
import { formatDay, formatMoney, type Lang, words } from '../locales/index.ts';
import type { PaymentState } from '../payments/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { type AgreedInstallment, aheadIn, type PaymentPlan } from './payment-plan.ts';
import { Offer } from './plan-form-page.tsx';
import type { PlanLimits } from './plan-limits.ts';

const nameOf = (lang: Lang, { kind, taxYear }: PaymentPlan): string => {
  const say = words(lang).plans;
  return say.nameOf(say.kinds[kind], taxYear);
};

export function PlansPage({
  frame,
  plans,
  limits,
}: {
  readonly frame: Frame;
  readonly plans: readonly PaymentPlan[];
  readonly limits: PlanLimits;
}) {
  const { lang } = frame;
  const say = words(lang).plans;
  return (
    <Page frame={frame} title={say.title}>
      <div class="wrap">
        <p class="back">
          <a href="/payments">{words(lang).payments.title}</a>
        </p>
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
        <Offer lang={lang} limits={limits} />
        {plans.length === 0 ? <p>{say.none}</p> : null}
        <ul class="entries">
          {plans.map((plan) => (
            <li class="entry">
              <a href={`/plans/${plan.id}`}>{nameOf(lang, plan)}</a>
              <span class="tag">{say.states[plan.state]}</span>
              <span class="small">{`${say.plan.agreed} ${formatDay(lang, plan.agreedOn)}`}</span>
            </li>
          ))}
        </ul>
        <p>
          <a class="button" href="/plans/new">
            {say.start}
          </a>
        </p>
      </div>
    </Page>
  );
}

/** One plan: what was drawn, what is ahead, and how to end it. */
export function PlanPage({
  frame,
  plan,
  own,
  states,
}: {
  readonly frame: Frame;
  readonly plan: PaymentPlan;
  /** They agreed to it, and not their spouse. */
  readonly own: boolean;
  /** How each installment's payment stands, where it is theirs to see. */
  readonly states: ReadonlyMap<string, PaymentState>;
}) {
  const { lang } = frame;
  const { plans, payments } = words(lang);
  const say = plans.plan;
  const ahead = plan.state === 'running' ? aheadIn(plan) : [];
  const stateOf = (installment: AgreedInstallment): string => {
    const state = states.get(installment.id);
    if (state) return payments.states[state];
    if (installment.begun) return say.begun;
    return ahead.includes(installment) ? say.ahead : say.leftOut;
  };
  return (
    <Page frame={frame} title={say.title}>
      <div class="wrap narrow">
        <p class="back">
          <a href="/plans">{plans.title}</a>
        </p>
        <h1>{say.title}</h1>
        {plan.state === 'ended' ? <p class="notice">{say.ended}</p> : null}
        <Facts
          facts={[
            { name: words(lang).payments.facts.what, value: nameOf(lang, plan) },
            { name: say.state, value: plans.states[plan.state] },
            { name: say.agreed, value: formatDay(lang, plan.agreedOn) },
          ]}
        />
        <h2>{plans.check.table}</h2>
        <ul class="entries">
          {plan.installments.map((one) => (
            <li class="entry">
              {states.has(one.id) ? (
                <a href={`/payments/${one.id}`}>{formatDay(lang, one.on)}</a>
              ) : (
                <span>{formatDay(lang, one.on)}</span>
              )}
              <span class="money">{formatMoney(lang, one.amount)}</span>
              <span class="small">{stateOf(one)}</span>
            </li>
          ))}
        </ul>
        {plan.state === 'running' && !own ? <p>{say.notYours}</p> : null}
        {plan.state === 'running' && own ? (
          <Form frame={frame} action={`/plans/${plan.id}/end`}>
            <p>{say.endNote}</p>
            <Submit quiet>{say.end}</Submit>
          </Form>
        ) : null}
      </div>
    </Page>
  );
}
