import type { TooManyAttempts } from '../../modules/authentication/index.ts';
import { type Lang, words } from '../locales/index.ts';
import { minutesOf } from './parse.ts';

export type Refusal = TooManyAttempts | { readonly code: string };

/** Why a factor did not serve: too many tries, too many people at once, or `wrong`, the page's own words. */
export function refusalWords(lang: Lang, error: Refusal, wrong: string): string {
  const say = words(lang).signIn;
  if ('retryAfterSeconds' in error) return say.tooMany(minutesOf(error.retryAfterSeconds));
  return error.code === 'busy' ? say.signIn.errors.busy : wrong;
}
