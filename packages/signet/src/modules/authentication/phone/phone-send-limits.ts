import { type Clock, days, hours, minutes } from '../../../kernel/index.ts';
import type { CodePhone } from '../../records/index.ts';
import {
  type AttemptStore,
  type Counter,
  countIn,
  type Limit,
  networkOf,
  type TooManyAttempts,
} from '../limits/index.ts';
import type { PhoneCodesPaused } from './outcomes.ts';
import type { PhoneKeys } from './ports.ts';

/**
 * How many codes are sent, and so paid for. Toll fraud is somebody who earns from each text or call to numbers of
 * theirs: a few numbers many times, a block of numbers once each, from one place or from many. Each of these has a
 * limit of its own, and a whole country one in the whole deployment (a setting), which is what fraud may cost at most.
 */
const limits = {
  /** Somebody whose texts are slow presses "send again" a few times. */
  account: { most: 6, within: minutes(15) },
  accountDay: { most: 20, within: days(1) },
  /** From all accounts: one phone in a household may serve several people, and nobody's phone rings all day. */
  number: { most: 10, within: hours(1) },
  numberDay: { most: 30, within: days(1) },
  /** All numbers that differ in their last four digits only. */
  prefix: { most: 100, within: hours(1) },
  /** One network: an office or a carrier has many people. */
  place: { most: 60, within: hours(1) },
} as const satisfies Record<string, Limit>;

type Counted = keyof typeof limits | 'country';

export interface PhoneSend {
  /** The id of the person that the code is for. */
  readonly account: string;
  readonly phone: CodePhone;
  readonly source: string;
}

export interface PhoneSends {
  /** Counts one text or call before it is sent; undefined when it may be. A refused one does not count. */
  refuse(send: PhoneSend): Promise<PhoneSendRefused | undefined>;
}

/** `by`: the limit that was reached, for the audit log. */
export type PhoneSendRefused = {
  readonly by: Counted;
  readonly error: TooManyAttempts | PhoneCodesPaused;
};

export function createPhoneSends(
  store: Pick<AttemptStore, 'count' | 'uncount'>,
  kms: Pick<PhoneKeys, 'mac'>,
  clock: Clock,
  perCountryAnHour: number,
): PhoneSends {
  const digest = (by: Counted, what: string) =>
    kms.mac('contact-index', Buffer.from(JSON.stringify(['phone-sent', by, what])));

  function countersOf({ account, phone, source }: PhoneSend): Promise<(Counter & { by: Counted })[]> {
    const country = phone.country ?? 'none';
    const counted: readonly [Counted, string, Limit][] = [
      ['account', account, limits.account],
      ['accountDay', account, limits.accountDay],
      ['number', phone.number, limits.number],
      ['numberDay', phone.number, limits.numberDay],
      ['prefix', phone.prefix, limits.prefix],
      ['place', networkOf(source), limits.place],
      ['country', country, { most: perCountryAnHour, within: hours(1) }],
    ];
    return Promise.all(
      counted.map(async ([by, what, limit]) => ({ by, key: await digest(by, what), ...limit })),
    );
  }

  return {
    async refuse(send) {
      const counters = await countersOf(send);
      const over = await countIn(store, counters, clock.now());
      const longest = over.toSorted((a, b) => b.wait - a.wait)[0];
      if (!longest) return undefined;
      await store.uncount(counters.map(({ key }) => key));
      const { by } = longest.counter;
      const code = by === 'prefix' || by === 'country' ? 'phone-codes-paused' : 'too-many-attempts';
      return { by, error: { code, retryAfterSeconds: Math.ceil(longest.wait / 1000) } };
    },
  };
}
