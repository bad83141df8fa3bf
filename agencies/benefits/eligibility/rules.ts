import { type Day, wholeYears, yearsAfter } from '../days/day.ts';
import type { Service } from './service.ts';

export const benefitNames = ['health', 'education', 'home', 'pension'] as const;
export type BenefitName = (typeof benefitNames)[number];

/** What the rules look at. */
export interface Facts {
  readonly birthDate: Day;
  /** The state of the verified address; undefined when no address was shared. */
  readonly state: string | undefined;
  readonly service: Service;
  readonly today: Day;
}

/** One thing that is asked, and how it stands. */
export type Condition = { readonly met: boolean } & (
  | { readonly rule: 'served'; readonly needs: number; readonly has: number }
  | { readonly rule: 'old-enough'; readonly age: number; readonly from: Day }
  | { readonly rule: 'lives-here'; readonly known: boolean }
  | { readonly rule: 'soon-enough'; readonly years: number; readonly until: Day }
);

/** Whether a benefit may be claimed, and each reason why or why not. */
export interface Standing {
  readonly benefit: BenefitName;
  readonly may: boolean;
  readonly conditions: readonly Condition[];
}

/** The Commonwealth of Alder. */
const HERE = 'ZZ';
const PENSION_AGE = 65;
const YEARS_TO_STUDY = 15;

const served =
  (needs: number) =>
  ({ service }: Facts): Condition => {
    const has = wholeYears(service.began, service.ended);
    return { rule: 'served', needs, has, met: has >= needs };
  };

function oldEnough({ birthDate, today }: Facts): Condition {
  const from = yearsAfter(birthDate, PENSION_AGE);
  return { rule: 'old-enough', age: PENSION_AGE, from, met: today >= from };
}

const livesHere = ({ state }: Facts): Condition => ({
  rule: 'lives-here',
  known: state !== undefined,
  met: state === HERE,
});

function soonEnough({ service, today }: Facts): Condition {
  const until = yearsAfter(service.ended, YEARS_TO_STUDY);
  return { rule: 'soon-enough', years: YEARS_TO_STUDY, until, met: today <= until };
}

/** The whole of the office's law, made up: what each benefit asks for. */
const asks: Readonly<Record<BenefitName, readonly ((facts: Facts) => Condition)[]>> = {
  health: [served(2)],
  education: [served(3), soonEnough],
  home: [served(1), livesHere],
  pension: [served(1), oldEnough],
};

/** How every benefit stands for somebody. */
export const standings = (facts: Facts): readonly Standing[] =>
  benefitNames.map((benefit) => {
    const conditions = asks[benefit].map((condition) => condition(facts));
    return { benefit, conditions, may: conditions.every(({ met }) => met) };
  });
