/** Where a person is signed in. */
export const devices = {
  title: 'Where you are signed in',
  lead: 'If you do not know one of these devices or places, sign it out. Then look at how you sign in, and change your password if you have one.',
  onlyHere:
    'You are signed in on this device only. If you do not know one of its places, look at how you sign in, and change your password if you have one.',
  here: 'This device',
  place: 'Place',
  placeUnknown: 'Unknown',
  how: 'With',
  signedIn: 'Signed in',
  lastSeen: 'Last used',
  now: 'Now',
  unusual: 'Unusual',
  signOut: 'Sign out',
  signOutAll: 'Sign out everywhere else',
  ended: 'Signed out. That device will have to sign in again, also at every agency it was signed in to.',
  endedAll: 'Signed out everywhere else. Only this device is still signed in.',
  placesHint:
    'A place is where the internet connection seems to be. It can be wrong by a city or more, and a VPN shows another one.',
  signals: {
    'new-device': 'you had not used this browser before',
    'new-country': 'it was in a country that was new for you',
    'impossible-travel': 'too far from where you were last to have traveled in that time',
    anonymizer: 'a network that hides where people are (a VPN)',
    'many-accounts': 'many other accounts were tried from the same network',
    'sim-swap': 'the SIM of your phone had been changed shortly before',
  },
};
