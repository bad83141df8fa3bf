import { assertNever } from '../../../kernel/index.ts';
import { isPhoneConfirmed, type PhoneFinding } from '../findings/index.ts';
import type { JudgingContext, Judgment } from './judgment.ts';

/**
 * The phone account (A4, A22). One reason whatever the carrier disagreed with: another phone once, then a person
 * looks. A SIM card that was just changed may be in a thief's phone. Without a phone there is no second piece of
 * evidence, which only a person can find another way for; where one piece is enough, none is missed.
 */
export function judgePhone(finding: PhoneFinding, { history, settings, required }: JudgingContext): Judgment {
  if (!finding.asked) {
    return required.ial === 1 ? { verdict: 'pass' } : { verdict: 'hold', reasons: ['no-phone'] };
  }
  if (!isPhoneConfirmed(finding)) {
    return history.phoneRejections < settings.phoneRejections
      ? { verdict: 'try-again', redo: ['phone'], reasons: ['phone-not-confirmed'] }
      : { verdict: 'needs-person', reasons: ['phone-not-confirmed'] };
  }
  switch (finding.simChange) {
    case 'recent':
      return { verdict: 'hold', reasons: ['phone-needs-a-look'] };
    case 'none-recent':
      return { verdict: 'pass' };
    default:
      return assertNever(finding.simChange);
  }
}
