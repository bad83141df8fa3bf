import { type FraudPolicy, type UsesOf, weigh } from './policy.ts';
import type { SignalStore } from './ports.ts';

/** Accounts, by whether a policy would send their case to a person: counts, and nobody's name. */
export interface DryRun {
  readonly accounts: number;
  readonly byBoth: number;
  readonly byNowOnly: number;
  readonly byOtherOnly: number;
}

/** What another policy would have done to those of whom something is kept. */
export async function dryRun(
  store: Pick<SignalStore, 'allUses'>,
  now: FraudPolicy,
  other: FraudPolicy,
  at: Date,
): Promise<DryRun> {
  const sentBy = async (policy: FraudPolicy) => new Map(await sentTo(store, policy, at));
  const [sentNow, sentOther] = [await sentBy(now), await sentBy(other)];
  const everybody = [...new Set([...sentNow.keys(), ...sentOther.keys()])];
  const count = (byNow: boolean, byOther: boolean) =>
    everybody.filter(
      (person) => (sentNow.get(person) ?? false) === byNow && (sentOther.get(person) ?? false) === byOther,
    ).length;
  return {
    accounts: everybody.length,
    byBoth: count(true, true),
    byNowOnly: count(true, false),
    byOtherOnly: count(false, true),
  };
}

const sentTo = async (store: Pick<SignalStore, 'allUses'>, policy: FraudPolicy, at: Date) =>
  (await store.allUses(policy, at)).map(
    ({ person, uses }: { person: string; uses: UsesOf }) => [person, weigh(policy, uses).length > 0] as const,
  );
