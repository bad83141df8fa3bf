const dayCount = (days: number) => (days === 1 ? 'one day' : `${days} days`);

/** The start page, the account page, help and policies. */
export const about = (brand: string) => ({
  home: {
    title: 'Prove who you are once',
    lead: `${brand} is one account for every agency that relies on it. You show your documents once; after that, one sign-in opens each of them.`,
    steps: [
      {
        heading: 'Make an account',
        body: 'With an email address and a passkey, or a password and an authenticator app.',
      },
      {
        heading: 'Show who you are',
        body: 'A photo of your driver’s license, state ID or passport, a photo of your face (or a code by mail instead), your Social Security number, and a mobile phone in your own name. About 10 minutes.',
      },
      {
        heading: 'Go to any agency',
        body: 'You decide what each one may see. Your information is locked with a key that only you have: not even we can open it without you.',
      },
    ],
    agencies: `Agencies that use ${brand}`,
  },
  help: {
    title: 'Help',
    lead: 'Find what happened, and what to do. Most of it you can do by yourself, now. Where a person must help, we say so.',
    agencies: 'You want to talk to an agency',
    agenciesBody: 'An agency can help you by phone, by mail or in person, also without an account here.',
    agenciesPage: {
      title: 'Phone numbers and addresses of agencies',
      lead: 'You can always ask the agency itself. It can help you without an account here.',
    },
    topics: [
      {
        question: 'I lost my phone or my passkey',
        answer:
          'If you have a password, sign in with it. When we ask for the code, choose “Use a recovery code instead”. Then set up a new app or passkey in your account. If you have no password, get back in with your email and a recovery code. Your proven identity is not lost.',
        link: { href: '/recover', text: 'Get back into my account' },
      },
      {
        question: 'I forgot my password',
        answer:
          'If you have a passkey, sign in with it. Then open your account and choose a new password. If you have none, we will send a code to your email and ask for one more thing, such as a recovery code. Then you choose a new password. Your proven identity is not lost.',
        link: { href: '/recover', text: 'Get a new password' },
      },
      {
        question: 'I cannot sign in at all',
        answer:
          'You can get back in. We will send a code to your email. With it you need one more thing: a recovery code, your password, your app, your phone, or your ID and your face. If you have none of these, a person will review your case. Your proven identity is not lost.',
        link: { href: '/recover', text: 'Get back into my account' },
      },
      {
        question: 'My verified information is locked',
        answer:
          'This can happen after you get back into your account, or with a passkey on another device. Your identity is still verified. Open the information with a recovery code that you saved, or with a password or passkey from before. If you have none of these, verify your identity again.',
        link: { href: '/account/data', text: 'Open my verified information' },
      },
      {
        question: 'My photo was not accepted',
        answer:
          'Put the license on a dark, plain table. Use daylight, no flash. Fill the frame and hold still. You can use the camera or choose a photo.',
      },
      {
        question: 'I was told that a person needs to review my case',
        answer:
          'Save the case number from the page or the email. Nothing is lost: a trained agent will review what you sent, and we will email you the answer. You may ask for another review.',
      },
      {
        question: 'I do not have a license, a camera or a phone',
        answer:
          'On the page “What do you have with you?”, choose what fits. Where a page cannot help, it says what would, and how long it takes.',
      },
      {
        question: 'Someone used my information',
        answer:
          'Did you get an email about a sign-in or a proof of identity that was not yours? Follow the steps under “This was not me” now.',
        link: { href: '/not-me', text: 'This was not me' },
      },
    ],
  },
  notMe: {
    title: 'This was not me',
    lead: 'You did the right thing by checking. Here is how to stop someone else.',
    steps: [
      {
        heading: 'Sign in and sign everyone else out',
        body: 'If you have a password, change it: that signs out everyone else. If you have none, open “Devices” in your account and sign out everywhere else.',
      },
      {
        heading: 'Look at how you sign in',
        body: 'Your account lists your passkeys, your app and your recovery codes. Remove what you do not know. If you use an app, set it up again. Get new recovery codes: the old ones stop working.',
      },
      {
        heading: 'Call the agency that you use this account for',
        body: 'Say which message you got and when it came. They can reach the people who run this service, who can lock the account at once. Do not reply to the message: no one reads replies. Nothing of yours is lost.',
      },
    ],
    letter: {
      heading: 'You got a letter with a code',
      lead: 'You need no account to do this.',
      steps: [
        'Does it have your name, and you did not ask for it? Someone may be trying to prove that they are you, with your ID or a picture of it. They cannot without the code: give it to no one and destroy the letter. Nothing more happens by itself.',
        'Then call an agency that uses this service, and say that someone used your ID. They can reach the people who run this service. Tell the office that issued your ID, too.',
        'Does it have another name? Do not open it. Write “Not at this address” on it and give it back to the mail carrier. Did you already open it? Close it and do the same. The code works only for the person who asked for it.',
      ],
    },
  },
  privacy: {
    title: 'Privacy and biometrics policy',
    lead: 'What we store, for how long, and how to have it deleted.',
    contents: 'On this page',
    sections: ({
      reviewDays,
      deletionDays,
    }: {
      readonly reviewDays: number;
      readonly deletionDays: number;
    }) => [
      {
        heading: 'Your photos and your face',
        body: [
          'We compare the portrait on your document with the photo of your face only after you agree to it. The comparison makes a set of numbers in memory; it is never stored.',
          'You may say no to it. With a driver’s license or a state ID, a code that we mail to your address can take its place, where this service mails letters. Then the photos of your ID are deleted when the letter leaves. What we read from your ID stays locked until you type the code: for 21 days, or 30 outside the 48 contiguous states. The company that prints and mails the letter gets your name, your address and the code.',
          'With a camera we look at many pictures while you move your head. We keep only those that show the movements that we asked for, with your other photos and as long as they. A photo from a file is compared by a trained person.',
          `We will delete your photos as soon as your case is decided. If a trained agent must review it, we will store them encrypted until the agent has decided, ${dayCount(reviewDays)} at most.`,
          'You can stop and delete everything at any step with “Stop and delete everything”.',
        ],
      },
      {
        heading: 'Your verified information',
        body: [
          'Your name, date of birth, address and Social Security number are sealed with a key that only your password, passkey or recovery code can open. A copy of our database opens nothing.',
          'We store a code computed from your Social Security number, so that no one can open a second account with it. The number cannot be found from that code without a key that never leaves its safe.',
        ],
      },
      {
        heading: 'See, take and delete your data',
        body: [
          'Your account has a section “Your data”. There you see what you proved, download everything that we know about you, and delete your account.',
          `After you ask to delete it, your account waits for ${dayCount(deletionDays)} in which you can change your mind. Then everything about you is deleted. What happened stays in our log, without anything that ties it to you, and you get a link that proves the deletion.`,
        ],
      },
      {
        heading: 'Why we ask for your Social Security number',
        body: [
          'It ties your proven identity to the records of agencies that use it, such as a tax agency. You may decide not to give it; then agencies that need it cannot find your records this way. Knowing the number alone never proves who you are.',
        ],
      },
      {
        heading: 'Why we ask for your phone',
        body: [
          'A phone account in your name is a second proof. We ask the phone company whether the number is yours and whether its SIM card was just changed, and we will text you a code. We will delete the number as soon as your case is decided, and no agency will get it. You may continue without a phone; then a trained agent will review your case.',
        ],
      },
      {
        heading: 'What agencies get',
        body: [
          'Only what you agreed to on the page that lists it. Each agency knows you by a different identifier. You can see and end each connection in your account.',
        ],
      },
      {
        heading: 'How good the automatic checks are',
        body: [
          'The face, liveness and document checks in this software have not been tested by an independent laboratory for this deployment. Outside the sandbox they count only where the operator has filed measured error rates.',
        ],
      },
    ],
  },
  trust: {
    title: 'How identity is proven here',
    lead: `This address names the rules under which ${brand}’s statements about people are made.`,
    sandbox:
      'This is a sandbox. Its people, documents and records are made up. Never rely on what it states about a person.',
    real: 'The rules follow NIST SP 800-63-4. Which of them are met, and by which test, is listed in the documentation (docs/controls.md). No one has assessed this deployment.',
  },
});
