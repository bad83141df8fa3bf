import type { SetPasswordError } from '../../../modules/authentication/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import { refusalWords } from './refusal-words.ts';

/** Why a chosen password is not taken, and what to choose instead (B3). */
export function passwordWords(lang: Lang, error: Exclude<SetPasswordError, { code: 'not-now' }>): string {
  const say = words(lang).signIn.first.errors;
  switch (error.code) {
    case 'password-too-short':
    case 'password-too-long':
      return say[error.code](error.limit);
    case 'password-is-context':
      return say[error.context];
    case 'too-many-attempts':
      return refusalWords(lang, error, '');
    default:
      return say[error.code];
  }
}
