/** Letters that a person asks for, to show to others. Their names are with the notices, in `letters.kinds`. */
export const proofs = {
  title: 'Ask for a letter',
  lead: 'A letter that you can show to a bank, a landlord or a school. It says what we have on file today and does not change later. Your name and numbers are masked on it; amounts and days are shown.',
  kind: 'What should the letter say?',
  kinds: {
    'balance-proof': 'What you owe for one tax year, or that you owe nothing.',
    'filing-proof': 'That we received your return for one tax year, and on which day.',
  },
  year: 'For which tax year?',
  noReturn: 'No return on file',
  write: 'Write the letter',
  problems: {
    kind: 'Choose what the letter should say.',
    year: 'Choose a tax year.',
    'no-return': {
      'balance-proof': (year: number) =>
        `We have no return from you for ${year}, so there is no balance to write about. Choose another year.`,
      'filing-proof': (year: number) =>
        `We have no return from you for ${year}, so we cannot write that we received one. Choose another year.`,
    },
    'not-processed': (year: number) =>
      `We have your return for ${year} but have not processed it yet, so we cannot say what you owe. Ask again once it is processed. You can have a proof of filing now.`,
  },
  instead: 'A verification of non-filing says that we have no return from you.',
  nonFiling: (year: number) => `Verification of non-filing for ${year}`,
  forYear: (year: number) => `Ask for a letter about ${year}`,
  wantLetter: 'Do you only need to show what you owe, or that you filed?',
  written: (day: string) => `Written ${day}`,
  writtenOn: 'Written on',
  owedAmount: 'Amount owed',
  owed: (day: string, money: string, year: number) => `On ${day}, ${money} was owed for tax year ${year}.`,
  nothingOwed: (day: string, year: number) => `On ${day}, nothing was owed for tax year ${year}.`,
  received: (day: string, year: number) => `We received the tax return for tax year ${year} on ${day}.`,
  limits: {
    'balance-proof': 'This letter counts every charge and payment that was posted by that day.',
    'filing-proof': 'This letter says that the return arrived. It does not say that the return is correct.',
  },
  kept: 'You can find this letter again under Notices.',
};
