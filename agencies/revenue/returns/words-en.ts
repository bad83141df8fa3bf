/** What was filed, when, and what became of it; returns and documents to look at and keep. */
export const filings = {
  title: 'Returns and documents',
  lead: 'What you filed and what others reported about you, by tax year.',
  none: 'Nothing is on file for you yet.',
  year: (year: number) => `Tax year ${year}`,
  forms: { '1040': 'Tax return (Form 1040)', '1040-X': 'Amended return (Form 1040-X)' },
  by: { electronic: 'electronically', paper: 'on paper' },
  sent: (day: string, how: string) => `Sent ${how} on ${day}`,
  states: {
    rejected: (day: string) => `Sent back on ${day}`,
    received: (day: string) => `Received on ${day}. We are working on it`,
    accepted: (day: string) => `Accepted and processed on ${day}`,
    adjusting: (day: string) => `Being worked on since ${day}`,
    completed: (day: string) => `Completed on ${day}`,
  },
  change: (money: string) => `It changed your tax by ${money}.`,
  amendedNote: 'An amended return is received, then adjusted, then completed. This can take up to 16 weeks.',
  rejections: {
    'dependent-claimed-twice': 'Someone else has already claimed the same dependent.',
    'birth-date-differs': 'A birth date does not match our records.',
    'prior-year-income-differs':
      'The prior-year AGI you entered to sign your return does not match our records.',
  },
  /** What to do about each, while it is not done. */
  remedies: {
    'dependent-claimed-twice': 'Check the dependent’s number and send the return again, or send it on paper.',
    'birth-date-differs': 'Correct it and send the return again.',
    'prior-year-income-differs':
      'Find the right amount on last year’s return transcript and send the return again.',
  },
  sentAgain: {
    received: (day: string) => `You sent it again on ${day}.`,
    accepted: (day: string) =>
      `You sent it again on ${day}, and it was accepted. You do not need to do anything.`,
  },
  returnOf: 'Your return',
  documents: 'Reported about you',
  document: (kind: string, payer: string) => `${kind} from ${payer}`,
  look: 'View',
  pdf: 'PDF',
};
