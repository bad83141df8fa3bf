/** Letting a tax professional see a part of one's records. */
export const professionals = {
  title: 'Tax professionals',
  lead: 'You can let a tax professional see a part of your records for a time. You choose which part, and you can end it at any moment.',
  none: 'No one is authorized now.',
  start: 'Authorize a tax professional',
  scope:
    'In this demonstration professionals have no site of their own: what you allow here is recorded, and no one uses it.',
  nameOf: (name: string, number: string) => `${name}, ${number}`,
  states: { running: 'Active', ended: 'Ended', over: 'Expired' },
  scopes: {
    transcripts: {
      name: 'Transcripts',
      text: 'Your returns, accounts, wages and income. Personal details stay masked.',
    },
    notices: { name: 'Notices', text: 'What we wrote to you.' },
    payments: { name: 'Payments', text: 'What you paid and when. No bank account numbers.' },
  },
  period: (from: string, until: string) => `${from} to ${until}`,
  endedOn: (day: string) => `Ended on ${day}`,
  end: 'End now',
  done: {
    given: 'The tax professional is authorized. A notice says so in your account.',
    ended: 'The authorization has ended. It no longer lets anyone see anything.',
  },
  form: {
    title: 'Authorize a tax professional',
    number: 'Professional number',
    numberHint: 'The letter P and eight digits. Ask your tax professional. In this demonstration: P20000017.',
    years: 'For which tax years?',
    scopes: 'What may they see?',
    until: 'Until which day?',
    untilHint: 'That day included, at most a year from today.',
    next: 'Check it',
    nothing: 'There is nothing on file that a professional could see yet.',
  },
  check: {
    title: 'Check whom you authorize',
    lead: 'Make sure that this is your tax professional. If the name is wrong, go back and check the number.',
    confirm: 'Authorize',
  },
  facts: { who: 'Tax professional', city: 'City', years: 'Tax years', scopes: 'May see', until: 'Until' },
  problems: {
    number: 'Enter the letter P and eight digits, like P20000017',
    years: 'Choose at least one tax year',
    scopes: 'Choose at least one kind of record',
    until: 'Enter the last day on which they may see it',
    unknown: 'No tax professional has this number. Check each digit',
    day: (from: string, to: string) => `Choose a day from ${from} to ${to}`,
  },
};
