/** Deleting an account: before, while it waits, by the link in the mail, and the proof afterwards. */
export const leaving = (brand: string) => ({
  title: 'Delete your account',
  lead: (days: number) =>
    days === 1
      ? 'We will delete your account one day after you ask. Until then you can sign in as always, and cancel the deletion with one button.'
      : `We will delete your account ${days} days after you ask. Until then you can sign in as always, and cancel the deletion with one button.`,
  goes: 'What will be deleted',
  goesList: [
    'Your verified information. Its keys will be destroyed, so that neither we nor a thief can read it, even in an old backup.',
    'Your email addresses, phones, passkeys, passwords and recovery codes.',
    'Your identity checks and any photos that we still have.',
    `Your connections. We will tell every agency that you use ${brand} for that you are signed out, and what it got to read your information will stop working.`,
  ],
  stays: 'What will stay, and why',
  staysList: [
    'The log of what happened. It shows that no one tampered with the service. After the deletion nothing will connect it to you.',
    'What you gave to agencies. It is theirs by their own rules: ask each agency.',
  ],
  after: 'Afterwards',
  afterList: [
    'No one can bring the account back, not even us.',
    'You can make a new account, with the same email address and Social Security number. Agencies will know you as someone new.',
    'We will send a last email with a link that proves the deletion.',
  ],
  takeFirst: 'Download everything about me first',
  understood: 'I understand that my account cannot be brought back',
  submit: 'Delete my account',
  keep: 'Keep my account',
  kept: 'Your account stays. If you did not ask to delete it, someone else can get in: look at how you sign in and where you are signed in.',
  errors: {
    understood: 'Check the box if you want to delete your account',
  },
  waiting: {
    title: 'Your account will be deleted',
    due: 'It will be deleted for good on',
    until: 'Until then you can sign in and use it as always. If you change your mind, press the button.',
    held: {
      suspended: 'Your account is locked at the moment. We will not delete it before that is cleared up.',
      'in-recovery':
        'Someone asked to get back into this account. We will not delete it before that is cleared up.',
    },
  },
  link: {
    title: 'Keep this account?',
    lead: `Someone who was signed in to your ${brand} account asked to delete it.`,
    does: 'Press the button if that was not you, or if you changed your mind. The account will then stay as it is, and will be signed out on every device.',
    otherwise: 'If you do want to delete it, close this page.',
    kept: 'Your account stays',
    keptLead: 'It will not be deleted. It was signed out on every device.',
    keptNext:
      'If it was not you who asked, someone else can get into your account: sign in now, look at how you sign in, and change your password if you have one.',
    ended: 'This link has expired',
    endedLead:
      'The deletion was already canceled, or the account is already deleted. If it was canceled, you can sign in as always.',
  },
  proof: {
    title: 'An account was deleted',
    lead: 'This page proves that the account with this reference was deleted. It does not say whose it was: only you know that now.',
    reference: 'Reference',
    state: 'State',
    erased: 'Deleted for good',
    at: 'Deleted on',
    position: 'Place in the log',
    signed: 'Sealed in the log on',
    notSignedYet: 'It will be sealed within a few seconds. Look again then.',
    notPlacedYet: 'It will get its place within a few seconds. Look again then.',
    check: 'Check it without trusting this page',
    steps: [
      'Ask the people who run this service, or an auditor, for an export of the audit log and for the public key of its seals.',
      'Run the check that comes with the software. With your reference it shows where the deletion is, and that nothing in the log was changed.',
      'Compare that with this page.',
    ],
    technical: 'The entry itself, and its seal',
    entry: 'Entry',
    hash: 'Hash of the log up to this entry (SHA-256)',
    checkpoint: 'Signed seal (checkpoint)',
    unknown: 'We do not know this reference',
    unknownLead:
      'Check the address against the last email that you got from us. The page exists only after an account was deleted.',
  },
});
