import { randomUUID } from 'node:crypto';
import type { Clock } from '@signet/agencies-ui/clock';
import { formKeyOf, type Problem, readFields } from '@signet/agencies-ui/forms';
import { type Context, Hono } from 'hono';
import { addDays } from '../amounts-and-dates/day.ts';
import type { BankAccounts } from '../bank-accounts/index.ts';
import { frameOf, page } from '../http/answer.ts';
import { langOf } from '../http/language.ts';
import type { OwnFile } from '../http/own-file.ts';
import { formatDay, formatMoney, words } from '../locales/index.ts';
import type { Balances, Payments } from '../payments/index.ts';
import { NotFoundPage } from '../ui/problem-pages.tsx';
import { PlanCheckPage } from './plan-check-page.tsx';
import { PlanFormPage } from './plan-form-page.tsx';
import { limitsOn } from './plan-limits.ts';
import type { NoPlan, Plans } from './plans.ts';
import { PlanPage, PlansPage } from './plans-page.tsx';
import { readPlanForm, type TypedPlan } from './read-plan-form.ts';

interface PlanRoutesNeeds {
  readonly balances: Balances;
  readonly plans: Plans;
  readonly payments: Pick<Payments, 'of'>;
  readonly bankAccounts: BankAccounts;
  readonly clock: Clock;
}

/** T5: the offer, the arithmetic, the agreement. */
export function planRoutes({ balances, plans, payments, bankAccounts, clock }: PlanRoutesNeeds) {
  const personOf = (c: Context<OwnFile>) => c.var.taxpayer.customerFileNumber;
  const limits = () => limitsOn(clock.today());

  async function formPage(c: Context<OwnFile>, typed: TypedPlan, problems: readonly Problem[] = []) {
    const [owed, accounts] = await Promise.all([balances(personOf(c)), bankAccounts.of(personOf(c))]);
    const element = (
      <PlanFormPage
        frame={frameOf(c, '/plans/new')}
        balances={owed}
        accounts={accounts}
        limits={limits()}
        typed={typed}
        problems={problems}
      />
    );
    return page(c, element, problems.length > 0 ? 422 : 200);
  }

  return new Hono<OwnFile>()
    .get('/plans', async (c) =>
      page(c, <PlansPage frame={frameOf(c)} plans={await plans.of(personOf(c))} limits={limits()} />),
    )

    .get('/plans/new', async (c) => {
      if (c.var.kept) return formPage(c, await typedIn(c));
      const [[first], [account]] = await Promise.all([balances(personOf(c)), bankAccounts.of(personOf(c))]);
      return formPage(c, {
        year: first ? String(first.taxYear) : '',
        kind: '',
        day: addDays(clock.today(), 14),
        monthly: '',
        from: account?.id ?? '',
        formKey: randomUUID(),
      });
    })

    .post('/plans/change', async (c) => formPage(c, await typedIn(c)))

    .post('/plans/check', async (c) => {
      const typed = await typedIn(c);
      const read = readPlanForm(typed);
      if ('wrong' in read) return formPage(c, typed, sayWrong(c, read.wrong));
      const plan = await plans.propose(personOf(c), read.wish);
      if (!plan.ok) return formPage(c, typed, [sayNoPlan(c, plan.error)]);
      return page(c, <PlanCheckPage frame={frameOf(c, '/plans/new')} plan={plan.value} typed={typed} />);
    })

    .post('/plans', async (c) => {
      const typed = await typedIn(c);
      const read = readPlanForm(typed);
      if ('wrong' in read) return formPage(c, typed, sayWrong(c, read.wrong));
      const from = { bankAccount: typed.from, formKey: typed.formKey };
      const plan = await plans.agree(personOf(c), read.wish, from);
      if (!plan.ok) return formPage(c, typed, [sayNoPlan(c, plan.error)]);
      return c.redirect(`/plans/${plan.value.id}`, 303);
    })

    .get('/plans/:id', async (c) => {
      const plan = await plans.get(personOf(c), c.req.param('id'));
      if (!plan) return page(c, <NotFoundPage frame={frameOf(c)} />, 404);
      const states = new Map((await payments.of(personOf(c))).map(({ id, state }) => [id, state]));
      const own = plan.person === personOf(c);
      return page(c, <PlanPage frame={frameOf(c)} plan={plan} own={own} states={states} />);
    })

    .post('/plans/:id/end', async (c) => {
      const plan = await plans.get(personOf(c), c.req.param('id'));
      if (!plan) return page(c, <NotFoundPage frame={frameOf(c, '/plans')} />, 404);
      await plans.end(personOf(c), plan.id);
      return c.redirect(`/plans/${plan.id}`, 303);
    });
}

async function typedIn(c: Context<OwnFile>): Promise<TypedPlan> {
  const { form_key: key, ...typed } = await readFields(
    c,
    'year',
    'kind',
    'day',
    'monthly',
    'from',
    'form_key',
  );
  return { ...typed, formKey: formKeyOf(key) };
}

function sayWrong(c: Context, wrong: readonly ('year' | 'kind' | 'day' | 'monthly' | 'from')[]) {
  const say = words(langOf(c)).plans.problems;
  return wrong.map((field) => ({ field, text: say[field] }));
}

/** Why there is no such plan, at the field that can change it. */
function sayNoPlan(c: Context, refusal: NoPlan): Problem {
  const lang = langOf(c);
  const say = words(lang).plans.problems;
  switch (refusal.code) {
    case 'nothing-owed':
    case 'runs-already':
      return { field: 'year', text: say[refusal.code] };
    case 'owes-too-much':
      return { field: 'kind', text: say['owes-too-much'](formatMoney(lang, refusal.limit)) };
    case 'too-late':
      return { field: 'day', text: say['too-late'](formatDay(lang, refusal.latest)) };
    case 'too-little':
      return { field: 'monthly', text: say['too-little'](formatMoney(lang, refusal.least)) };
    case 'no-such-bank-account':
      return { field: 'from', text: say.from };
  }
}
