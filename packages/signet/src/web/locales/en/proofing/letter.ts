/** The code of a letter in place of the face check: the page that offers it, and the page where its code is typed. */
export const letter = {
  letterOffer: {
    title: 'Get a letter instead of a face check',
    lead: 'You do not have to let us compare your face. That does not count against you. We can mail a code to the address on your ID instead.',
    howTitle: 'How it works',
    how: [
      'You send photos of your ID, your number and the number of a mobile phone in your own name, as everyone does. No photo of your face.',
      'If the offices that have your records confirm them, and your address, we mail you a letter.',
      'It takes about a week; to Alaska, Hawaii and the territories up to two weeks; to Canada and to armed forces addresses up to three. You come back, sign in and type the code from the letter.',
    ],
    keep: (days: number) =>
      `We will delete the photos of your ID when the letter leaves. If a trained person must look at your ID first, we will store them, locked, for ${days} days at most. Until you type the code, we store what we read from your ID, locked.`,
    submit: 'Continue without a face check',
    otherwise: 'Has your address changed since you got your ID? Then the letter will not reach you.',
  },
  letter: {
    title: 'A letter is on its way to you',
    titleBefore: 'We will mail you a letter',
    field: 'Code from the letter',
    hint: '8 digits. It works once.',
    submit: 'Continue',
    leaves: (moment: string) => `It leaves on ${moment}. This is the address on your ID:`,
    stopBefore: 'Do you not get mail there? Stop the letter before it leaves.',
    sentOn: (day: string) => `We mailed it on ${day} to:`,
    until: (arrivesBy: string, day: string) =>
      `It should arrive by ${arrivesBy}. Type its code by ${day}. You can close this page and come back: sign in, and you are here again.`,
    never: 'Never tell anyone this code. We will not call you and ask for it.',
    missingTitle: 'No letter?',
    missing: 'The code in each letter works.',
    notMailed:
      'The mail service did not take the other letter that you asked for. You did nothing wrong. The code in the one before works.',
    again: 'Mail another letter',
    sentTitle: 'Another letter is on its way',
    sentBody: 'If the first one still comes, its code works, too.',
    tooSoon: (day: string) => `You can ask for another letter on ${day} or later.`,
    tooManyLetters: (day: string) =>
      `We mailed many letters to you lately. You can ask for another one on ${day}.`,
    noMore:
      'We mailed as many letters as we may. Press “Stop and delete everything” and start again with the face check, or ask the agency for another way.',
    errors: {
      'not-a-code': 'Enter the 8 digits of the code',
      wrong: (left: number) => {
        const wrong = 'That is not a code that we mailed, or it is too old.';
        if (left === 0)
          return `${wrong} That was the last try for now. Nothing is lost: you can try again tomorrow`;
        if (left === 1)
          return `${wrong} You can try 1 more time today. If that code is wrong, too, you can try again tomorrow. Nothing is lost`;
        return `${wrong} Check it. You can try ${left} more times today`;
      },
    },
    tooManyTries: (hours: number) =>
      hours <= 1
        ? 'There were too many wrong codes. Nothing is lost. Try again in about 1 hour'
        : `There were too many wrong codes. Nothing is lost. Try again in about ${hours} hours`,
  },
};

/** Why a case did not end with a letter. */
export const letterReasons = {
  'no-letter-possible': {
    why: 'We cannot mail you a letter. You did nothing wrong.',
    help: 'A trained person can compare you with your ID instead.',
  },
  'letter-not-mailed': {
    why: 'The mail service did not take our letter to you. You did nothing wrong.',
    help: 'A trained person can compare you with your ID instead: bring the ID. Or start again and choose the face check.',
  },
  'letter-not-used': {
    why: 'No code from a letter was typed while it worked.',
    help: 'Please start again. You can choose the face check or another letter.',
  },
};
