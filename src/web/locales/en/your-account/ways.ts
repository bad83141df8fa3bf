/** Everything that a person signs in with. */
export const ways = {
  title: 'How you sign in',
  password: 'Password',
  totp: 'Authenticator app',
  passkey: 'Passkey',
  recovery: 'Recovery codes',
  recoveryLeft: (count: number) => (count === 1 ? '1 code left' : `${count} codes left`),
  on: 'Set up',
  off: 'Not set up',
  addPasskey: 'Add a passkey',
  passwordChanged: 'Your password was changed. You are signed out on every other device.',
};
