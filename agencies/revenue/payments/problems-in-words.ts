import type { Problem } from '@signet/agencies-ui/forms';
import type { Context } from 'hono';
import { addDays, type Day } from '../amounts-and-dates/day.ts';
import { langOf } from '../http/language.ts';
import { formatDay, formatMoney, words } from '../locales/index.ts';
import { daysAheadAtMost } from './payment.ts';
import type { PaymentRefusal } from './payments.ts';
import type { PaymentField } from './read-payment-form.ts';

/** Fields that nobody could read, each in the person's words. */
export function sayWrongFields(c: Context, wrong: readonly PaymentField[], today: Day): readonly Problem[] {
  const lang = langOf(c);
  const say = words(lang).payments.problems;
  const day = say.day(formatDay(lang, today), formatDay(lang, addDays(today, daysAheadAtMost)));
  const texts = { what: say.what, amount: say.amount, day, from: say.from } as const;
  return wrong.map((field) => ({ field, text: texts[field] }));
}

/** Something else was chosen, and the amount that the form filled in stood there still. */
export const sayAnotherAmount = (c: Context): Problem => ({
  field: 'amount',
  text: words(langOf(c)).payments.problems.anotherAmount,
});

/** Why a payment that could be read cannot be made. */
export function sayPaymentRefusal(c: Context, refusal: PaymentRefusal): Problem {
  const lang = langOf(c);
  const say = words(lang).payments.problems;
  switch (refusal.code) {
    case 'amount-out-of-range':
      return { field: 'amount', text: say.outOfRange(formatMoney(lang, refusal.most)) };
    case 'more-than-owed':
      return { field: 'amount', text: say.tooMuch(formatMoney(lang, refusal.owed)) };
    case 'day-out-of-range':
      return { field: 'day', text: say.day(formatDay(lang, refusal.from), formatDay(lang, refusal.to)) };
    case 'no-such-year':
      return { field: 'what', text: say.what };
    case 'no-such-bank-account':
      return { field: 'from', text: say.from };
  }
}
