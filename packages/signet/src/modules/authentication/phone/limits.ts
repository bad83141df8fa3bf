import { days, hours, limitsOf, minutes } from '../../../kernel/index.ts';

/** A household's phones; each is one more way for a thief. */
export const phoneCountLimits = limitsOf('account-phones', {
  'an-account': {
    most: 5,
    counts: 'phones that get codes of an account',
    by: 'account',
    stranger: 'Nothing.',
    owner: 'To take one off, or put another in its place.',
  },
});

const slow = 'To ask again a few times, as somebody does whose texts are slow. Then any other second way in.';
const elsewhere = 'All other ways in, and the phones that the account has already.';
const otherWays = 'All other ways in.';

/**
 * How many codes are sent, and so paid for. Toll fraud is somebody who earns from each text or call to numbers of
 * theirs: a few numbers many times, a block of numbers once each, from one place or from many. Each of these has a
 * limit of its own, and a whole country one in the whole deployment, which is what fraud may cost at most.
 *
 * A number that somebody types may be a stranger's, so such codes are counted together, and apart from those to a phone
 * that the account has.
 */
export const phoneSendLimits = limitsOf('phone-code-sent', {
  account: {
    most: 6,
    within: minutes(15),
    counts: 'codes to numbers that are not yet on the account',
    by: 'account',
    stranger: 'Nothing: they are signed in to another account.',
    owner: slow,
  },
  'account-day': {
    most: 20,
    within: days(1),
    counts: 'codes to numbers that are not yet on the account',
    by: 'account',
    stranger: 'Nothing: they are signed in to another account.',
    owner: 'Any other second way in.',
  },
  number: {
    most: 10,
    within: hours(1),
    counts: 'codes to a number that the asking account does not have',
    by: 'number, from all accounts: nobody’s phone rings all day',
    stranger: 'Use it up, so that nobody adds this number for an hour.',
    owner: elsewhere,
  },
  'number-day': {
    most: 30,
    within: days(1),
    counts: 'codes to a number that the asking account does not have',
    by: 'number, from all accounts',
    stranger: 'Use it up, so that nobody adds this number for a day.',
    owner: elsewhere,
  },
  prefix: {
    most: 100,
    within: hours(1),
    counts: 'codes to numbers that the asking account does not have',
    by: 'all numbers that differ in their last four digits only',
    stranger: 'Use it up, so that nobody adds such a number for an hour.',
    owner: elsewhere,
  },
  place: {
    most: 60,
    within: hours(1),
    counts: 'codes to numbers that the asking account does not have',
    by: 'network: an office or a carrier has many people',
    stranger: 'Use it up, in the same network.',
    owner: `${elsewhere} Or another network.`,
  },
  area: {
    most: 240,
    within: hours(1),
    counts: 'codes to numbers that the asking account does not have',
    by: 'IPv6 /48: all networks that one customer may have',
    stranger: 'Use it up, in the same /48.',
    owner: `${elsewhere} Or another network.`,
  },
  'country-new': {
    most: 10_000,
    within: hours(1),
    setting: 'half of `SIGNET_PHONE_CODES_PER_HOUR`',
    counts: 'codes to numbers that the asking account does not have',
    by: 'country, in the whole deployment: what fraud may cost at most',
    stranger: 'Use it up, so that nobody adds a number of this country for an hour.',
    owner: elsewhere,
  },
  bound: {
    most: 6,
    within: minutes(15),
    counts: 'codes to phones of the account',
    by: 'account and browser; all browsers that it never signed in with are one',
    stranger: 'With its password: use up those of other browsers.',
    owner: `In a browser that the account signed in with: all of it. ${otherWays}`,
  },
  'bound-day': {
    most: 20,
    within: days(1),
    counts: 'codes to phones of the account',
    by: 'account and browser; all browsers that it never signed in with are one',
    stranger: 'With its password: use up those of other browsers.',
    owner: `In a browser that the account signed in with: all of it. ${otherWays}`,
  },
  'bound-prefix': {
    most: 200,
    within: hours(1),
    counts: 'codes to phones of the account',
    by: 'all numbers that differ in their last four digits only',
    stranger: 'Use it up with hundreds of codes to phones of their own in the same block of numbers.',
    owner: otherWays,
  },
  country: {
    most: 20_000,
    within: hours(1),
    setting: '`SIGNET_PHONE_CODES_PER_HOUR`',
    counts: 'codes to phones',
    by: 'country, in the whole deployment: what fraud may cost at most',
    stranger: 'With numbers that they type: half of it. The rest only with phones that are theirs.',
    owner: otherWays,
  },
});
