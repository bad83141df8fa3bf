/** For who cannot sign in: every way back, and "this was not me". */
export const recovery = (brand: string) => ({
  ask: {
    title: 'What is your email address?',
    lead: 'We help you get back in. You lose nothing: your proven identity stays yours.',
    hint: 'Any email address of your account. We send a code to it.',
    back: 'Sign in',
    noMailbox: 'I cannot read mail at any of my addresses',
    signedIn: 'You are signed in. You can add and remove ways to sign in under “How you sign in”.',
    blocked: (day: string) =>
      `You told us “this was not me”. Until ${day} nobody can use this way to get into your account.`,
    allow: 'Allow it again',
  },
  code: {
    title: 'Check your email',
    lead: 'We sent a message to',
    body: 'If this address has an account, the message has a 6-digit code. It can take a minute to arrive; look in spam too.',
    label: 'Code from the email',
    again: 'Send a new code',
    sent: 'We sent a new code. Only the newest one works.',
    change: 'Use another email address',
    expired: 'That code has expired. Send a new one',
    blocked: (day: string) =>
      `Someone told us “this was not me”, so this way is closed until ${day}. Sign in, or choose “I cannot read mail at any of my addresses”`,
  },
  choose: {
    title: 'What do you still have?',
    hint: 'Your email is one proof. We need one more. Choose what you can use now.',
    error: 'Choose what you still have, or “None of these”',
    rungs: {
      passkey: {
        label: 'A passkey or security key',
        hint: 'On this or another device. You then sign in as always.',
      },
      'saved-code': {
        label: 'A recovery code',
        hint: 'One of the ten codes that you printed or saved.',
      },
      password: { label: 'My password', hint: undefined },
      app: { label: 'My authenticator app', hint: 'It shows a 6-digit code.' },
      phone: { label: 'My phone', hint: 'We send a code to it by text or call.' },
      proofing: {
        label: 'My license or ID, and my face',
        hint: 'You prove who you are again. About five minutes.',
      },
      none: { label: 'None of these', hint: 'A person looks at your case.' },
    },
    session: 'You gave your password or key already. With the code from your email, that is enough.',
  },
  other: 'Use something else',
  passkey: {
    title: 'Use your passkey',
    lead: 'With a passkey you do not need to recover anything. Just sign in.',
    button: 'Sign in with a passkey',
  },
  savedCode: {
    title: 'Enter a recovery code',
    hint: 'Twenty letters and numbers. Dashes and capital letters do not matter. Each code works once.',
    wrong: 'That code is not right or was used already. Check it, or use another one',
  },
  password: {
    title: 'Enter your password',
    wrong: 'That password is not right. Check it and try again',
  },
  app: {
    title: 'Enter the code from your app',
    hint: `Open your authenticator app and type the code for ${brand}.`,
    wrong: 'That code is not right, or was used already. Wait for the next code in the app',
  },
  phone: { title: 'Which phone can you use?' },
  rebind: {
    title: 'You are back. Set up a new way to sign in',
    lead: 'Everyone else was signed out. Your earlier ways still work until you replace or remove them.',
    leadSecond: 'One more step, so that a stolen password is not enough.',
    vault:
      'Your identity stays proven. Your verified information is still locked. It opens when you sign in with a way that opened it before, or when you prove who you are again.',
    passwordTitle: 'Password and an app',
    passwordBody: 'Choose a new password. Then set up an authenticator app.',
  },
  review: {
    title: 'Which of these do you no longer have?',
    hint: 'We remove what you choose, so that nobody who finds it can use it.',
    password: 'The password from before',
    totp: 'The authenticator app from before',
    passkey: (name: string) => `Passkey: ${name}`,
    phone: (last4: string) => `Codes to the phone that ends in ${last4}`,
    passkeyUnnamed: 'Passkey without a name',
    since: (day: string) => `Added ${day}`,
    submit: 'Finish',
  },
  case: {
    account: {
      title: 'Which email address did your account have?',
      hint: 'Type it as well as you remember. We do not need to reach you there.',
      back: 'Use something else',
    },
    contact: {
      title: 'Where can we write to you now?',
      hint: 'An email address that you can read. We send a code to it.',
    },
    code: {
      title: 'Check your email',
      lead: 'We sent a 6-digit code to',
      label: 'Code from the email',
      submit: 'Send my request',
    },
    opened: {
      title: 'We have your request',
      lead: 'A person will look at it and write to you. Nothing of yours is lost.',
      reference: 'Your case number',
      next: 'What happens next',
      steps: (hours: number) => [
        {
          heading: 'A trained agent contacts you',
          body: 'They ask you to show a document, and compare your face with it. Have your license, state ID or passport ready.',
        },
        {
          heading: 'We wait to be sure',
          body: `After a yes we wait ${hours} hours. We write to every address of the account, so that its owner can stop a thief.`,
        },
        {
          heading: 'You get a link',
          body: 'It lets you set up new ways to sign in.',
        },
      ],
      keep: 'Keep the email that we just sent you. Its link shows how your case goes.',
    },
    status: {
      title: (reference: string) => `Case ${reference}`,
      states: {
        open: 'A person has not decided yet. You do not need to do anything.',
        waiting: 'The answer is yes. To protect the account we wait. Then we send you a link.',
        ready: 'We sent you a link. Look in this mailbox; the link works for 48 hours.',
        used: 'This case is closed. The link was used.',
        refused:
          'The agent could not let you in with what you showed. You can ask for another look, or start again.',
        canceled: 'Someone who can reach the account stopped this request. You can start again.',
      },
      until: (day: string) => `We wait until ${day}.`,
      again: 'Start again',
      ended: 'This link has ended',
      endedLead: 'We keep a case for 30 days after it is closed. You can start again.',
    },
    link: {
      title: 'Get back into your account',
      lead: 'Press the button on the device that you will use to sign in. You then set up new ways to sign in.',
      submit: 'Go on here',
      ended: 'This link has ended',
      endedLead: 'It was used already, it is too old, or someone stopped the request.',
    },
  },
  notMe: {
    title: 'Was this not you?',
    lead: 'One of our messages told you about a change to an account. If you did not make it, stop it here.',
    does: 'When you press the button:',
    effects: {
      authenticator: ['The new way to sign in stops working.', 'Everyone is signed out.'],
      'sign-in': [
        'Everyone is signed out.',
        'The password is turned off. You set a new one after you sign in another way or get back in.',
      ],
      recovery: [
        'The request to get back in is stopped, and what it set up stops working.',
        'Everyone is signed out.',
        'If nobody got in yet, nobody can try this way again for 7 days. When you sign in you can allow it sooner.',
      ],
      identity: ['The account is locked until a trained agent has looked at it.', 'Everyone is signed out.'],
      contact: ['The change of the email address is undone.', 'Everyone is signed out.'],
    },
    mailed: 'We then write to every address of the account.',
    submit: 'This was not me',
    was: 'If it was you, close this page. Nothing changes.',
    done: {
      title: 'We stopped it',
      lead: 'It is undone, and everyone is signed out.',
      next: 'What to do now',
      steps: [
        {
          heading: 'Change the password of your mailbox',
          body: 'Someone else may read your email. Do this first.',
        },
        {
          heading: 'Sign in and look at your account',
          body: 'Remove what you do not know, and get new recovery codes.',
        },
        {
          heading: 'Cannot sign in?',
          body: 'You can get back in. Your proven identity is not lost.',
        },
      ],
      recover: 'Get back into my account',
    },
    ended: {
      title: 'This link has ended',
      lead: 'It is older than 30 days, or not whole. You can still protect your account.',
      link: 'See what to do',
    },
  },
});
