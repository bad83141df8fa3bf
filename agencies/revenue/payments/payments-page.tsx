import type { Cents } from '../amounts-and-dates/cents.ts';
import { formatDay, formatMoney, type Lang, words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import type { Payment } from './payment.ts';

export interface PaymentsPageProps {
  readonly frame: Frame;
  readonly owed: Cents;
  /** Years whose return is on file and not processed: what is owed for them is not known. */
  readonly unprocessed: readonly number[];
  /** The latest first. */
  readonly payments: readonly Payment[];
}

export const isOnItsWay = ({ state }: Payment): boolean => state === 'scheduled' || state === 'sending';

/** What is owed, what is on its way, and what was paid. */
export function PaymentsPage({ frame, owed, unprocessed, payments }: PaymentsPageProps) {
  const { lang } = frame;
  const { overview, payments: say } = words(lang);
  const known = owed > 0 || unprocessed.length === 0;
  const [upcoming, past] = [payments.filter(isOnItsWay), payments.filter((one) => !isOnItsWay(one))];
  return (
    <Page frame={frame} title={say.title}>
      <div class="wrap">
        <h1>{say.title}</h1>
        <section class="panel" aria-labelledby="owed">
          <h2 id="owed">{known ? say.owed : overview.notKnown.title}</h2>
          {known ? <p class="figure">{formatMoney(lang, owed)}</p> : null}
          {known ? <p class="small">{say.owedNote}</p> : null}
          {unprocessed.map((year) => (
            <p class={known ? 'small' : undefined}>
              {known ? say.notCounted(year) : overview.notKnown.text(year)}
            </p>
          ))}
        </section>
        <p class="form-ways after">
          <a class="button" href="/payments/new">
            {say.pay}
          </a>
          <a href="/plans">{words(lang).plans.title}</a>
          <a href="/bank-accounts">{say.bankAccounts}</a>
        </p>
        {upcoming.length > 0 ? <PaymentList lang={lang} title={say.upcoming} payments={upcoming} /> : null}
        {past.length > 0 ? <PaymentList lang={lang} title={say.history} payments={past} /> : null}
        {payments.length === 0 ? <p>{say.none}</p> : null}
      </div>
    </Page>
  );
}

export const whatFor = (lang: Lang, { kind, taxYear }: Pick<Payment, 'kind' | 'taxYear'>): string => {
  const say = words(lang).payments;
  return say.kindOf(say.kinds[kind], taxYear);
};

export function PaymentList({
  lang,
  title,
  payments,
}: {
  readonly lang: Lang;
  readonly title: string;
  readonly payments: readonly Payment[];
}) {
  const say = words(lang).payments;
  return (
    <>
      <h2>{title}</h2>
      <ul class="entries">
        {payments.map((payment) => (
          <li class="entry">
            <a href={`/payments/${payment.id}`}>{whatFor(lang, payment)}</a>
            <span class="entry-money money">{formatMoney(lang, payment.amount)}</span>
            <span class="small">{`${formatDay(lang, payment.payOn)} · ${say.states[payment.state]}`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
