import { Form, Hidden, Submit } from '@signet/agencies-ui/forms';
import { Facts } from '@signet/agencies-ui/pages';
import type { Day } from '../amounts-and-dates/day.ts';
import { accountName, type BankAccount } from '../bank-accounts/index.ts';
import { formatDay, formatMoney, words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { cancelUntil } from './payment.ts';
import type { PaymentOrder } from './payments.ts';
import { whatFor } from './payments-page.tsx';
import type { TypedPayment } from './read-payment-form.ts';

export interface PaymentCheckPageProps {
  readonly frame: Frame;
  readonly order: PaymentOrder;
  readonly typed: TypedPayment;
  readonly account: BankAccount;
  readonly today: Day;
}

/** Everything once more before money moves. The same form may be sent again: it is one payment. */
export function PaymentCheckPage({ frame, order, typed, account, today }: PaymentCheckPageProps) {
  const { lang } = frame;
  const { check, facts, title } = words(lang).payments;
  const { amount, payOn } = order;
  return (
    <Page frame={frame} title={check.title}>
      <div class="wrap narrow">
        <p class="back">
          <a href="/payments">{title}</a>
        </p>
        <h1>{check.title}</h1>
        <Facts
          facts={[
            { name: facts.what, value: whatFor(lang, order) },
            { name: facts.amount, value: formatMoney(lang, amount), money: true },
            { name: facts.day, value: formatDay(lang, payOn) },
            { name: facts.from, value: accountName(lang, account) },
          ]}
        />
        <p>{check.terms}</p>
        <p>{payOn <= today ? check.today : check.cancelUntil(formatDay(lang, cancelUntil(order)))}</p>
        <Form frame={frame} action="/payments" keep>
          <TypedAgain typed={typed} />
          <Submit>{check.confirm}</Submit>
        </Form>
        <Form frame={frame} action="/payments/change">
          <TypedAgain typed={typed} />
          <Submit quiet>{words(lang).form.change}</Submit>
        </Form>
      </div>
    </Page>
  );
}

const TypedAgain = ({ typed }: { readonly typed: TypedPayment }) => (
  <>
    <Hidden name="what" value={typed.what} typed />
    <Hidden name="amount" value={typed.amount} typed />
    <Hidden name="day" value={typed.day} typed />
    <Hidden name="from" value={typed.from} typed />
    <Hidden name="form_key" value={typed.formKey} />
    <Hidden name="suggested" value={typed.suggested} />
  </>
);
