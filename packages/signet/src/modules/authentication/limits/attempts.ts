import { type Clock, days, type PersonId, type Tx, type WindowLimit } from '../../../kernel/index.ts';
import { countAndRecognizeIn, countIn, type QuotaKeys, type QuotaStore } from '../../quotas/index.ts';
import { attemptLimits } from './limits.ts';
import { networkOf, wideNetworkOf } from './source-network.ts';

/** Too many tries from here or for this account: again after so many seconds. */
export interface TooManyAttempts {
  readonly code: 'too-many-attempts';
  readonly retryAfterSeconds: number;
}

export type AttemptKind = keyof typeof attemptLimits;

export interface Attempt {
  /** It succeeded, and so it does not count. With `tx`: written together with its `COMMIT`. */
  succeeded(tx?: Tx): Promise<void>;
  /** Likewise, and the person is signed in with all that it takes: this place is known as theirs from now on. */
  succeededAtHome(tx?: Tx): Promise<void>;
}

/** Of one subject from one network, from all, or of one network, or of all that a customer has, on all subjects. */
type UsedUp = 'here' | 'subject' | 'place';

export interface Attempts {
  /**
   * Counts one try before it is judged. `subject` is a person's id or an address's digest. `ownBrowser` is the name of a
   * browser that this person signed in with before: there a stranger's tries do not slow them, wherever they are. What
   * anybody may type, such as an address, is counted as it is typed and never by the account behind it: a count that two
   * addresses share tells a stranger that they are one person's, and so would a place that they share. `person` then says
   * whose known places an authenticator bears more from: that is not told to anybody.
   */
  take(
    kind: AttemptKind,
    subject: string,
    source: string,
    ownBrowser?: () => Promise<string | undefined>,
    person?: PersonId,
  ): Promise<
    | { readonly allowed: true; readonly attempt: Attempt; readonly fromKnownPlace: boolean }
    /** `by`: what was used up. */
    | { readonly allowed: false; readonly error: TooManyAttempts; readonly by: readonly UsedUp[] }
  >;
  /** The person signed in from here with all that it takes, by what is not counted. */
  atHome(person: PersonId, source: string): Promise<void>;
  removeExpired(): Promise<void>;
}

/** How long a place stays known after the last sign-in from it. */
const knownFor = days(90);

const tooMany = (over: Awaited<ReturnType<typeof countIn>>): TooManyAttempts => ({
  code: 'too-many-attempts',
  retryAfterSeconds: Math.ceil(Math.max(...over.map(({ wait }) => wait)) / 1000),
});

const counter = async (by: UsedUp, limit: WindowLimit, key: Promise<Buffer>) => ({
  by,
  limit,
  key: await key,
});

export function createAttempts(store: QuotaStore, kms: QuotaKeys, clock: Clock): Attempts {
  const digest = (...parts: string[]) =>
    kms.mac('contact-index', Buffer.from(JSON.stringify(['attempt', ...parts])));

  const know = (counted: readonly Buffer[], place: Buffer, tx?: Tx): Promise<void> =>
    store.uncountAndKnow(counted, place, new Date(clock.now().getTime() + knownFor), tx);
  const placeKey = (subject: string, source: string) => digest('known', subject, networkOf(source));

  /** A wide network is counted as a place too: as one where a customer has many. */
  async function countersOf(kind: AttemptKind, subject: string, source: string) {
    const { here, subject: wide, place, area } = attemptLimits[kind];
    const [network, wideNetwork] = [networkOf(source), wideNetworkOf(source)];
    return Promise.all([
      counter('here', here, digest(kind, 'here', subject, network)),
      counter('subject', wide, digest(kind, 'subject', subject)),
      counter('place', place, digest(kind, 'place', network)),
      ...(wideNetwork === network ? [] : [counter('place', area, digest(kind, 'area', wideNetwork))]),
    ]);
  }

  /**
   * Where others on the same network used up what it bears, a browser of the person's own bears as much again. The key
   * that this try is counted under; undefined: that is used up too.
   */
  async function countInOwn(kind: AttemptKind, subject: string, own: string, now: Date) {
    const ownCounter = { key: await digest(kind, 'own', subject, own), limit: attemptLimits[kind].own };
    if ((await countIn(store, [ownCounter], now)).length === 0) return ownCounter.key;
    await store.uncount([ownCounter.key]);
    return undefined;
  }

  return {
    async take(kind, subject, source, ownBrowser, person) {
      const now = clock.now();
      const [counters, subjectsPlace, personsPlace] = await Promise.all([
        countersOf(kind, subject, source),
        placeKey(subject, source),
        placeKey(person ?? subject, source), // nobody behind an address costs as much as somebody (A22)
      ]);
      const [{ over, isKnown }, own] = await Promise.all([
        countAndRecognizeIn(store, counters, [subjectsPlace, personsPlace], now),
        ownBrowser?.(),
      ]);
      const isSubjects = isKnown(subjectsPlace) || own !== undefined;
      const keys = counters.map(({ key }) => key);
      const excused = over.length === 1 && over[0]?.counter.by === 'subject' && isSubjects;
      const ownKey =
        over.length > 0 && !excused && own !== undefined
          ? await countInOwn(kind, subject, own, now)
          : undefined;
      if (over.length > 0 && !excused && !ownKey) {
        await store.uncount(keys); // a refused try is not a try
        return { allowed: false, error: tooMany(over), by: over.map(({ counter }) => counter.by) };
      }
      const counted = ownKey ? [...keys, ownKey] : keys;
      return {
        allowed: true,
        fromKnownPlace: isKnown(personsPlace) || own !== undefined, // not where only what was typed was right: a thief has that
        attempt: {
          // what was typed and is right may be typed from here again: whoever has it needs no more tries
          succeeded: (tx) => (person ? know(counted, subjectsPlace, tx) : store.uncount(counted, tx)),
          async succeededAtHome(tx) {
            await know(counted, subjectsPlace, tx);
            if (person) await know([], personsPlace, tx);
          },
        },
      };
    },
    atHome: async (person, source) => know([], await placeKey(person, source)),
    removeExpired: () => store.removeExpired(clock.now()),
  };
}
