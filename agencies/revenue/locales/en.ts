import { proofs } from '../letters/proof-words-en.ts';
import { letters } from '../letters/words-en.ts';
import { overview } from '../overview/words-en.ts';
import { payments } from '../payments/words-en.ts';
import { plans } from '../plans/words-en.ts';
import { professionals } from '../professionals/words-en.ts';
import { profile } from '../profile/words-en.ts';
import { refundTool } from '../refund-tool/words-en.ts';
import { filings } from '../returns/words-en.ts';
import { staff } from '../staff/words-en.ts';
import { transcripts } from '../transcripts/words-en.ts';

export const en = {
  agency: 'Department of Revenue',
  demonstration: 'Demonstration. This department does not exist, and neither do its records.',
  skip: 'Skip to main content',
  otherLanguage: { lang: 'es', name: 'Español' },
  nav: {
    label: 'Your account',
    signIn: 'Sign in',
    signOut: 'Sign out',
    sectionsLabel: 'Tax account',
    sections: {
      home: 'Home',
      transcripts: 'Transcripts',
      payments: 'Payments',
      filings: 'Returns',
      letters: 'Notices',
      profile: 'Profile',
    },
  },
  footer: {
    about: 'A made-up agency that shows how a relying party works with Signet. No one’s real taxes are here.',
    session: 'For your safety, we sign you out after 15 minutes without activity.',
  },

  form: {
    errorPrefix: 'Error: ',
    problems: 'There is a problem',
    back: 'Back',
    change: 'Change',
  },

  clock: {
    title: 'Are you still there?',
    text: 'In two minutes we will sign you out, to protect your records.',
    stay: 'Stay signed in',
  },

  home: {
    title: 'Your tax account, in one place',
    lead: 'See where your refund is, what you owe and what is on file, at any hour.',
    signIn: 'Sign in with Signet',
    continue: 'Go to your tax account',
    signInNote:
      'New to Signet? You will make an account and prove who you are on the way. It takes about 10 minutes, once.',
    refund: 'Only want to know where your refund is?',
    whatTitle: 'What you can do here',
    what: [
      {
        icon: 'refund',
        title: 'Follow your refund',
        text: 'Return received, refund approved, refund sent: see which step it is at, and since when.',
      },
      {
        icon: 'transcript',
        title: 'Get a transcript',
        text: 'Your tax account for any year on file, ready to print. Personal details are masked.',
      },
      {
        icon: 'balance',
        title: 'Check your balance',
        text: 'What was assessed, what you have paid and what is left, to the cent.',
      },
    ],
    needTitle: 'What you need the first time',
    need: [
      'A driver’s license, state ID or passport that is still valid',
      'Your Social Security number',
      'A mobile phone in your own name. Without one, a person reviews your case, and that takes longer',
      'A camera on your phone or computer, or photos that you can upload',
    ],
    needNote: 'After that, signing in takes seconds, and the same account works at other agencies.',
    privacyTitle: 'What we learn about you',
    privacy:
      'Signet shows you each detail before it is shared, and you decide. We use your Social Security number to find your record. Your tax records stay with us: Signet never holds them.',
  },

  account: {
    title: 'Your tax account',
    greeting: (name: string) => `Hello, ${name}`,
    details: 'On file',
    name: 'Name',
    fileNumber: 'Customer file number',
    filingStatus: 'Filing status',
    refundTitle: (year: number) => `Refund for ${year}`,
    yearsTitle: 'Your tax years',
    year: 'Tax year',
    status: 'Filing status',
    balance: 'Balance',
    transcript: 'Transcript',
    openTranscripts: (year: number) => `Transcripts for ${year}`,
    totalOwed: 'You owe',
    nothingOwed: 'You owe nothing',
    dueNote: 'All tax years together, as of today.',
    owedToYou: 'credit',
    noYears: 'No tax return of yours is on file yet.',
    signedIn: (when: string) => `Signed in through Signet on ${when}.`,
  },

  refund: {
    amount: 'Amount',
    stages: { received: 'Return received', approved: 'Refund approved', sent: 'Refund sent' },
    stageText: {
      received: 'We have your return and are checking it.',
      approved: 'Your refund is approved. We are preparing the payment.',
      sent: 'We have sent your refund.',
    },
    underWay: 'A deposit can take five days to show, a check two weeks.',
    done: 'done',
    current: 'current step',
    notYet: 'not yet',
    usually: {
      electronic: (day: string) =>
        `Most refunds are sent within 21 days after we receive the return, here by ${day}.`,
      paper: (day: string) =>
        `A refund from a return on paper takes 6 weeks or more. Look here again after ${day}.`,
    },
    longer: (day: string) =>
      `This is taking longer than usual. You do not need to do anything. If nothing has changed here by ${day}, call us at 202-555-0155.`,
    call: 'This is taking longer than usual. Call us at 202-555-0155, and we will look into it.',
    toAccount: (account: string) => `To the bank account ${account}`,
    byCheck: 'By check, to the address on file',
    tooEarly: (day: string) =>
      `Your return has arrived. Its refund can be followed here from ${day}: one day after a return is sent electronically, four weeks after one on paper.`,
    none: (year: number) => `No refund is due for ${year}.`,
    notKnownYet: (year: number) =>
      `We are still processing your return for ${year}. Until then no one can say whether a refund is due.`,
  },

  filingStatuses: {
    single: 'Single',
    'married-joint': 'Married filing jointly',
    'married-separate': 'Married filing separately',
    'head-of-household': 'Head of household',
    'surviving-spouse': 'Qualifying surviving spouse',
  },

  filings,

  letters,

  overview,

  payments,

  plans,

  professionals,

  profile,

  proofs,

  refundTool,

  staff,

  transcripts,

  ledger: {
    note: 'An amount with a minus sign lowers what is owed.',
    code: 'Code',
    explanation: 'Explanation and date',
    amount: 'Amount',
    sum: 'Account balance',
  },

  transactions: {
    '150': 'Tax return filed',
    '196': 'Interest charged for late payment',
    '276': 'Penalty for late payment of tax',
    '290': 'Additional tax assessed',
    '291': 'Tax taken off',
    '360': 'Fee for a payment plan',
    '610': 'Payment with return',
    '660': 'Estimated tax payment',
    '661': 'Estimated tax payment returned by the bank',
    '670': 'Payment',
    '671': 'Payment returned by the bank',
    '706': 'Credit from another tax year',
    '766': 'Credit to your account',
    '806': 'Credit for tax withheld',
    '826': 'Credit moved to another tax year',
    '846': 'Refund issued',
    '898': 'Refund used for another debt',
    '977': 'Amended return received',
  },

  noRecord: {
    title: 'We could not open a tax record for you',
    lead: 'You are signed in, and Signet has confirmed who you are. But we could not match you to a tax record.',
    reasonsTitle: 'The usual reasons',
    reasons: [
      'You have not filed a return with us yet.',
      'Your name changed, and our records have the earlier one.',
      'A number or date was typed wrong on an old return.',
    ],
    doTitle: 'What you can do',
    steps: [
      'If you have never filed: nothing. Your account will open by itself once your first return is processed.',
      'If you have filed before: call the records desk at 202-555-0155, or write to Records Desk, PO Box 900, Port Alder, ZZ 00012, with a copy of your latest return. Corrections take up to 10 working days.',
      'If you changed your name: tell the Social Security Administration first, then the records desk.',
    ],
    safe: 'Nothing about any record was shown, and no one was told that you tried.',
  },

  sessionMissing: {
    title: 'Sign in to see this page',
    text: 'You are not signed in, or you were away for a while and we signed you out to protect your records.',
    action: 'Sign in with Signet',
    kept: {
      title: 'Sign in to continue',
      text: 'You were away for a while, so we signed you out. What you filled in is saved for one hour, for you alone. Nothing was sent.',
    },
  },

  signedOut: {
    title: 'You are signed out',
    why: {
      all: 'You are signed out here and at Signet.',
      'only-here':
        'You are signed out here. Signet could not be reached, so you may still be signed in there. On a shared computer, close the browser.',
      away: 'You were away for a while, so we signed you out to protect your records. Nothing was lost.',
    },
    action: 'Back to the start page',
  },

  problems: {
    retry: 'Try again',
    home: 'Back to the start page',
    reference: (code: string) => `If you call us about this at 202-555-0155, say: ${code}`,
    'access-denied': {
      title: 'You came back without signing in',
      text: 'That is fine: nothing was shared with us. To see your record, sign in and share the details that we ask for. You can try again whenever you like.',
    },
    'signet-unavailable': {
      title: 'Sign-in is not working right now',
      text: 'We cannot reach Signet, which checks who you are for us. Please try again in a few minutes. Nothing is wrong with your account or your records.',
    },
    'level-too-low': {
      title: 'We need to be more certain that it is you',
      text: 'Tax records need a verified identity and a sign-in with two steps. Try again and finish every step at Signet.',
    },
    expired: {
      title: 'That sign-in was not finished',
      text: 'It took too long, was started in another browser, or the page was opened twice. You are not signed in. Start again from here.',
    },
    refused: {
      title: 'We could not sign you in',
      text: 'The answer that we got was not one that we can trust, so you are not signed in. Try again. If it happens twice, call us at 202-555-0155.',
    },
    notFound: {
      title: 'This page does not exist',
      text: 'The address may be mistyped, or the page has moved.',
    },
    fault: {
      title: 'Something went wrong on our side',
      text: 'We could not show this page. Please try again in a few minutes. Nothing was changed.',
    },
  },
};

export type Words = typeof en;
