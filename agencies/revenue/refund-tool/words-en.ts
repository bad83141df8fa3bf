import { triesADay } from './postgres-tries.ts';

/** The refund tool, for whoever filed a return (T4). */
export const refundTool = {
  title: 'Where is my refund?',
  intro: {
    lead: 'See whether your return has arrived, whether your refund is approved, and when it was sent.',
    signIn: 'Sign in with Signet',
    needTitle: 'What you need',
    need: [
      'A Signet account. You do not have to prove who you are, and nothing about you is shared.',
      'Your Social Security or taxpayer number',
      'From your return: the tax year, your filing status and the exact amount of the refund',
    ],
    known:
      'Have you opened your tax account here before? Then you do not have to type anything: we know which refund is yours.',
    whenTitle: 'When you can see it',
    when: 'One day after you sent your return electronically, four weeks after you mailed it on paper. Most refunds are sent within 21 days; after a return on paper it takes 6 weeks or more.',
  },
  form: {
    lead: 'Enter these four as they are on your return. All of them must match.',
    number: 'Social Security or taxpayer number',
    numberHint: 'Nine digits',
    year: 'Tax year',
    status: 'Filing status',
    amount: 'Refund amount',
    amountHint: 'In whole dollars, for example 1234',
    show: 'Show my refund',
  },
  problems: {
    number: 'Enter the nine digits of the number',
    year: 'Choose a tax year',
    status: 'Choose a filing status',
    amount: 'Enter the amount of the refund, for example 1234',
  },
  noMatch: {
    title: 'We found no refund that matches',
    lead: 'This can mean that:',
    reasons: [
      'one of the four is not the same as on your return,',
      'your return has not arrived yet, or was sent back,',
      'no refund was asked for in that year.',
    ],
  },
  another: 'Ask about another refund',
  none: 'We know which file is yours. There is no refund of the last three years in it.',
  toAccount: {
    note: 'The amount, where it goes and everything else is in your tax account.',
    action: 'Open my tax account',
  },
  numberClosed: {
    title: 'Today we cannot answer more questions about this number',
    lead: 'Too many questions about it did not match anything, perhaps from someone else. Is it your number? Sign in instead: your tax account shows your refund at once. Or try again tomorrow.',
  },
  tooMany: {
    title: 'Too many attempts for today',
    lead: `So that no one can guess, we allow ${triesADay.person} attempts a day that do not match. Try again tomorrow, or open your tax account now to see your refund at once.`,
  },
};
