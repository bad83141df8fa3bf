import { assertNever } from '../../../kernel/index.ts';
import type { SendPhoneCodeError, StartPhoneError } from '../../../modules/authentication/index.ts';
import { type Lang, words } from '../../locales/index.ts';
import { minutesOf } from '../../request/index.ts';

type Paused = Extract<SendPhoneCodeError, { retryAfterSeconds: number }>;

/** Why no code goes out now, by anybody's doing. */
export function sendRefusalWords(lang: Lang, error: Paused): string {
  const say = words(lang).phones;
  const minutes = minutesOf(error.retryAfterSeconds);
  return error.code === 'phone-codes-paused' ? say.paused(minutes) : say.tooMany(minutes);
}

export function newPhoneWords(lang: Lang, error: Exclude<StartPhoneError, { code: 'not-now' }>): string {
  const say = words(lang).phones.add;
  switch (error.code) {
    case 'refused':
      return say.errors[error.why];
    case 'too-many-phones':
      return say.tooMany;
    case 'phone-codes-paused':
    case 'too-many-attempts':
      return sendRefusalWords(lang, error);
    default:
      return assertNever(error);
  }
}
