import { type Clock, type WindowLimit, withMost } from '../../../kernel/index.ts';
import type { Quotas } from '../../quotas/index.ts';
import type { CodePhone } from '../../records/index.ts';
import { networkOf, type TooManyAttempts, wideNetworkOf } from '../limits/index.ts';
import { phoneSendLimits } from './limits.ts';
import type { PhoneCodesPaused } from './outcomes.ts';

type PhoneSendLimit = keyof typeof phoneSendLimits;

export interface PhoneSend {
  /** The id of the person that the code is for. */
  readonly account: string;
  readonly phone: CodePhone;
  readonly source: string;
  /** The account has this number already: its holder once typed a code that came to it. */
  readonly bound: boolean;
  /** The name of a browser that this person signed in with before, where the code is asked for in one. */
  readonly ownBrowser: string | undefined;
}

export interface PhoneSends {
  /** Counts one text or call before it is sent; undefined when it may be. A refused one does not count. */
  refuse(send: PhoneSend): Promise<PhoneSendRefused | undefined>;
}

/** `by`: the limit that was reached, for the audit log. */
export type PhoneSendRefused = {
  readonly by: string;
  readonly error: TooManyAttempts | PhoneCodesPaused;
};

type Counting = readonly (readonly [PhoneSendLimit, readonly string[]])[];

/** What anybody may do to a number that they type: all of them together. */
const countedForNew = ({ account, phone, source }: PhoneSend): Counting => [
  ['account', [account]],
  ['account-day', [account]],
  ['number', [phone.number]],
  ['number-day', [phone.number]],
  ['prefix', [phone.prefix]],
  ['place', [networkOf(source)]],
  ['area', [wideNetworkOf(source)]],
  ['country-new', [phone.country ?? 'none']],
  ['country', [phone.country ?? 'none']],
];

/** What an account may do to a phone of its own, where strangers who type its number count for nothing. */
const countedForBound = ({ account, phone, ownBrowser = 'elsewhere' }: PhoneSend): Counting => [
  ['bound', [account, ownBrowser]],
  ['bound-day', [account, ownBrowser]],
  ['bound-prefix', [phone.prefix]],
  ['country', [phone.country ?? 'none']],
];

const byWhomever: readonly string[] = (['prefix', 'bound-prefix', 'country-new', 'country'] as const).map(
  (name) => phoneSendLimits[name].name,
);

export function createPhoneSends(quotas: Quotas, clock: Clock, perCountryAnHour: number): PhoneSends {
  const limits: Readonly<Record<PhoneSendLimit, WindowLimit>> = {
    ...phoneSendLimits,
    'country-new': withMost(phoneSendLimits['country-new'], Math.ceil(perCountryAnHour / 2)),
    country: withMost(phoneSendLimits.country, perCountryAnHour),
  };
  return {
    async refuse(send) {
      const counted = (send.bound ? countedForBound : countedForNew)(send);
      const taken = await quotas.take(counted.map(([by, of]) => ({ limit: limits[by], of })));
      if (taken.allowed) return undefined;
      const [by] = taken.by;
      const code = byWhomever.includes(by) ? 'phone-codes-paused' : 'too-many-attempts';
      const retryAfterSeconds = Math.ceil((taken.until.getTime() - clock.now().getTime()) / 1000);
      return { by, error: { code, retryAfterSeconds } };
    },
  };
}
