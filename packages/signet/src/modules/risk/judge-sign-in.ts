import type { Place } from './place.ts';
import { isImpossible, type Seen } from './travel.ts';

/** What is unusual about a sign-in. Codes: for the audit log, for notices and pages. */
export const riskSignals = [
  'new-device',
  'new-country',
  'impossible-travel',
  'anonymizer',
  'many-accounts',
  'sim-swap',
] as const;

export type RiskSignal = (typeof riskSignals)[number];

/** What is known when somebody signs in. */
export interface SignInFacts {
  /** The browser was used by this person before; undefined where it keeps no cookie to tell by. */
  readonly knownDevice: boolean | undefined;
  /** Where they were seen before, the newest first: one a device. Empty for a new account. */
  readonly before: readonly Seen[];
  readonly now: { readonly place: Place | undefined; readonly at: Date };
  /** Accounts that were tried in vain from this network, lately. */
  readonly accountsTried: number;
  /** The phone number that was used changed its SIM lately. */
  readonly simSwapped: boolean;
}

export interface Judgment {
  readonly signals: readonly RiskSignal[];
  /**
   * Two strong signals meet, each a witness of another kind: one more way to sign in is asked for, if the account has
   * one. Never a refusal.
   */
  readonly asksMore: boolean;
}

/** More than a household or a small office mistypes within the hour. */
export const manyAccounts = 20;

/** Of another kind each: a network cannot testify twice, by its country and by its distance. */
const strong: ReadonlySet<RiskSignal> = new Set([
  'new-device', // the browser
  'impossible-travel', // the place
  'many-accounts', // the network's conduct
  'sim-swap', // the phone
]);

/** Pure: facts in, codes out. docs/decisions/0020 has the table. */
export function judgeSignIn(facts: SignInFacts): Judgment {
  const { place, at } = facts.now;
  const [last] = facts.before;
  const found: Readonly<Record<RiskSignal, boolean>> = {
    'new-device': facts.knownDevice === false,
    'new-country': place !== undefined && isNewCountry(place, facts.before),
    'impossible-travel': place !== undefined && last !== undefined && isImpossible(last, { place, at }),
    anonymizer: place?.anonymizer === true,
    'many-accounts': facts.accountsTried >= manyAccounts,
    'sim-swap': facts.simSwapped,
  };
  const signals = riskSignals.filter((signal) => found[signal]);
  return { signals, asksMore: signals.filter((signal) => strong.has(signal)).length >= 2 };
}

/** Signals as an audit entry's details: `{ newDevice: true }`. */
export const signalDetails = (signals: readonly RiskSignal[]): Record<string, true> =>
  Object.fromEntries(
    signals.map((signal) => [signal.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase()), true]),
  );

/** A session that is used from another place than before. */
export function judgeMove(before: readonly Seen[], now: Seen): readonly RiskSignal[] {
  const [last] = before;
  const found: Partial<Record<RiskSignal, boolean>> = {
    'new-country': isNewCountry(now.place, before),
    'impossible-travel': last !== undefined && isImpossible(last, now),
    anonymizer: now.place.anonymizer === true && !before.some(({ place }) => place.anonymizer),
  };
  return riskSignals.filter((signal) => found[signal]);
}

/** Only where earlier countries are known: a first one is not another one. */
function isNewCountry({ country }: Place, before: readonly Seen[]): boolean {
  const known = before.flatMap(({ place }) => (place.country ? [place.country] : []));
  return country !== undefined && known.length > 0 && !known.includes(country);
}
