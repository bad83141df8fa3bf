import { dayIn, hostOf, type LetterWords, typedFrom } from './words.ts';

const day = dayIn('en-US');

export const englishLetters: LetterWords = {
  'mailed-code': ({ until, link, at }, service) => ({
    date: day(at, service.timeZone),
    subject: `Your code from ${service.name}`,
    paragraphs: [
      `You are proving who you are with ${service.name}, and asked for a code by mail. This is your code:`,
      `1. Go to ${hostOf(link)} and sign in.`,
      `2. Type the code. You have until ${day(until, service.timeZone)}.`,
      `Never tell anyone this code, not even someone who says they are from ${service.name} or from an agency.`,
      `If you did not ask for this letter, or it is not for you, do not use the code. You need no account to see what to do:\n${typedFrom(service.notMeUrl)}`,
    ],
  }),
};
