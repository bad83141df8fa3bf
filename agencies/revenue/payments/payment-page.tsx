import type { Clock } from '@signet/agencies-ui/clock';
import { Form, Submit } from '@signet/agencies-ui/forms';
import { Facts } from '@signet/agencies-ui/pages';
import { accountName, type BankAccount } from '../bank-accounts/index.ts';
import { formatDay, formatMoment, formatMoney, words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { canCancel, cancelUntil, type Payment } from './payment.ts';
import { whatFor } from './payments-page.tsx';

export interface PaymentPageProps {
  readonly frame: Frame;
  readonly payment: Payment;
  readonly account: BankAccount | undefined;
  readonly clock: Clock;
  /** They pressed cancel a moment too late. */
  readonly tooLate: boolean;
}

/** One payment: where it is, what can be done, and a receipt to print. */
export function PaymentPage({ frame, payment, account, clock, tooLate }: PaymentPageProps) {
  const { lang } = frame;
  const { receipt, facts, states, title, check } = words(lang).payments;
  const { amount, payOn, state, returned, id, madeAt } = payment;
  const problems = tooLate ? [{ field: 'state', text: receipt.tooLate }] : [];
  return (
    <Page frame={frame} title={receipt.title} problems={problems}>
      <div class="wrap narrow">
        <p class="back no-print">
          <a href="/payments">{title}</a>
        </p>
        <h1>{receipt.title}</h1>
        <p class="notice" id="state">
          {receipt[state]}
          {returned ? ` ${receipt.reasons[returned.reason]}` : ''}
        </p>
        <Facts
          facts={[
            { name: facts.state, value: states[state] },
            { name: facts.what, value: whatFor(lang, payment) },
            { name: facts.amount, value: formatMoney(lang, amount), money: true },
            { name: facts.day, value: formatDay(lang, payOn) },
            ...(account ? [{ name: facts.from, value: accountName(lang, account) }] : []),
            { name: facts.made, value: formatMoment(lang, madeAt, clock.timeZone) },
            { name: facts.number, value: id.slice(0, 13).toUpperCase() },
          ]}
        />
        {canCancel(payment, clock.today()) ? (
          <Form frame={frame} action={`/payments/${id}/cancel`}>
            <p>{check.cancelUntil(formatDay(lang, cancelUntil(payment)))}</p>
            <Submit quiet>{receipt.cancel}</Submit>
          </Form>
        ) : null}
        {state === 'returned' ? (
          <p>
            <a class="button" href="/payments/new">
              {receipt.again}
            </a>
          </p>
        ) : null}
        <p class="small after no-print">{receipt.keep}</p>
      </div>
    </Page>
  );
}
