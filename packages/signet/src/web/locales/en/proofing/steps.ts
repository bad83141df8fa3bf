import { atStart } from '../../../../kernel/index.ts';
import { recovery } from './account-recovery.ts';
import { documentPhotos } from './document-photos.ts';
import { letter } from './letter.ts';
import { liveSelfie } from './live-selfie.ts';
import { decisions } from './outcome.ts';
import { phone } from './phone.ts';
import { phoneCapture } from './phone-capture.ts';
import { photoProblems } from './photo-problems.ts';
import { sandbox } from './sandbox.ts';

/** Proving who you are, page by page. `decisions` has the words of its ends. */
export const proofing = (brand: string) => ({
  ...decisions(brand),
  ...phone,
  ...letter,
  recovery,
  liveSelfie,
  phoneCapture: phoneCapture(brand),
  sections: {
    ready: 'Get ready',
    document: 'Your document',
    face: 'Your face',
    phone: 'Your phone',
    send: 'Check and send',
  },
  stopLink: 'Stop and delete everything',
  backToAgency: (agency: string) => `Go back to ${agency} without this`,
  backOnceDecided: (agency: string) => `Go back to ${agency}`,
  sandbox,
  start: {
    journey: 'Prove who you are',
    lead: `You do this once. After that, every agency that uses ${brand} can rely on it. It takes about 10 minutes.`,
    leadFor: (agency: string) =>
      `${atStart(agency)} needs to confirm your identity before it shows your records. You do this once. It takes about 10 minutes.`,
    needTitle: 'What else you need',
    need: [
      'A camera: on this device, or on your phone.',
      'Your Social Security number. You do not need the Social Security card.',
      'A mobile phone in your own name, to get a text message. If you have none, a person will review your case.',
    ],
    missing: 'I do not have all of these, or something is different for me',
    keepTitle: 'What happens to what you send',
    keep: (days: number) => [
      `We lock your photos while we check them, and will delete them as soon as your case is decided. If a trained person must review it, we will store them for ${days} days at most.`,
      'When you are done, we lock your number with a key that only you have.',
      'No agency will get your photos.',
      'You can stop at any step and delete everything.',
    ],
  },
  choose: {
    title: 'What do you have with you?',
    hint: 'Choose one. You will take a photo of it in a moment.',
    choices: {
      license: { label: 'Driver’s license', hint: 'From any state or from Canada, not expired' },
      'state-id': {
        label: 'State ID card',
        hint: 'Also called non-driver ID. From any state, not expired',
      },
      passport: { label: 'Passport book', hint: 'The page with your picture, not expired' },
      'passport-card': { label: 'Passport card', hint: 'Both sides, not expired' },
      'mobile-license': { label: 'Driver’s license on my phone', hint: 'We show you what works instead' },
      'none-of-these': { label: 'None of these', hint: 'We show you what works instead' },
    },
    error: 'Choose what you have with you',
  },
  consent: {
    title: 'May we compare your face with your document?',
    lead: 'We will not compare anything before you agree.',
    /** `byMail`: a letter may take its place. */
    parts: (days: number, byMail: boolean) => [
      {
        heading: 'What we do',
        body: 'A computer compares the picture on your document with photos of your face. It also checks that they show a real, live person: with a camera, we ask you to move your head.',
      },
      {
        heading: 'Why',
        body: 'So that no one who finds or steals your document can pretend to be you.',
      },
      {
        heading: 'What we keep, and for how long',
        body: `To compare, the computer turns each face into numbers. We never store these numbers. We will delete the photos as soon as your case is decided. If a trained person must review it, we will store them, locked, for ${days} days at most.`,
      },
      {
        heading: 'You may say no',
        body: `${byMail ? 'Then we mail a code to the address on your ID instead, and no photo of your face is needed. ' : 'Then we show you other ways. '}You may also change your mind later: press “Stop and delete everything” on any page.`,
      },
    ],
    refuse: 'I do not agree. Show me other ways',
    policy: 'Read the whole policy',
    agree: `I agree that ${brand} compares my face with the picture on my document`,
    error: 'Tick the box if you agree. If you do not agree, choose another way',
  },
  photo: {
    documents: documentPhotos,
    selfie: {
      row: 'Your face',
      tips: [
        'Look straight at the camera, at eye level.',
        'Face a window or a lamp.',
        'Take off your hat and sunglasses. Be alone in the picture.',
        'Someone may hold the camera for you.',
      ],
      alt: 'Your photo of your face',
    },
    /** Where the person had chosen the other of two cards. */
    corrected: {
      license:
        'Your document is a driver’s license. We changed your choice to that. You do not have to send anything again.',
      'state-id':
        'Your document is a state ID card. We changed your choice to that. You do not have to send anything again.',
    },
    fromFile: {
      title: 'No camera, or cannot do the movements?',
      lead: (days: number) =>
        `Send a photo from a file. A file does not show that you are here now, so a trained person will compare it with your document. That can take up to ${days} days. We will email you.`,
      label: 'Photo of your face',
    },
    submit: 'Send this photo',
    otherDocument: 'Choose another document',
    example: 'A good picture',
    cannot: 'I cannot take this photo',
    missing: 'Take a photo, or choose one from this device',
    sentTitle: 'You sent this photo already',
    sentBody: 'You can use it, or send another one above.',
    keep: 'Use this photo',
    poorTitle: 'We need another photo',
    anywayTitle: 'Is this the best photo you can take?',
    anywayBody: (days: number) =>
      `You may use it as it is. If we cannot read it, a trained person will review it. That can take up to ${days} days. We will email you.`,
    anyway: 'Use this photo anyway',
    refusals: {
      empty: 'That file is empty. Take the photo again, or choose another one',
      'too-large': 'That photo is larger than 15 MB. Take it with the camera button, or choose a smaller one',
      'too-many-pixels':
        'That photo has more than 40 million pixels. Take it with the camera button, or set your camera to a smaller size',
      'too-small':
        'That photo is too small to read. Send the first photo as the camera took it, not a screenshot or a copy from a chat',
      heic: 'We cannot open HEIC photos. Take the photo with the camera button on this page. Or, on an iPhone, open Settings → Camera → Formats, choose “Most Compatible”, and take it again',
      pdf: 'That is a PDF file, not a photo. Take a photo, or choose a JPEG or PNG file',
      'not-an-image': 'That file is not a photo that we can open. Choose a JPEG, PNG or WebP photo',
      'too-many-waiting': 'Your other photos are still being read. Wait a moment, then send this one again',
      broken: 'That photo is damaged or was cut off on the way. Take it again, or choose another one',
    },
    problems: photoProblems,
    tooMany:
      'You have sent the most photos that we can take at one time. Stop and delete everything below, then start again',
  },
  ssn: {
    title: 'What is your Social Security number?',
    hint: 'It has 9 digits. Dashes are fine. If you have a taxpayer number (ITIN) instead, type that.',
    already: (last4: string) => `You gave the number that ends in ${last4}. To use it, leave this empty.`,
    noticeShort:
      'We use it to find your records, and check it with the office that has them. You do not have to give it.',
    noticeTitle: 'Why we ask, and what we store',
    notice: [
      {
        term: 'What for',
        value:
          'To find your records, and to check the number with the office that has them. Knowing the number does not prove who you are.',
      },
      {
        term: 'If it is an ITIN',
        value:
          'We check everything else, and a trained person reviews the number. We will email you the answer.',
      },
      {
        term: 'Your choice',
        value: 'You do not have to give it. Without it you cannot finish here, but there are other ways.',
      },
      {
        term: 'What we keep',
        value:
          'If you are verified, we lock it with a key that only you have. An agency will get it only if it is allowed to have it and you agree. If you stop, we will delete it.',
      },
    ],
    refuse: 'I do not have a number, or do not want to give it',
    errors: {
      empty: 'Enter your Social Security number',
      'not-nine-digits': 'Enter all 9 digits of your Social Security number',
      itin: 'In the sandbox, do not type a taxpayer number (ITIN) that could be a person’s own. A made-up one has 93 in the middle, like 912-93-4471',
      'never-issued': 'No one was ever given that number. Check it and type it again',
      'not-for-sandbox':
        'Do not type a real number in the sandbox. Made-up numbers start with 666 or with 900 to 999',
    },
  },
  check: {
    title: 'Check your answers',
    lead: 'You can still change everything. When you send it, we compare your face and ask the offices that have your records.',
    leadByLetter:
      'You can still change everything. When you send it, we ask the offices that have your records. We do not look at your face.',
    leadByLetterNoPhone:
      'You can still change everything. When you send it, we ask the offices that have your records. Without a phone in your own name a trained person must review your case before we can mail a code. With one, no person has to.',
    document: 'What you have',
    youChose: (chosen: string) => `You had chosen: ${chosen}`,
    consent: 'Face check',
    consented: 'You agreed',
    byLetter: 'None. We will mail you a code',
    byLetterNoPhone: 'None. A trained person reviews your case first, and then we can mail you a code',
    photo: 'Photo sent',
    poorPhoto: 'Photo sent. It may be hard to read',
    photoFromFile: 'Photo sent from a file. A person will compare it with your document',
    unseenPhoto: 'Photo sent. We will look at it when you send everything',
    ssn: 'Social Security number',
    itin: 'Taxpayer number (ITIN)',
    phone: 'Mobile phone',
    phoneConfirmed: (number: string) => `${number}, confirmed`,
    noPhone: 'No phone in your name',
    submit: 'Send and check',
    tooMany: (hours: number) =>
      hours <= 1
        ? 'You sent your answers many times today. Nothing is lost. Send them again in about 1 hour'
        : `You sent your answers many times today. Nothing is lost. Send them again in about ${hours} hours`,
  },
  checking: {
    lead: 'This usually takes less than a minute. You can close this page. We will keep working.',
    stages: {
      document: 'Reading your document',
      face: 'Comparing your face',
      records: 'Asking the offices that have the records',
      decision: 'Deciding',
    },
  },
  stop: {
    title: 'Stop and delete everything?',
    body: 'We will delete your photos, your number and all your answers right away. This cannot be undone.',
    inReview: 'The trained person who was to look at your case will not see it.',
    after: 'Your account and the way you sign in will stay. You can start again at any time.',
    yes: 'Yes, delete everything',
    no: 'No, continue',
  },
  stopped: {
    title: 'You stopped, and everything is deleted',
    body: 'Your photos, your number and your answers are gone. Your account stays.',
    again: 'Start again',
    account: 'Go to your account',
  },
});
