import { days, hours, limitsOf } from '../../../kernel/index.ts';

export const phoneCaptureLimits = limitsOf('phone-capture', {
  /** A slip, a phone without power, another phone, and all of it once more. */
  'links-a-day': {
    most: 30,
    within: days(1),
    counts: 'links made to go on with a phone',
    by: 'person',
    stranger: 'Nothing.',
    owner: 'To take the photos on the screen where they began, or the same tomorrow.',
  },
  /** 40 bits that count for a quarter of an hour: so few guesses find no code, and a slip has room. */
  'wrong-codes': {
    most: 20,
    within: hours(1),
    counts: 'wrong codes typed on phones to go on with a link',
    by: 'network (IPv6: /48), on all accounts',
    stranger: 'Use it up, in the same network.',
    owner:
      'The QR code, which is not counted. Or to type the code in another network, or to take the photos on the screen where they began.',
  },
});
