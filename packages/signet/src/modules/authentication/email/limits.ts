import { days, limitsOf } from '../../../kernel/index.ts';

/** What an account may still have sent to its address once strangers have used up what they can have sent there. */
export const ownMailLimits = limitsOf('email-sent-own', {
  'a-day': {
    most: 3,
    within: days(1),
    counts: 'mails with a code for an address, beyond those of `email-sent`',
    by: 'account and address',
    stranger: 'Nothing.',
    owner: 'All of it.',
  },
});

export const emailCodeLimits = limitsOf('email-code-tries', {
  /** Counted across codes sent again (B4): one guess in 100,000. */
  'a-code': {
    most: 10,
    counts: 'wrong codes for one confirmation',
    by: 'confirmation, which one browser asked for',
    stranger: 'Nothing: theirs is another.',
    owner: 'The link in the mail, or another code.',
  },
});
