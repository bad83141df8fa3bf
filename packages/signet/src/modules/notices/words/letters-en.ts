import { dayIn, hostOf, type LetterWords } from './words.ts';

const day = dayIn('en-US');

export const englishLetters: LetterWords = {
  'mailed-code': ({ until, link }, service) => ({
    subject: `Your code from ${service.name}`,
    paragraphs: [
      `You are proving who you are with ${service.name}, and asked for a letter in place of a face check. This is your code:`,
      `1. Go to ${hostOf(link)} and sign in.`,
      `2. Type the code. You have until ${day(until, service.timeZone)}.`,
      `Never tell anyone this code, not even someone who says they are from ${service.name} or from an agency.`,
      `You did not ask for this letter? Then do not use the code, and tell us at ${service.notMeUrl}.`,
    ],
  }),
};
