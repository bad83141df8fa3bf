import { z } from 'zod';
import { days } from '../../../kernel/index.ts';

/** What is looked for: the same thing, used by several accounts. */
export const signals = ['document', 'picture', 'phone', 'address', 'network'] as const;
export type Signal = (typeof signals)[number];

const row = z
  .object({
    /** How long one use counts, in milliseconds. */
    within: z.number().int().min(1).max(days(90)),
    /** Accounts that may use the same without anything being thought of it, this one among them. */
    accounts: z.number().int().min(1),
    weight: z.number().int().min(0).max(100),
  })
  .strict();

export const policySchema = z
  .object({
    /** From this sum of weights on a trained person looks. Nothing here ever refuses. */
    personLooksFrom: z.number().int().min(1),
    signals: z.object({ document: row, picture: row, phone: row, address: row, network: row }).strict(),
  })
  .strict();

export type FraudPolicy = Readonly<z.infer<typeof policySchema>>;

/**
 * The whole policy (A22). Each weight says how seldom honest people do it: a document and a picture are one person's, a family
 * shares a phone, a shelter an address, a library a network.
 */
export const fraudPolicy: FraudPolicy = {
  personLooksFrom: 100,
  signals: {
    document: { within: days(90), accounts: 1, weight: 100 },
    picture: { within: days(90), accounts: 1, weight: 100 },
    phone: { within: days(90), accounts: 2, weight: 60 },
    address: { within: days(90), accounts: 8, weight: 40 },
    network: { within: days(1), accounts: 20, weight: 40 },
  },
};

/** How many accounts used what this one did: of several things of a kind, that which most did. */
export type UsesOf = Readonly<Partial<Record<Signal, number>>>;

/** The signals that together send a case to a person; none where they do not. */
export function weigh(policy: FraudPolicy, uses: UsesOf): readonly Signal[] {
  const raised = signals.filter((signal) => (uses[signal] ?? 0) > policy.signals[signal].accounts);
  const sum = raised.reduce((total, signal) => total + policy.signals[signal].weight, 0);
  return sum >= policy.personLooksFrom ? raised : [];
}
