import type { Condition } from './rules.ts';
import type { ServiceProblem } from './service.ts';

const years = (count: number): string => (count === 1 ? '1 year' : `${count} years`);

export const eligibility = {
  title: 'What you may claim',
  lead: 'We compare what Signet confirmed and what you told us with our rules.',
  ask: 'Tell us when you served. Then we can say what you may claim, and why.',
  askAction: 'Tell us when you served',
  yours: 'Your service',
  began: 'First day',
  ended: 'Last day',
  change: 'Change',
  claim: 'Claim',
  may: 'You may claim this',
  mayNot: 'You may not claim this now',
  claimed: 'You claimed this',
  see: 'See your claim',
  /** One reason, why or why not. `day` writes a calendar day. */
  reason(condition: Condition, day: (text: string) => string): string {
    switch (condition.rule) {
      case 'served':
        return condition.met
          ? `You served at least ${years(condition.needs)}.`
          : `It takes ${years(condition.needs)} of service. You served ${condition.has === 0 ? 'less than a year' : years(condition.has)}.`;
      case 'old-enough':
        return condition.met
          ? `You are ${condition.age} or older.`
          : `You turn ${condition.age} on ${day(condition.from)}.`;
      case 'lives-here':
        if (condition.met) return 'You live in the Commonwealth of Alder.';
        return condition.known
          ? 'It is for people who live in the Commonwealth of Alder.'
          : 'It depends on where you live, and you did not share your address.';
      case 'soon-enough':
        return condition.met
          ? `You left the service less than ${condition.years} years ago.`
          : `It had to be claimed by ${day(condition.until)}, ${condition.years} years after you left the service.`;
    }
  },
  service: {
    title: 'When did you serve?',
    hint: 'The days are on your discharge papers.',
    save: 'Save',
    problems: {
      began: {
        'no-day': 'Enter the first day of your service',
        'too-young': 'The first day must be on or after your 17th birthday',
        backwards: 'The first day cannot come after the last day',
        'not-over': 'The first day cannot be after today',
      },
      ended: {
        'no-day': 'Enter the last day of your service',
        'too-young': 'The last day must be on or after your 17th birthday',
        backwards: 'The last day cannot come before the first day',
        'not-over': 'The last day cannot be after today',
      },
    } satisfies Record<ServiceProblem['field'], Record<ServiceProblem['why'], string>>,
  },
};
