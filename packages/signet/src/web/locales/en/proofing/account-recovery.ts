/** Proving again who one is, to get back into an account: what differs from the first time. */
export const recovery = {
  journey: 'Get back into your account',
  otherWays: 'See what else you can do',
  ladder: {
    heading: 'Get back in another way',
    body: 'Maybe you have a saved code, an app or a phone of this account. If you have none of them, a person can review your case.',
  },
  start: {
    title: 'Prove again that it is you',
    lead: 'Show your ID and your face once more. If they are those of the person of this account, you can choose a new way to sign in. It takes about 10 minutes.',
    needTitle: 'What you need',
    need: [
      'The driver’s license or state ID card that you used before, or a newer one in the same name.',
      'A camera on this phone or computer, or photos that you already have.',
      'Your Social Security number. You do not need the Social Security card.',
      'A mobile phone in your own name. It may be a new one. If you have none, a person will review your case.',
    ],
    keep: (days: number) => [
      `We lock your photos while we check them, and will delete them as soon as your case is decided. If a trained person must review it, we will store them for ${days} days at most.`,
      'We will tell every address of your account that someone is doing this.',
      'Nothing in your account will change before you choose a new way to sign in.',
      'You can stop at any step and delete everything.',
    ],
    submit: 'Start',
    browser: 'Stay with this browser. For your safety, no other one can finish what you begin here.',
    tooMany: (hours: number) =>
      hours <= 1
        ? 'This was tried three times today. Try again in about 1 hour, or see what else you can do'
        : `This was tried three times today. Try again in about ${hours} hours, or see what else you can do`,
  },
  proven: {
    title: 'It is you',
    lead: 'Now choose a new way to sign in. Until then nothing in your account has changed.',
    points: [
      'Do this soon, in this browser. After a day you would have to prove it again.',
      'We deleted your photos.',
      'Your verified identity stays, and so does what you share with agencies.',
    ],
    submit: 'Choose a new way to sign in',
  },
  person: {
    comeBack: {
      heading: 'Come back in this browser',
      body: 'When we email you, open “I cannot sign in” again in this browser, within 3 days. No other browser can finish it.',
    },
  },
  afterStop: 'Your account stays as it is. You can still get back into it another way.',
};
