import { otherWays } from './other-ways.ts';
import { reasons } from './reasons.ts';

/** How a proofing can end, why, and what a person can do then. */
export const decisions = (brand: string) => ({
  verified: {
    title: 'Your identity is verified',
    lead: 'You are done, and you will not have to do this again.',
    brief: 'You will not have to do this again. We deleted your photos, and emailed you a confirmation.',
    points: [
      `Every agency that uses ${brand} can rely on it. You decide what each one may see.`,
      'We deleted your photos.',
      'We emailed you a confirmation.',
    ],
    toAgency: (agency: string) => `Continue to ${agency}`,
    nextAtAgency: (agency: string) => `Next, you decide what ${agency} may see.`,
    toAccount: 'Go to your account',
  },
  again: {
    lead: 'Nothing is lost. We need just this once more:',
    titles: {
      choose: 'Please use another license, ID or passport',
      consent: 'We need your answer about the face check again',
      selfie: 'We need another photo of your face',
      ssn: 'Please check your Social Security number',
      phone: 'We need another phone',
      'phone-code': 'We need the code from the text message again',
    },
    /** `part`: what is photographed, as it is called where answers are checked. */
    titleOfPhoto: (part: string) => `We need another photo: ${part.charAt(0).toLowerCase()}${part.slice(1)}`,
    buttons: {
      choose: 'Choose again',
      consent: 'Go to the question',
      front: 'Take another photo',
      back: 'Take another photo',
      'data-page': 'Take another photo',
      selfie: 'Take another photo',
      ssn: 'Enter the number again',
      phone: 'Use another phone',
      'phone-code': 'Enter the code',
    },
    poorToo: 'We looked at your other photos, too. We also need another one of:',
    other: 'See other ways',
  },
  person: {
    title: 'A trained person will review your case',
    lead: 'The computer could not decide by itself. This happens to many people. It does not mean that you did anything wrong.',
    case: 'Your case number',
    codeAlt: (reference: string) => `QR code of your case number, ${reference}`,
    printHint: 'To have it on paper, use your browser’s print command.',
    keep: 'Save this number. It is also in the email that we sent you.',
    why: 'Why',
    next: 'What happens next',
    steps: (days: number) => [
      { heading: 'A trained person will review what you sent', body: `This will take ${days} days at most.` },
      { heading: 'We will email you the answer', body: 'You do not have to wait here.' },
      {
        heading: 'We will delete your photos',
        body: 'When your case is decided, and in any case when that time is over.',
      },
    ],
    faster: 'What else you can do',
    restart:
      'Do you have a newer document, or can you take better photos? Stop and delete this case, then start again.',
    withCamera:
      'With a camera you can have the answer today: on a phone or a computer that has one. Stop and delete this case, start again, and show your face to the camera.',
    redress: 'If you think this is wrong',
  },
  pending: {
    title: 'We are still waiting for an answer',
    lead: 'We have not heard back from an office that has records about you. You did nothing wrong, and nothing is lost.',
    /** Which office does not answer. */
    silent: {
      'motor-vehicles':
        'The office that issues driver’s licenses and state IDs is not answering us. You did nothing wrong, and nothing is lost.',
      'passport-office':
        'The office that issues passports is not answering us. You did nothing wrong, and nothing is lost.',
      'social-security':
        'The office that keeps Social Security numbers is not answering us. You did nothing wrong, and nothing is lost.',
      'phone-carrier': 'The phone company is not answering us. You did nothing wrong, and nothing is lost.',
    },
    /** Which office does not take our question as we wrote it. */
    refused: {
      'motor-vehicles':
        'We made a mistake when we asked the office that issues driver’s licenses and state IDs. We are looking into it. It does not count against you, and you do not need to do anything.',
      'passport-office':
        'We made a mistake when we asked the office that issues passports. We are looking into it. It does not count against you, and you do not need to do anything.',
      'social-security':
        'We made a mistake when we asked the office that keeps Social Security numbers. We are looking into it. It does not count against you, and you do not need to do anything.',
      'phone-carrier':
        'We made a mistake when we asked the phone company. We are looking into it. It does not count against you, and you do not need to do anything.',
    },
    tryAt: 'Next time we ask:',
    tryNow: 'We are asking again now.',
    next: 'We will keep asking, and email you when we know more. That may take a few days.',
    leave: 'You can close this page.',
    look: 'Look again now',
  },
  refused: {
    title: 'We could not verify your identity this time',
    lead: 'It does not mean that you did anything wrong. What you sent is deleted.',
    why: 'Why',
    next: 'What you can do',
    again: 'Start again',
    signInThere: 'Sign out, and sign in to that account',
    otherWays: 'See other ways',
    redress: 'If you think this is wrong',
  },
  reasons,
  /** In the sandbox a real license is the usual cause. */
  sandboxCard: 'The sandbox takes only its own sample documents. Get sample photos and send those.',
  otherWays,
  redress: {
    title: 'If you think this is wrong',
    lead: 'You have the right to another review. No one may hold it against you.',
    ways: {
      waiting: {
        heading: 'A trained person will review your case',
        body: 'You do not have to ask. We will email you the answer.',
      },
      again: {
        heading: 'Ask for another review',
        body: 'Start again. If the computer cannot decide, a trained person will review your new case.',
      },
      records: {
        heading: 'Have a record corrected',
        body: 'If the record of your license, ID or passport or your Social Security record is wrong or old, ask the office that issued it to correct it. Then start again.',
      },
      agency: {
        heading: 'Ask the agency for another way',
        body: `By mail, by phone or in person. Your rights there do not depend on ${brand}.`,
      },
      notMe: {
        heading: 'Did someone use your name or number?',
        body: 'Tell us at once.',
      },
    },
    notMeLink: 'Report it',
    case: 'Your case number',
    back: 'Go back',
  },
});
