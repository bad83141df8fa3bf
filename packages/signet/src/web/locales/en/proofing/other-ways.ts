/** For whoever lacks something, or is in another situation than most: what works, how long it takes, and who helps. */
export const otherWays = {
  title: 'What is different for you?',
  lead: 'Choose what fits. We tell you what works, how long it takes, and who can help.',
  choose: 'Something else is different for me',
  /** `when`: where there are several cases, when each is theirs. `also`: what else to know. */
  situations: {
    'none-of-these': {
      choice: 'I have no license, ID card or passport',
      title: 'You have no license, ID card or passport',
      lead: 'Without one of these we cannot prove online who you are.',
      when: [],
      also: [
        'Your state’s motor vehicle office gives ID cards to people who do not drive, too. It can take a few weeks. With it you can finish here in about 10 minutes.',
      ],
    },
    'mobile-license': {
      choice: 'My license is on my phone',
      title: 'Your license is on your phone',
      lead: 'We cannot check a license on a phone yet. Use the plastic license, if you have it.',
      when: [],
      also: [],
    },
    'no-number': {
      choice: 'I have no Social Security number, or do not want to give it',
      title: 'You have no number, or do not want to give it',
      lead: 'That is your right, and it does not count against you. But without a number you cannot finish online.',
      when: [],
      also: [],
    },
    itin: {
      choice: 'I have an ITIN',
      title: 'You have a taxpayer number (ITIN)',
      lead: 'Type it where we ask for the Social Security number.',
      when: [],
      also: [],
    },
    'no-phone': {
      choice: 'I have no phone in my own name',
      title: 'You have no phone in your own name',
      lead: 'When we ask for a phone, choose “I do not have a phone in my name”.',
      when: [],
      also: [],
    },
    'no-camera': {
      choice: 'I have no camera, or cannot take the photos',
      title: 'You cannot take the photos',
      lead: 'Another camera or another person can take them.',
      when: ['You can use another phone', 'Someone takes the photos for you'],
      also: [],
    },
    'no-face-check': {
      choice: 'I do not want a face check',
      title: 'You do not want a face check',
      lead: 'That is your right, and it does not count against you. We will not look at your face.',
      when: [],
      also: [],
    },
    'no-address': {
      choice: 'I have no address, or get no mail',
      title: 'You have no address, or get no mail',
      lead: 'You do not need mail for this. Only people who do not want a face check get a letter.',
      when: [],
      also: ['The address on your ID may be an old one.'],
    },
    'name-changed': {
      choice: 'My name has changed',
      title: 'Your name has changed',
      lead: 'We compare your ID with your Social Security record.',
      when: ['Both show the same name, old or new', 'They show different names'],
      also: ['It is faster to have the old record changed first. Ask the office that keeps it.'],
    },
    abroad: {
      choice: 'I serve in the military abroad, or live abroad',
      title: 'You serve or live abroad',
      lead: 'You can do this from any place with internet.',
      when: ['You have a U.S. mobile phone in your name', 'You do not have one'],
      also: [],
    },
    child: {
      choice: 'I am under 18, or this is for my child',
      title: 'You are under 18, or this is for your child',
      lead: 'From age 13 on, young people can do this with their own ID. A parent may sit beside them.',
      when: ['Age 13 to 17', 'Under 13'],
      also: [],
    },
    helper: {
      choice: 'Someone is helping me',
      title: 'Someone is helping you',
      lead: 'That is fine. They may read to you, hold the camera, or take the photos with their phone.',
      when: [],
      also: ['The face must be yours. Do not tell your password or a code to anyone, not even to a helper.'],
    },
  },
  /** Refused for good. */
  notHere: {
    title: 'Other ways to get what you need',
    lead: 'We cannot do this online.',
    when: [],
    also: [],
  },
  ways: {
    headings: {
      now: 'Online, now',
      person: 'Online, and a trained person reviews it',
      letter: 'Online, and a letter',
    },
    /** How long, by what is waited for. */
    now: 'It takes about 10 minutes.',
    send: 'You send everything in about 10 minutes.',
    person: (days: number) =>
      `A trained person will review it within ${days} days. We will email you the answer.`,
    letter:
      'Then we will mail a code to the address on your ID. That takes about a week within the 48 states, and up to three weeks elsewhere.',
    photos: {
      'another-phone':
        'On the photo page, choose to use your phone and scan the code. That phone does not sign in. It may be a helper’s.',
      file: 'They send you the photos, and you choose them as files.',
    },
    documents: (all: string) => `You need one of these: ${all}.`,
    ready: {
      'no-phone': 'Have another ID with your picture ready, such as a tribal, school or work ID.',
      'taxpayer-number': 'Have the letter ready in which you got your ITIN.',
    },
    notOnline: 'We cannot do this online. Ask the agency, below.',
    start: 'Continue',
  },
  missing: {
    'a-document': {
      heading: 'Do you have one of these?',
      body: 'A driver’s license, a state ID card, a passport book or a passport card, not expired. Then you can finish here in about 10 minutes.',
    },
    'a-number': {
      heading: 'Do you have an ITIN?',
      body: 'Type it in place of the Social Security number. Then you can finish online, and a trained person reviews it.',
    },
    'a-camera': { heading: 'Can you use another phone?', body: 'It can take the photos for you.' },
    mail: { heading: 'Does mail reach you?', body: 'Then a letter can take the place of the face check.' },
  },
  getCard: 'Get a state ID card',
  letter: { heading: 'Get a letter instead of a face check' },
  agency: {
    heading: 'Ask the agency',
    headingFor: (agency: string) => `Ask ${agency}`,
    body: 'Ask how else you can get what you came for: by phone, by mail or in person.',
  },
  back: 'Go back',
};
