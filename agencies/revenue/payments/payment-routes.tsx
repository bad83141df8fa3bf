import { randomUUID } from 'node:crypto';
import type { Clock } from '@signet/agencies-ui/clock';
import { formKeyOf, type Problem, readFields } from '@signet/agencies-ui/forms';
import { type Context, Hono } from 'hono';
import { sumOf } from '../amounts-and-dates/cents.ts';
import type { BankAccounts } from '../bank-accounts/index.ts';
import { frameOf, page } from '../http/answer.ts';
import type { OwnFile } from '../http/own-file.ts';
import { NotFoundPage } from '../ui/problem-pages.tsx';
import type { Balances, UnprocessedYears } from './owed-balances.ts';
import { PaymentCheckPage } from './payment-check-page.tsx';
import { PaymentFormPage } from './payment-form-page.tsx';
import { PaymentPage } from './payment-page.tsx';
import type { Payments } from './payments.ts';
import { PaymentsPage } from './payments-page.tsx';
import { sayAnotherAmount, sayPaymentRefusal, sayWrongFields } from './problems-in-words.ts';
import {
  keepsSuggestion,
  readPaymentForm,
  suggestionOf,
  type TypedPayment,
  whatOf,
} from './read-payment-form.ts';

interface PaymentRoutesNeeds {
  readonly balances: Balances;
  readonly unprocessedYears: UnprocessedYears;
  readonly payments: Payments;
  readonly bankAccounts: BankAccounts;
  readonly clock: Clock;
}

/** Paying: the form, its check page, the receipt. */
export function paymentRoutes(needs: PaymentRoutesNeeds) {
  const { payments, bankAccounts, unprocessedYears, clock } = needs;
  const personOf = (c: Context<OwnFile>) => c.var.taxpayer.customerFileNumber;

  async function formPage(c: Context<OwnFile>, typed: TypedPayment, problems: readonly Problem[] = []) {
    const [payable, unprocessed, own] = await Promise.all([
      payments.payable(personOf(c)),
      unprocessedYears(personOf(c)),
      bankAccounts.of(personOf(c)),
    ]);
    const element = (
      <PaymentFormPage
        frame={frameOf(c, '/payments/new')}
        payable={payable}
        unprocessed={unprocessed}
        accounts={own}
        typed={typed}
        problems={problems}
      />
    );
    return page(c, element, problems.length > 0 ? 422 : 200);
  }

  return new Hono<OwnFile>()
    .get('/payments', async (c) => {
      const [balances, unprocessed, made] = await Promise.all([
        needs.balances(personOf(c)),
        unprocessedYears(personOf(c)),
        payments.of(personOf(c)),
      ]);
      const owed = sumOf(balances.map((one) => one.owed));
      return page(
        c,
        <PaymentsPage frame={frameOf(c)} owed={owed} unprocessed={unprocessed} payments={made} />,
      );
    })

    .get('/payments/new', async (c) => {
      if (c.var.kept) return formPage(c, await typedIn(c));
      const [[latest], [first]] = await Promise.all([
        needs.balances(personOf(c)),
        bankAccounts.of(personOf(c)),
      ]);
      const what = latest ? whatOf({ kind: 'balance', ...latest }) : '';
      const amount = latest ? (latest.owed / 100).toFixed(2) : '';
      return formPage(c, {
        what,
        amount,
        suggested: suggestionOf(what, amount),
        day: clock.today(),
        from: first?.id ?? '',
        formKey: randomUUID(),
      });
    })

    .post('/payments/change', async (c) => formPage(c, await typedIn(c)))

    .post('/payments/check', async (c) => {
      const typed = await typedIn(c);
      if (keepsSuggestion(typed))
        return formPage(c, { ...typed, amount: '', suggested: '' }, [sayAnotherAmount(c)]);
      const read = readPaymentForm(typed);
      if ('wrong' in read) return formPage(c, typed, sayWrongFields(c, read.wrong, clock.today()));
      const refusal = await payments.wouldRefuse(personOf(c), read.order);
      const account = await bankAccounts.get(personOf(c), read.order.bankAccount);
      if (refusal || !account) {
        return formPage(c, typed, [sayPaymentRefusal(c, refusal ?? { code: 'no-such-bank-account' })]);
      }
      const element = (
        <PaymentCheckPage
          frame={frameOf(c, '/payments/new')}
          order={read.order}
          typed={typed}
          account={account}
          today={clock.today()}
        />
      );
      return page(c, element);
    })

    .post('/payments', async (c) => {
      const typed = await typedIn(c);
      const read = readPaymentForm(typed);
      if ('wrong' in read) return formPage(c, typed, sayWrongFields(c, read.wrong, clock.today()));
      const made = await payments.schedule(personOf(c), read.order);
      if (!made.ok) return formPage(c, typed, [sayPaymentRefusal(c, made.error)]);
      return c.redirect(`/payments/${made.value.id}`, 303);
    })

    .get('/payments/:id', async (c) => {
      const payment = await payments.get(personOf(c), c.req.param('id'));
      if (!payment) return page(c, <NotFoundPage frame={frameOf(c)} />, 404);
      const account = await bankAccounts.get(personOf(c), payment.bankAccount);
      const tooLate = c.req.query('too-late') !== undefined && payment.state !== 'canceled';
      const element = (
        <PaymentPage frame={frameOf(c)} payment={payment} account={account} clock={clock} tooLate={tooLate} />
      );
      return page(c, element);
    })

    .post('/payments/:id/cancel', async (c) => {
      const canceled = await payments.cancel(personOf(c), c.req.param('id'));
      if (!canceled.ok && canceled.error === 'no-such-payment') {
        return page(c, <NotFoundPage frame={frameOf(c, '/payments')} />, 404);
      }
      return c.redirect(`/payments/${c.req.param('id')}${canceled.ok ? '' : '?too-late'}`, 303);
    });
}

async function typedIn(c: Context<OwnFile>): Promise<TypedPayment> {
  const names = ['what', 'amount', 'day', 'from', 'suggested', 'form_key'] as const;
  const { form_key: formKey, ...typed } = await readFields(c, ...names);
  // a key that is none makes no payment twice: it is a new one each time, and the check page shows it again
  return { ...typed, formKey: formKeyOf(formKey) };
}
