import { setTimeout } from 'node:timers/promises';
import type { Clock } from '@signet/agencies-ui/clock';
import { describeFault } from '@signet/relying-party/hono';
import type { Kysely } from 'kysely';
import type { Bank } from '../bank/index.ts';
import type { LogEvent } from '../config/config.ts';
import type { RevenueTables } from '../database/tables.ts';
import { drawPayments, recordReturnedPayments } from '../payments/index.ts';
import { advancePlans, reopenPlan } from '../plans/index.ts';
import type { RecordKeys } from '../records/taxpayers/record-keys.ts';

const everyMs = 15_000;

export interface RegularDrawNeeds {
  readonly db: Kysely<RevenueTables>;
  readonly keys: RecordKeys;
  readonly bank: Bank;
  readonly clock: Clock;
  readonly log: (event: LogEvent) => void;
}

/** Draws what is due and reads what came back, round after round; a round that fails is told and the next one tries. */
export function drawPaymentsRegularly({ log, ...needs }: RegularDrawNeeds): { stop(): Promise<void> } {
  const tell = (event: string) => (cause: unknown) =>
    void log({ level: 'warn', event, detail: describeFault(cause) });
  const round = async (): Promise<void> => {
    const drawNeeds = {
      ...needs,
      reopenPlan,
      onSilence: tell('bank-silent'),
      onFault: tell('payment-failed'),
    };
    await advancePlans({ ...needs, onFault: tell('plan-failed') });
    await drawPayments(drawNeeds);
    await recordReturnedPayments(drawNeeds);
  };
  const stopping = new AbortController();
  const rounds = (async () => {
    while (!stopping.signal.aborted) {
      await round().catch(tell('payments-failed'));
      await pause(stopping.signal);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await rounds;
    },
  };
}

/** Until the next round, or until it is told to stop. */
const pause = (signal: AbortSignal): Promise<void> =>
  setTimeout(everyMs, undefined, { signal, ref: false }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
