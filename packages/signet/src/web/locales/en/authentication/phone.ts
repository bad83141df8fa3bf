/** Codes by text message or call: adding a phone, and signing in with one. */
export const phones = {
  endsIn: (last4: string) => `the number that ends in ${last4}`,
  send: {
    title: 'Get a code by phone',
    text: 'Text a code to',
    call: 'Call',
    or: 'Or get a code by phone',
  },
  code: {
    titleText: 'Enter the code from the text message',
    titleCall: 'Enter the code from the call',
    texted: 'We sent a 6-digit code to',
    calling: 'We are calling',
    spoken: 'A voice says a 6-digit code, twice.',
    once: 'It works once, for 10 minutes.',
    purpose: (what: string) =>
      `The message must say that the code is to sign in to ${what}. If it says something else, someone may be trying to trick you: do not type the code.`,
    label: '6-digit code',
    submit: 'Sign in',
    confirm: 'Continue',
    againText: 'Send a new code',
    againCall: 'Call me again',
    insteadText: 'Text me instead',
    insteadCall: 'Call me instead',
    sent: 'We sent a new code. Only the newest one works.',
    called: 'We are calling you with a new code. Only the newest one works.',
    other: 'Use another way',
    wrong: 'That code is not right. Check it, or ask for a new one',
    expired: 'That code is too old or was already used. Ask for a new one',
  },
  paused: (minutes: number) =>
    minutes <= 1
      ? 'We cannot send codes to numbers like this one right now. Use another way, or try again in one minute'
      : `We cannot send codes to numbers like this one right now. Use another way, or try again in ${minutes} minutes`,
  tooMany: (minutes: number) =>
    minutes <= 1
      ? 'We already sent many codes. Wait one minute, then try again, or use another way'
      : `We already sent many codes. Wait ${minutes} minutes, then try again, or use another way`,
  changed: {
    title: 'We cannot use this phone right now',
    lead: 'The phone company says that this number got a new SIM card, or a new phone company, in the last 3 days.',
    why: 'Thieves who take over a number do this to get its codes. So we did not send a code, and we sent you an email.',
    yours: 'If it was you, nothing is wrong: codes to this phone will work again 3 days after the change.',
    notYours: 'If it was not you, call your phone company now.',
    other: 'Sign in another way',
    help: 'See what you can do',
  },
  add: {
    title: 'Get codes by phone',
    riskTitle: 'A phone number can be stolen',
    risk: 'Thieves trick phone companies into moving a number to another SIM card. Then they get your codes. A passkey cannot be stolen that way.',
    passkey: 'Use a passkey instead',
    app: 'Use an authenticator app instead',
    label: 'Your phone number',
    hint: 'With the area code, for example 202 555 0101. For a number outside the United States, begin with + and the country code.',
    cost: 'We use it only to help you sign in. Your phone company may charge you for texts and calls.',
    text: 'Text me a code',
    call: 'Call me with a code',
    back: 'Use another way',
    change: 'Use another number',
    changed:
      'The phone company says that this number got a new SIM card, or a new phone company, in the last 3 days. Thieves do that to get codes. Add this phone 3 days after the change, or use another way now',
    tooMany: 'You already have 5 phones. Change one of them',
    errors: {
      empty: 'Enter your phone number',
      'not-a-phone-number':
        'Enter a phone number with its area code, for example 202 555 0101. For a number outside the United States, begin with + and the country code',
      'has-an-extension': 'Enter a phone number of your own, without an extension',
      'costs-extra': 'Each call to that number costs extra. Enter another number',
      'toll-free': 'That is a toll-free number. Enter the number of your own phone',
      'internet-phone':
        'That is an internet phone number. It can be opened from any computer, so a code to it proves little. Enter the number of a mobile phone or a landline',
      'cannot-be-reached': 'We cannot send codes to that kind of number. Enter another number',
      'gets-no-texts': 'That number cannot get text messages. Press “Call me with a code” instead',
      'country-not-served':
        'We cannot send codes to numbers of that country. Enter a number of another country, or use another way',
      'out-of-service':
        'The phone company says that this number is not in service. Check it, or enter another',
      'no-calls-here': 'We cannot make calls. Enter a number that gets text messages',
      fictional: 'That number is reserved for films and examples. Enter your own phone number',
      'not-for-sandbox':
        'Do not type a real number in the sandbox. Made-up numbers have 555-01 in the middle, for example 202 555 0101',
    },
  },
  ways: {
    title: 'Phones',
    none: 'No phone gets codes.',
    text: 'Text messages',
    voice: 'Calls',
    off: 'Turned off after too many wrong codes. Add it again to use it.',
    added: (day: string) => `Added ${day}`,
    used: (day: string) => `last used ${day}`,
    neverUsed: 'not used yet',
    change: 'Change the number',
    add: 'Add a phone',
    needsPassword: 'A phone works only together with a password. Choose a password first.',
  },
};
