import { type Lang, words } from '../../locales/index.ts';
import { hoursUntil } from '../step/index.ts';

const minute = 60_000;

/** When another code may be sent, in words: a moment after the last one, or hours after many. */
export function textsAgain(lang: Lang, again: Date): string {
  const wait = again.getTime() - Date.now();
  const { tooSoon, tooManyTexts } = words(lang).proofing.phoneCode;
  return wait <= minute ? tooSoon : tooManyTexts(hoursUntil(again));
}
