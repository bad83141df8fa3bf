import { randomUUID } from 'node:crypto';
import type { Clock } from '@signet/agencies-ui/clock';
import { err, ok, type Result } from '@signet/relying-party';
import type { Kysely } from 'kysely';
import type { AccountNumbers, Bank } from '../bank/index.ts';
import type { RevenueTables } from '../database/tables.ts';
import { postgresLetters } from '../records/letters/postgres-letters.ts';
import { lockTaxpayer } from '../records/taxpayers/lock-taxpayer.ts';
import type { RecordKeys } from '../records/taxpayers/record-keys.ts';
import type { CustomerFileNumber } from '../records/taxpayers/taxpayer.ts';
import { postgresBankAccounts } from './postgres-bank-accounts.ts';
import { isRoutingNumber } from './routing-number.ts';

export interface WrongField {
  readonly field: 'routing' | 'account' | 'again' | 'kind';
  readonly why: 'routing' | 'account' | 'again' | 'kind' | 'noSuch' | 'closed' | 'silent';
}

export interface BankAccountChanges {
  /** T6: checked with the bank before it is kept, and told to the person. One that is on file already stays the one it is. */
  add(
    person: CustomerFileNumber,
    typed: {
      readonly routing: string;
      readonly account: string;
      readonly again: string;
      readonly kind: string;
    },
  ): Promise<Result<void, readonly WrongField[]>>;
  /** Payments that were authorized from it are still drawn; nothing new is. */
  remove(person: CustomerFileNumber, id: string): Promise<void>;
}

interface Needs {
  readonly db: Kysely<RevenueTables>;
  readonly keys: RecordKeys;
  readonly bank: Bank;
  readonly clock: Clock;
  readonly onSilence: (cause: unknown) => void;
}

export function changeBankAccounts({ db, keys, bank, clock, onSilence }: Needs): BankAccountChanges {
  /** The person is told in the transaction that changes it (T6). */
  async function tell(tx: Kysely<RevenueTables>, person: CustomerFileNumber): Promise<void> {
    const letter = { id: randomUUID(), kind: 'bank-account-changed', sentOn: clock.today() } as const;
    await postgresLetters(tx).add(person, [letter]);
  }

  async function isOnFile(
    tx: Kysely<RevenueTables>,
    person: CustomerFileNumber,
    { routing, account, kind }: AccountNumbers,
  ): Promise<boolean> {
    const store = postgresBankAccounts(tx, keys);
    const kept = await Promise.all((await store.of(person)).map(({ id }) => store.numbers(person, id)));
    return kept.some((one) => one.routing === routing && one.account === account && one.kind === kind);
  }

  return {
    async add(person, typed) {
      const read = readNumbers(typed);
      if ('wrong' in read) return err(read.wrong);
      const checked = await bank.check(read.numbers).catch((cause: unknown) => {
        onSilence(cause);
        return undefined;
      });
      if (!checked) return err([{ field: 'routing', why: 'silent' }]);
      if (!checked.open) {
        return err([{ field: 'account', why: checked.reason === 'no-such-account' ? 'noSuch' : 'closed' }]);
      }
      await db.transaction().execute(async (tx) => {
        await lockTaxpayer(tx, person); // pressed twice, the second finds what the first added
        if (await isOnFile(tx, person, read.numbers)) return;
        const kept = { ...read.numbers, bankName: checked.bankName, checkedOn: clock.today() };
        await postgresBankAccounts(tx, keys).add(person, kept);
        await tell(tx, person);
      });
      return ok(undefined);
    },

    async remove(person, id) {
      await db.transaction().execute(async (tx) => {
        if (await postgresBankAccounts(tx, keys).remove(person, id, clock.now())) await tell(tx, person);
      });
    },
  };
}

function readNumbers(typed: {
  readonly routing: string;
  readonly account: string;
  readonly again: string;
  readonly kind: string;
}): { readonly numbers: AccountNumbers } | { readonly wrong: readonly WrongField[] } {
  const digits = (text: string): string => text.replaceAll(/[\s-]/g, '');
  const [routing, account, again] = [digits(typed.routing), digits(typed.account), digits(typed.again)];
  const { kind } = typed;
  const wrong: WrongField[] = [];
  if (!isRoutingNumber(routing)) wrong.push({ field: 'routing', why: 'routing' });
  if (!/^\d{4,17}$/.test(account)) wrong.push({ field: 'account', why: 'account' });
  else if (account !== again) wrong.push({ field: 'again', why: 'again' });
  if (kind !== 'checking' && kind !== 'savings') return { wrong: [...wrong, { field: 'kind', why: 'kind' }] };
  return wrong.length > 0 ? { wrong } : { numbers: { routing, account, kind } };
}
