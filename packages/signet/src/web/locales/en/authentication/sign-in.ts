import { atStart } from '../../../../kernel/index.ts';

/** Account, first and second way to sign in, recovery codes, returning. */
export const signIn = (brand: string) => ({
  signIn: {
    title: 'Sign in',
    titleFresh: 'Confirm it is you',
    freshLead: (agency: string) => `${atStart(agency)} asks you to sign in again before you continue.`,
    passkey: 'Sign in with a passkey',
    passkeyHint: 'Use your fingerprint, face, screen lock or security key.',
    or: 'Or use your password',
    email: 'Email address',
    password: 'Password',
    submit: 'Sign in',
    create: 'New here?',
    createLink: 'Create an account',
    forgot: 'Forgot your password?',
    lost: 'Lost your phone or passkey?',
    lostWays: ['If you have a password, sign in with it. Then choose “Use a recovery code instead”.'],
    lostHelp: 'I cannot sign in',
    errors: {
      'does-not-match': 'That email address and password do not match. Check both and try again',
      'wrong-password': 'That password is not right. Check it and try again',
      busy: 'Many people are signing in right now. Wait a few seconds, then enter your password again',
    },
  },
  /** A field that was left empty. */
  empty: {
    email: 'Enter your email address',
    password: 'Enter your password',
    code: 'Enter the code',
    'recovery-code': 'Enter a recovery code',
  },
  /** A code that lacks something, or has too much: it was not tried. */
  notWhole: {
    code: 'Enter all 6 digits of the code',
    'recovery-code': 'Enter all 16 letters and numbers of the recovery code',
  },
  tooMany: (minutes: number) =>
    minutes <= 1
      ? 'Too many attempts. Wait one minute, then try again'
      : `Too many attempts. Wait ${minutes} minutes, then try again`,
  email: {
    title: 'What is your email address?',
    hint: 'We will send a code to it to check that it is yours. You will use it to sign in.',
    steps: ['Email', 'Password or passkey', 'Second step', 'Recovery codes'],
    have: 'Already have an account?',
    haveLink: 'Sign in',
    error: 'Enter an email address like name@example.com',
  },
  code: {
    title: 'Check your email',
    lead: 'We sent a message to',
    body: 'Type the 6-digit code from it here, or open the link in it. It can take a minute to arrive; look in spam too.',
    label: 'Code from the email',
    submit: 'Continue',
    again: 'Send a new code',
    sent: 'We sent a new code, unless several went out just now. Only the newest one works. If no new message comes, open the link in the last one: each works for a day.',
    change: 'Use another email address',
    wrong: (left: number) =>
      left === 1
        ? 'That code is not right. You can try one more time'
        : `That code is not right. You can try ${left} more times`,
    expired:
      'That code was already used, or is too old. Did you open the link on another device? Then continue there. Otherwise send a new code',
    linkTitle: 'Confirm your email address',
    linkBody: 'Press the button to confirm this email address and continue here.',
    linkSubmit: 'Confirm my email address',
    linkExpired: {
      title: 'That link does not work now',
      body: 'It was already used, or it is too old. If you used it in another tab or on another device, continue there. Nothing is wrong with your account.',
      next: 'Start again and we will send a new one.',
      again: 'Enter my email address again',
    },
  },
  first: {
    title: 'How do you want to sign in?',
    passkeyTitle: 'With a passkey',
    passkeyBody:
      'Use your fingerprint, face or screen lock on this device, or a security key. It cannot be guessed or stolen by a fake website.',
    passkeyButton: 'Create a passkey',
    passwordTitle: 'With a password',
    passwordHint: (least: number) =>
      `At least ${least} characters. A few words that only you would put together work well. Spaces and symbols are fine.`,
    passwordLabel: 'Choose a password',
    passwordSubmit: 'Use this password',
    errors: {
      'password-too-short': (limit: number) => `Choose a password with at least ${limit} characters`,
      'password-too-long': (limit: number) => `Choose a password with at most ${limit} characters`,
      'password-too-common': 'Many people use that password, so a thief tries it first. Choose another',
      'password-leaked':
        'That password appeared in a known leak, so thieves have it on their lists. Choose another',
      'service-name': 'That password has the name of this service in it. Choose another',
      'email-address': 'That password has your email address in it. Choose another',
      'address-taken': 'That email address already has an account. Sign in instead',
      busy: 'Many people are here right now. Wait a few seconds and press the button again',
    },
  },
  second: {
    title: 'Add a second way to prove it is you',
    lead: 'A password can be guessed or stolen. With a second step, it is not enough to get in.',
    leadPasskey:
      'Your passkey shows that you have your device. A second step shows that it is you who holds it.',
    totpTitle: 'Authenticator app',
    totpBody:
      'A free app on your phone or computer shows a new code every 30 seconds. It works without a signal.',
    totpButton: 'Use an authenticator app',
    passkeyTitle: 'Passkey',
    passkeyBody: 'Your fingerprint, face or screen lock on this device, or a security key.',
    passkeyButton: 'Create a passkey',
    phoneTitle: 'Text message or phone call',
    phoneBody:
      'We send a code to your phone each time. A thief can take over a phone number, so this is the least safe way.',
    phoneButton: 'Use my phone number',
    passwordTitle: 'Password',
    passwordBody: 'You will type it after you use your passkey.',
    passwordButton: 'Choose a password',
  },
  totp: {
    title: 'Set up your authenticator app',
    lead: 'Any app that shows sign-in codes works. Your phone or password manager may have one built in.',
    back: 'Use another way',
    one: 'Open your app and scan this picture',
    oneAlt: 'QR code that holds the key for your authenticator app',
    oneLink: 'On this device? Open it in your app',
    two: 'Or type this key into the app',
    three: 'Type the code that the app shows',
    label: '6-digit code from the app',
    submit: 'Continue',
    wrong: 'That code is not right. Wait for the next code in the app and type it here',
  },
  recovery: {
    title: 'Save your recovery codes',
    lead: 'If you lose your phone or passkey, one of these codes gets you back in. Each works once.',
    why: 'Print them or save them where only you can find them. We cannot show them again after this page.',
    make: 'Show my recovery codes',
    listLabel: 'Your recovery codes',
    printHint: 'To print them, use your browser’s print command.',
    download: 'Download',
    file: 'recovery-codes.txt',
    /** On paper and in the file, where nothing else says what this is. */
    sheet: {
      head: (day: string) => `${brand} recovery codes, ${day}`,
      how: (site: string) =>
        `Lost your phone or passkey? Go to ${site} and choose “Sign in”. If you have a password, sign in with it and choose “Use a recovery code instead”. If you have none, or forgot it, choose “I cannot sign in”.`,
      care: 'Each code works once. Cross it out after you use it. Store this sheet where only you can find it. No one from us will ever ask you for a code.',
    },
    titleAgain: 'Get new recovery codes',
    leadAgain: 'You will get ten new codes. The codes that you have now will stop working.',
    done: 'I have saved my codes',
    label: 'Recovery code',
    useTitle: 'Use a recovery code',
    useHint: 'Sixteen letters and numbers. Dashes and capital letters do not matter.',
    useSubmit: 'Sign in',
    useBack: 'Use another way',
    wrong: 'That code is not right or was already used. Check it, or use another one',
  },
  newPassword: {
    title: 'Choose a new password',
    lead: 'You will be signed out on every other device.',
    label: 'New password',
    submit: 'Save this password',
    back: 'Your account',
  },
  factor: {
    title: 'Enter the code from your app',
    hint: `Open your authenticator app and type the code for ${brand}.`,
    label: '6-digit code',
    submit: 'Sign in',
    wrong: 'That code is not right, or was already used. Wait for the next code in the app',
    other: 'Other ways',
    passkey: 'Use a passkey instead',
    passkeyOnly: 'Use my passkey',
    recovery: 'Use a recovery code instead',
    choose: 'One more step to sign in',
    unusual:
      'This sign-in is not like your others: it comes from a new place or a new browser. To keep your account safe, please use one more way.',
    titleNone: 'Your second step is locked',
    none: 'There were too many wrong codes, or all your recovery codes are used. No one can sign in this way now. You can still get back in. Your account and your verified identity are safe.',
    noneHelp: 'Get back into my account',
    lost: 'I cannot do any of these',
  },
  passkeyNeeded: {
    title: 'Use a passkey to continue',
    lead: (agency: string) =>
      `${atStart(agency)} asks for a sign-in that a fake website cannot steal: a passkey or a security key.`,
    signIn: 'Use my passkey',
    create: 'Create a passkey',
  },
  storedPasskey: {
    title: 'Your passkey is saved',
    lead: 'You can sign in with it from now on.',
    opensNot:
      'It does not open your verified information, because this device did not give what that takes. A password or a recovery code opens it.',
    password: 'Choose a password',
    codes: 'Make new recovery codes',
  },
  openVault: {
    title: 'Open your verified information',
    lead: 'Your verified information is locked. What you signed in with cannot open it on this device.',
    passwordIsNewer:
      'Your password is right. It cannot open this information, because you chose it after the information was locked. A recovery code that you saved before then can.',
    withPassword: 'With your password',
    withCode: 'With a recovery code',
    password: 'Password',
    code: 'Recovery code',
    submitPassword: 'Open with my password',
    submitCode: 'Open with this code',
    withoutCode: 'Without a recovery code',
    proveAgain: 'Verify my identity again',
  },
  signedOut: {
    title: 'You are signed out',
    body: `You are signed out of ${brand} and of every agency that you used it for.`,
    again: 'Sign in again',
  },
  backToAgency: (agency: string) => `Cancel and go back to ${agency}`,
});
