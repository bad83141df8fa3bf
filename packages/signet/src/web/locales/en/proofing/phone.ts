/** The phone account: its number, and the code that is texted to it. */
export const phone = {
  phone: {
    title: 'What is your mobile phone number?',
    hint: 'A phone in your own name is a second proof. We will text you a code. For example: 202 555 0101',
    already: (last4: string) => `You gave the number that ends in ${last4}. To use it, leave this empty.`,
    noticeShort: 'Your phone company may charge for the text.',
    noticeTitle: 'Why we ask, and what we store',
    notice: [
      {
        term: 'What for',
        value:
          'A phone in your name is a second proof, in addition to your document. We ask the phone company if it is yours, and if its SIM card was just changed.',
      },
      {
        term: 'What we keep',
        value:
          'We will delete the number as soon as your case is decided. Before that, we will text you that your identity was verified. No agency will get the number.',
      },
      { term: 'What it costs', value: 'We charge nothing. Your phone company may charge for text messages.' },
    ],
    submit: 'Text me a code',
    noneTitle: 'No phone in your own name?',
    noneBody: (days: number) =>
      `Continue without one. A trained person will then review your case, within ${days} days. Have another ID with your picture ready: a passport, or a tribal, school or work ID.`,
    none: 'I do not have a phone in my name',
    errors: {
      empty: 'Enter your mobile phone number',
      'not-a-phone-number': 'Enter a phone number with its area code, for example 202 555 0101',
      'has-an-extension': 'Enter a phone number of your own, without an extension',
      'gets-no-texts': 'That number gets no text messages. Enter a mobile number',
      fictional: 'That number is reserved for films and examples. Enter your own mobile phone number',
      'not-for-sandbox':
        'Do not type a real number in the sandbox. Made-up numbers have 555-01 in the middle, for example 202 555 0101',
    },
  },
  phoneCode: {
    title: 'Enter the code from the text message',
    sentTo: (last4: string) =>
      `We sent a code of 6 digits to the number that ends in ${last4}. It works for 10 minutes, once.`,
    never: 'Never tell anyone this code. We will not call you and ask for it.',
    submit: 'Continue',
    again: 'Send a new code',
    change: 'Use another number',
    sentTitle: 'We sent a new code',
    sentBody: 'Only the newest code works.',
    errors: {
      'not-a-code': 'Enter the 6 digits of the code',
      wrong: 'That is not the code we sent. Check it, or ask for a new one below',
      expired: 'That code is too old. Ask for a new one below',
    },
    tooManyTries: (hours: number) =>
      hours <= 1
        ? 'There were too many wrong codes. Try again in about 1 hour, or continue without a phone: use the link to another number below'
        : `There were too many wrong codes. Try again in about ${hours} hours, or continue without a phone: use the link to another number below`,
    tooSoon: 'We just sent a code. Give it half a minute to arrive, then ask again',
    tooManyTexts: (hours: number) =>
      hours <= 1
        ? 'We sent as many codes as we may today. Try again in about 1 hour. Nothing is lost'
        : `We sent as many codes as we may today. Try again in about ${hours} hours. Nothing is lost`,
  },
};
