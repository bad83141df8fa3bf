import type { MailedCodeSettings } from './settings.ts';

/** Two letters of USPS (Publication 28, appendix B) for what lies outside the 48 states and the District of Columbia. */
const farAway = ['AK', 'HI', 'PR', 'GU', 'VI', 'AS', 'MP', 'FM', 'MH', 'PW', 'AA', 'AE', 'AP'];

/** A12: how long a code counts that is mailed to this state or province, in milliseconds. */
export const lifetimeOf = (state: string, isDomestic: boolean, settings: MailedCodeSettings): number =>
  isDomestic && !farAway.includes(state) ? settings.mailedCodeLifetime : settings.mailedCodeLifetimeFarAway;
