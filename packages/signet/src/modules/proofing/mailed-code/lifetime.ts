import type { MailedCodeSettings } from './settings.ts';

/** Two letters of USPS (Publication 28, appendix B): the states and territories outside the 48 and the District of Columbia. */
const overSea = ['AK', 'HI', 'PR', 'GU', 'VI', 'AS', 'MP'];
/** Countries with a compact, and the armed forces. */
const farAway = ['FM', 'MH', 'PW', 'AA', 'AE', 'AP'];

const isContiguous = (state: string, isDomestic: boolean): boolean =>
  isDomestic && !overSea.includes(state) && !farAway.includes(state);

/** A12: how long a code counts that is mailed to this state or province, in milliseconds. */
export const lifetimeOf = (state: string, isDomestic: boolean, settings: MailedCodeSettings): number =>
  isContiguous(state, isDomestic) ? settings.mailedCodeLifetime : settings.mailedCodeLifetimeFarAway;

/** How long a letter to there may take, and after how long another one may be asked for. */
export function travelOf(state: string, isDomestic: boolean, settings: MailedCodeSettings) {
  if (isContiguous(state, isDomestic))
    return { takes: settings.letterTakes, againAfter: settings.letterAgainAfter };
  const takes =
    isDomestic && overSea.includes(state) ? settings.letterTakesOverSea : settings.letterTakesFarAway;
  return { takes, againAfter: settings.letterAgainAfterFarAway };
}
