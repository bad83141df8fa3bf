import type { TooManyAttempts } from '../../../modules/authentication/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import type { WebContext } from '../../request/index.ts';
import { minutesOf } from '../../request/index.ts';
import { isNotTyped, notTypedWords } from './not-typed.ts';

export type Refusal = TooManyAttempts | { readonly code: string };

/** Why a factor did not serve: nothing or too little typed, too many attempts, too many people at once, or `wrong`, the page's own words. */
export function refusalWords(lang: Lang, error: Refusal, wrong: string): string {
  const say = words(lang).signIn;
  if (isNotTyped(error)) return notTypedWords(lang, error);
  if ('retryAfterSeconds' in error) return say.tooMany(minutesOf(error.retryAfterSeconds));
  return error.code === 'busy' ? say.signIn.errors.busy : wrong;
}

/** Seconds until a machine that hashes as fast as it can has done what waits now, and then some. */
const busyFor = 5;

/** The status of a form that comes back. After too many tries, or while too many sign in at once, it also says when to return. */
export function refusedAs(c: WebContext, error: Refusal): 422 | 429 | 503 {
  if ('retryAfterSeconds' in error) {
    c.header('retry-after', String(error.retryAfterSeconds));
    return 429;
  }
  if (error.code !== 'busy') return 422;
  c.header('retry-after', String(busyFor));
  return 503;
}
