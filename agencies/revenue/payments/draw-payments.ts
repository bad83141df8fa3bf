import type { Clock } from '@signet/agencies-ui/clock';
import type { Kysely } from 'kysely';
import type { Day } from '../amounts-and-dates/day.ts';
import type { Bank, ReturnedDebit } from '../bank/index.ts';
import { postgresBankAccounts } from '../bank-accounts/index.ts';
import type { RevenueTables } from '../database/tables.ts';
import { postgresLetters } from '../records/letters/postgres-letters.ts';
import { lockTaxpayer } from '../records/taxpayers/lock-taxpayer.ts';
import type { RecordKeys } from '../records/taxpayers/record-keys.ts';
import { postgresPayments, type StoredPayment } from './postgres-payments.ts';

const atOnce = 100;

export interface DrawNeeds {
  readonly db: Kysely<RevenueTables>;
  readonly keys: RecordKeys;
  readonly bank: Bank;
  readonly clock: Clock;
  /** The bank did not answer; it is asked again at the next run. */
  readonly onSilence: (cause: unknown) => undefined;
  /** With a payment that came back, the plan that was paid off with it is not; in the transaction that takes it back. */
  readonly reopenPlan: (tx: Kysely<RevenueTables>, payment: StoredPayment, on: Day) => Promise<void>;
  /** A payment that cannot go on for a fault of ours; it keeps no other waiting and is tried again. */
  readonly onFault: (fault: unknown) => void;
}

/**
 * Draws what is due and posts it. A payment is marked before the bank is asked, and posted with the mark that the bank
 * took it; the bank knows it by its id. So a crash at any point, or two processes at once, asks again and moves no cent
 * twice.
 */
export async function drawPayments(needs: DrawNeeds): Promise<void> {
  const due = await postgresPayments(needs.db).due(needs.clock.today(), atOnce);
  for (const id of due) await draw(needs, id).catch(needs.onFault);
}

async function draw({ db, keys, bank, clock, onSilence, reopenPlan }: DrawNeeds, id: string): Promise<void> {
  const store = postgresPayments(db);
  await store.move(id, 'scheduled', 'sending');
  const payment = await store.byReference(id);
  if (payment?.state !== 'sending') return; // canceled a moment ago, or drawn by another process
  const from = await postgresBankAccounts(db, keys).numbers(payment.person, payment.bankAccount);
  const order = { reference: id, from, amount: payment.amount, on: payment.payOn };
  const answer = await bank.debit(order).catch(onSilence);
  if (!answer) return;
  if (answer.taken) await posted(db, payment);
  else await sentBack({ db, reopenPlan }, payment, { reason: answer.reason, on: clock.today() });
}

const posted = (db: Kysely<RevenueTables>, payment: StoredPayment): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const store = postgresPayments(tx);
    await lockTaxpayer(tx, payment.accountOf); // who adds up what is owed and what is on its way sees it in one of the two
    if (await store.move(payment.id, 'sending', 'sent')) await store.post(payment, payment.payOn);
  });

/** Refused before anything was drawn, or returned after: then the posting is taken back by another. */
const sentBack = (
  { db, reopenPlan }: Pick<DrawNeeds, 'db' | 'reopenPlan'>,
  payment: StoredPayment,
  why: Pick<ReturnedDebit, 'reason' | 'on'>,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const store = postgresPayments(tx);
    await lockTaxpayer(tx, payment.accountOf);
    if (await store.move(payment.id, 'sent', 'returned')) await store.takeBack(payment, why.on);
    else if (!(await store.move(payment.id, 'sending', 'returned'))) return; // told before
    await store.noteReturn(payment.id, why);
    await reopenPlan(tx, payment, why.on);
    await postgresLetters(tx).add(payment.person, [
      {
        id: `payment-${payment.id}`,
        kind: 'payment-returned',
        taxYear: payment.taxYear,
        sentOn: why.on,
        amount: payment.amount,
      },
    ]);
  });

/** Reads what banks sent back, from where it was read to. */
export async function recordReturnedPayments({ db, bank, onSilence, reopenPlan }: DrawNeeds): Promise<void> {
  const store = postgresPayments(db);
  const readTo = await store.returnsReadTo();
  const returned = (await bank.returns(readTo).catch(onSilence)) ?? [];
  for (const one of returned) {
    const payment = await store.byReference(one.reference);
    if (payment) await sentBack({ db, reopenPlan }, payment, one);
  }
  const last = returned.at(-1);
  if (last) await store.readReturnsTo(readTo, last.position);
}
