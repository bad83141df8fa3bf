import type { Clock } from '@signet/agencies-ui/clock';
import { z } from 'zod';
import { type Day, yearsAfter } from '../days/day.ts';
import { benefitNames } from '../eligibility/rules.ts';
import { type Service, serviceSchema } from '../eligibility/service.ts';

export const contactWays = ['email', 'letter', 'here'] as const;
export type ContactWay = (typeof contactWays)[number];

/** What a claim says, as it is sealed. The SSN is not in it: this office never has it. */
export const claimContents = z.object({
  benefit: z.enum(benefitNames),
  contact: z.enum(contactWays),
  service: serviceSchema,
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.string(),
  addressLines: z.array(z.string()),
  outcome: z.enum(['approved', 'denied']),
});

export type ClaimContents = z.infer<typeof claimContents>;

export interface Claim {
  /** `VB-12345-67890`: what the person names on the phone. */
  readonly number: string;
  readonly receivedAt: Date;
  readonly withdrawnAt: Date | undefined;
  readonly contents: ClaimContents;
}

/**
 * The make-believe office's judgment, made as the claim is filed and told when its day has come: it finds no service from
 * before somebody was eighteen. Everything else that may be claimed is granted.
 */
export const outcomeOf = (birthDate: Day, { began }: Service): ClaimContents['outcome'] =>
  began < yearsAfter(birthDate, 18) ? 'denied' : 'approved';

const DAY = 86_400_000;
const reviewAfter = 1 * DAY;
const decideAfter = 3 * DAY;

/** A claim may be taken back until it is decided. */
export const decidedAt = ({ receivedAt }: Pick<Claim, 'receivedAt'>): Date =>
  new Date(receivedAt.getTime() + decideAfter);

export type ClaimState = 'received' | 'in-review' | 'approved' | 'denied' | 'withdrawn';

/** Where the claim stands, by the clock alone. */
export function stateOf(claim: Claim, now: Date): ClaimState {
  if (claim.withdrawnAt) return 'withdrawn';
  if (now >= decidedAt(claim)) return claim.contents.outcome;
  return now.getTime() >= claim.receivedAt.getTime() + reviewAfter ? 'in-review' : 'received';
}

/** Whether it stands in the way of another claim for the same. */
export const isStanding = (claim: Claim, now: Date): boolean =>
  !['withdrawn', 'denied'].includes(stateOf(claim, now));

export interface Step {
  readonly step: 'received' | 'in-review' | 'decided' | 'withdrawn';
  /** When it was, or will be by our plan. */
  readonly on: Day;
  readonly done: boolean;
}

/** The three steps and their days. A claim that was taken back shows those that it came to, and that. */
export function stepsOf(claim: Claim, clock: Clock): readonly Step[] {
  const until = claim.withdrawnAt ?? clock.now();
  const at = (ms: number) => new Date(claim.receivedAt.getTime() + ms);
  const steps = [
    { step: 'received', at: at(0) },
    { step: 'in-review', at: at(reviewAfter) },
    { step: 'decided', at: at(decideAfter) },
  ] as const;
  const planned = steps.map(({ step, at }) => ({ step, on: clock.dayOf(at), done: at <= until }));
  if (!claim.withdrawnAt) return planned;
  const end = { step: 'withdrawn', on: clock.dayOf(claim.withdrawnAt), done: true } as const;
  return [...planned.filter(({ done }) => done), end];
}
