import { type Clock, hours, minutes, type PersonId } from '../../../kernel/index.ts';
import type { LimitKeys } from './ports.ts';
import type { AttemptStore } from './postgres-attempts.ts';
import { countIn, type Limit } from './sliding-window.ts';
import { networkOf } from './source-network.ts';

/**
 * How fast may be tried, beside the hundred in a row that an authenticator bears (B4). `here` is one subject from
 * one place: the person themselves with a bad day, or one guesser. `subject` is from all places where the person
 * never signed in: it makes a hundred failures take five hours, and does not slow the person at home. `place` is
 * one network address on all subjects: an office or a carrier has many people, so it is wide.
 */
const limits = {
  password: {
    here: { most: 10, within: minutes(15) },
    subject: { most: 20, within: hours(1) },
    place: { most: 200, within: minutes(15) },
  },
  totp: {
    here: { most: 10, within: minutes(15) },
    subject: { most: 20, within: hours(1) },
    place: { most: 200, within: minutes(15) },
  },
  /** Guessing a code that was texted or called to a phone. */
  'phone-code': {
    here: { most: 10, within: minutes(15) },
    subject: { most: 20, within: hours(1) },
    place: { most: 200, within: minutes(15) },
  },
  'recovery-code': {
    here: { most: 10, within: hours(1) },
    subject: { most: 20, within: hours(1) },
    place: { most: 100, within: hours(1) },
  },
  /** Wrong codes to an address, in whatever session and after however many codes sent again (B4). */
  'email-code': {
    here: { most: 20, within: hours(1) },
    subject: { most: 100, within: hours(24) },
    place: { most: 200, within: hours(1) },
  },
  /** Answers that were no good: each is written down, and a flood of them must not be. A good one is never refused. */
  'passkey-refused': {
    here: { most: 20, within: minutes(15) },
    subject: { most: 100, within: hours(1) },
    place: { most: 200, within: minutes(15) },
  },
  'email-sent': {
    here: { most: 5, within: hours(1) },
    subject: { most: 10, within: hours(1) },
    place: { most: 60, within: hours(1) },
  },
  // Mails to addresses that somebody signed in wants to add: to strangers, perhaps, and from one account few.
  'address-added': {
    here: { most: 10, within: hours(24) },
    subject: { most: 10, within: hours(24) },
    place: { most: 100, within: hours(24) },
  },
  // To somebody who cannot sign in: one mail an hour on the whole, with room for one that was lost.
  'recovery-mail': {
    here: { most: 2, within: hours(2) },
    subject: { most: 3, within: hours(3) },
    place: { most: 30, within: hours(1) },
  },
  // Somebody asks a person to decide: each is read by one.
  'recovery-case': {
    here: { most: 2, within: hours(24) },
    subject: { most: 3, within: hours(24) },
    place: { most: 10, within: hours(24) },
  },
  // A recovery that began with the code from the mailbox: each is told to every address of the account.
  recovery: {
    here: { most: 5, within: hours(24) },
    subject: { most: 5, within: hours(24) },
    place: { most: 60, within: hours(24) },
  },
} as const satisfies Record<string, Record<'here' | 'subject' | 'place', Limit>>;

/** Too many tries from here or for this account: again after so many seconds. */
export interface TooManyAttempts {
  readonly code: 'too-many-attempts';
  readonly retryAfterSeconds: number;
}

export type AttemptKind = keyof typeof limits;

export interface Attempt {
  /** It succeeded, and so it does not count. */
  succeeded(): Promise<void>;
  /** Likewise, and the person is signed in with all that it takes: this place is known as theirs from now on. */
  succeededAtHome(): Promise<void>;
}

export interface Attempts {
  /**
   * Counts one try before it is judged. `subject` is a person's id or an address's digest. `ownBrowser` is the name of a
   * browser that this person signed in with before: there a stranger's tries do not slow them, wherever they are.
   */
  take(
    kind: AttemptKind,
    subject: string,
    source: string,
    ownBrowser?: () => Promise<string | undefined>,
  ): Promise<
    | { readonly allowed: true; readonly attempt: Attempt; readonly fromKnownPlace: boolean }
    | { readonly allowed: false; readonly error: TooManyAttempts }
  >;
  /** The person signed in from here with all that it takes, by what is not counted. */
  atHome(person: PersonId, source: string): Promise<void>;
  removeExpired(): Promise<void>;
}

/** How long a place stays known after the last sign-in from it. */
const knownFor = hours(24 * 90);

const tooMany = (over: Awaited<ReturnType<typeof countIn>>): TooManyAttempts => ({
  code: 'too-many-attempts',
  retryAfterSeconds: Math.ceil(Math.max(...over.map(({ wait }) => wait)) / 1000),
});

export function createAttempts(store: AttemptStore, kms: LimitKeys, clock: Clock): Attempts {
  const digest = (...parts: string[]) =>
    kms.mac('contact-index', Buffer.from(JSON.stringify(['attempt', ...parts])));

  const knownUntil = () => new Date(clock.now().getTime() + knownFor);
  const placeKey = (subject: string, source: string) => digest('known', subject, networkOf(source));

  /** Where others on the same network used up what it bears, a browser of the person's own bears as much again. */
  async function bearsInOwn(kind: AttemptKind, subject: string, own: string, now: Date): Promise<boolean> {
    const counter = { key: await digest(kind, 'own', subject, own), ...limits[kind].here };
    if ((await countIn(store, [counter], now)).length === 0) return true;
    await store.uncount([counter.key]);
    return false;
  }

  return {
    async take(kind, subject, source, ownBrowser) {
      const now = clock.now();
      const { here, subject: wide, place } = limits[kind];
      const network = networkOf(source);
      const [hereKey, subjectKey, networkKey, knownKey] = await Promise.all([
        digest(kind, 'here', subject, network),
        digest(kind, 'subject', subject),
        digest(kind, 'place', network),
        placeKey(subject, source),
      ]);
      const counters = [
        { key: hereKey, ...here },
        { key: subjectKey, ...wide },
        { key: networkKey, ...place },
      ];
      const [over, knownPlace, own] = await Promise.all([
        countIn(store, counters, now),
        store.isKnown(knownKey, now),
        ownBrowser?.(),
      ]);
      const fromKnownPlace = knownPlace || own !== undefined;
      const excused =
        (over.length === 1 && over[0]?.counter.key === subjectKey && fromKnownPlace) ||
        (over.length > 0 && own !== undefined && (await bearsInOwn(kind, subject, own, now)));
      if (over.length > 0 && !excused) {
        await store.uncount(counters.map(({ key }) => key)); // a refused try is not a try
        return { allowed: false, error: tooMany(over) };
      }
      return {
        allowed: true,
        fromKnownPlace,
        attempt: {
          succeeded: () => store.uncount(counters.map(({ key }) => key)),
          async succeededAtHome() {
            await store.uncountAndKnow(
              counters.map(({ key }) => key),
              knownKey,
              knownUntil(),
            );
          },
        },
      };
    },
    atHome: async (person, source) => store.uncountAndKnow([], await placeKey(person, source), knownUntil()),
    removeExpired: () => store.removeExpired(clock.now()),
  };
}
