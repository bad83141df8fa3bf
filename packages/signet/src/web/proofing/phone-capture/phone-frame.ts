import { frameOf, type WebContext } from '../../request/index.ts';
import type { PageFrame } from '../../ui/index.ts';

/**
 * What a phone's page shares with others: nothing of an account, also where this browser is signed in to one. Which request
 * of an agency it was on its way to stays named in forms: helping another screen is no way off.
 */
export const phoneFrame = (c: WebContext): PageFrame => ({
  ...frameOf(c),
  signedIn: undefined,
  agency: undefined,
  waiting: undefined,
  closing: undefined,
});
