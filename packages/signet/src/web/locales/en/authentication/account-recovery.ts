/** For people who cannot sign in: every way back, and "this was not me". */
export const recovery = (brand: string) => ({
  ask: {
    title: 'What is your email address?',
    lead: 'We will help you get back in. You lose nothing: your verified identity stays yours.',
    hint: 'Any email address of your account. We will send a code to it.',
    back: 'Sign in',
    noMailbox: 'I cannot read mail at any of my addresses',
    signedIn: 'You are signed in. You can add and remove ways to sign in under “How you sign in”.',
    blocked: (day: string) =>
      `You told us “this was not me”. Until ${day} no one can use this way to get into your account.`,
    allow: 'Allow it again',
  },
  code: {
    title: 'Check your email',
    lead: 'We sent a message to',
    body: 'If this address has an account, you will get a 6-digit code and a link. Look in spam too. If nothing new comes, use the link in the last message: it works for a day.',
    label: 'Code from the email',
    again: 'Send a new code',
    sent: 'We sent a new code, unless several went out just now. Only the newest one works.',
    change: 'Use another email address',
    expired:
      'That code was already used, or is too old. If you opened the link on another device, continue there. Otherwise send a new code',
    linkTitle: 'Get back into your account',
    linkBody: 'Press the button to continue in this browser. We will then ask for one more proof.',
    linkExpired: {
      title: 'That link does not work now',
      body: 'It was already used, or it is too old. If you used it in another tab or on another device, continue there. Nothing is wrong with your account.',
      again: 'Start again',
    },
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
        hint: 'On this or another device. You can then sign in as always.',
      },
      'saved-code': {
        label: 'A recovery code',
        hint: 'One of the ten codes that you printed or saved.',
      },
      password: { label: 'My password', hint: undefined },
      app: { label: 'My authenticator app', hint: 'It shows a 6-digit code.' },
      phone: { label: 'My phone', hint: 'We will send a code to it by text or call.' },
      proofing: {
        label: 'My license or ID, and my face',
        hint: 'You verify your identity again. About 10 minutes.',
      },
      none: { label: 'None of these', hint: 'A person will review your case.' },
    },
    session: 'You already gave your password or key. With the code from your email, that is enough.',
  },
  other: 'Use something else',
  passkey: {
    title: 'Use your passkey',
    lead: 'With a passkey you do not need to recover anything. Just sign in.',
    button: 'Sign in with a passkey',
  },
  savedCode: {
    title: 'Enter a recovery code',
    hint: 'Sixteen letters and numbers. Dashes and capital letters do not matter. Each code works once.',
    wrong: 'That code is not right or was already used. Check it, or use another one',
  },
  password: {
    title: 'Enter your password',
    wrong: 'That password is not right. Check it and try again',
  },
  app: {
    title: 'Enter the code from your app',
    hint: `Open your authenticator app and type the code for ${brand}.`,
    wrong: 'That code is not right, or was already used. Wait for the next code in the app',
  },
  phone: { title: 'Which phone can you use?' },
  rebind: {
    title: 'You are back. Set up a new way to sign in',
    lead: 'Everyone else was signed out. Your earlier ways still work until you replace or remove them.',
    titleSecond: 'Add a second step',
    keepAppTitle: 'Do you still have your authenticator app?',
    keepAppBody: 'It can stay your second step. Type the code that it shows now.',
    keepAppButton: 'Keep my app',
    leadSecond: 'One more step, so that a stolen password is not enough.',
    vault:
      'Your identity is still verified. Your verified information is still locked. To unlock it, use a recovery code that you saved, sign in with a passkey that you still have, or verify your identity again.',
    passwordTitle: 'Password and an app',
    passwordBody: 'Choose a new password. Then use the authenticator app that you have, or set up a new one.',
  },
  review: {
    title: 'Which of these do you no longer have?',
    hint: 'We will remove what you choose, so that no one who finds it can use it. If you still have all of them, choose none.',
    password: 'The password from before',
    totp: 'Your authenticator app',
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
      hint: 'An email address that you can read. We will send a code to it.',
    },
    code: {
      title: 'Check your email',
      lead: 'We sent a 6-digit code to',
      label: 'Code from the email',
      submit: 'Send my request',
    },
    opened: {
      title: 'We have your request',
      lead: 'A person will review it and write to you. Nothing of yours is lost.',
      reference: 'Your case number',
      next: 'What happens next',
      steps: (hours: number) => [
        {
          heading: 'A trained agent will contact you',
          body: 'They will ask you to show a document, and compare your face with it. Have your license, state ID or passport ready.',
        },
        {
          heading: 'We will wait to be sure',
          body: `After a yes we will wait ${hours} hours. We will write to every address of the account, so that its owner can stop a thief.`,
        },
        {
          heading: 'You will get a link',
          body: 'You can then set up new ways to sign in.',
        },
      ],
      keep: 'Save the email that we just sent you. Its link shows the status of your case.',
    },
    status: {
      title: (reference: string) => `Case ${reference}`,
      states: {
        open: 'A person has not decided yet. You do not need to do anything.',
        waiting: 'The answer is yes. We are waiting to protect your account. Then we will send you a link.',
        ready: 'We sent you a link. Look in this mailbox; the link works for 48 hours.',
        used: 'This case is closed. The link was used.',
        refused:
          'The agent could not let you in with what you showed. You can start again, with another document if you can. Another agent will decide then.',
        canceled: 'Someone who can reach the account stopped this request. You can start again.',
      },
      until: (day: string) => `We will wait until ${day}.`,
      again: 'Start again',
      ended: 'This link has expired',
      endedLead: 'A case stays here for 30 days after it is closed. You can start again.',
    },
    link: {
      title: 'Get back into your account',
      lead: 'Press the button on the device that you will use to sign in. You can then set up new ways to sign in.',
      submit: 'Continue here',
      ended: 'This link has expired',
      endedLead: 'It was already used, it is too old, or someone stopped the request.',
    },
  },
  notMe: {
    title: 'Was this not you?',
    lead: 'One of our messages told you about a change to an account. If you did not make it, stop it here.',
    does: 'When you press the button:',
    effects: {
      authenticator: ['The new way to sign in will stop working.', 'Everyone will be signed out.'],
      'sign-in': [
        'Everyone will be signed out.',
        'The password will be turned off. You can set a new one after you sign in another way or get back in.',
      ],
      recovery: [
        'The request to get back in will be stopped, and what it set up will stop working.',
        'Everyone will be signed out.',
        'If no one got in yet, no one can try this way again for 7 days. When you sign in you can allow it sooner.',
      ],
      identity: [
        'The account will be locked until a trained agent has reviewed it.',
        'Everyone will be signed out.',
      ],
      contact: ['The change of the email address will be undone.', 'Everyone will be signed out.'],
    },
    mailed: 'We will then write to every address of the account.',
    submit: 'This was not me',
    was: 'If it was you, close this page. Nothing will change.',
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
          body: 'You can get back in. Your verified identity is not lost.',
        },
      ],
      recover: 'Get back into my account',
    },
    ended: {
      title: 'This link has expired',
      lead: 'It is older than 30 days, or part of it is missing. You can still protect your account.',
      link: 'See what to do',
    },
  },
});
