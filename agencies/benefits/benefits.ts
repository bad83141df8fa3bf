export const benefitNames = ['health', 'education', 'home', 'pension'] as const;
export type BenefitName = (typeof benefitNames)[number];

export interface Benefit {
  readonly name: BenefitName;
  /** The day from which it may be applied for, when that is still to come. `YYYY-MM-DD` */
  readonly from: string | undefined;
}

const PENSION_AGE = 65;

/** What a person born on `birthDate` may apply for on `today`: everything, the pension from 65. */
export function benefitsFor(birthDate: string, today: string): readonly Benefit[] {
  const [year = '', ...monthAndDay] = birthDate.split('-');
  const pensionFrom = [Number(year) + PENSION_AGE, ...monthAndDay].join('-');
  return benefitNames.map((name) => ({
    name,
    from: name === 'pension' && today < pensionFrom ? pensionFrom : undefined,
  }));
}
