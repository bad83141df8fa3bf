import { formatDay, type Lang, words } from '../../locales/index.ts';
import { type Filing, sentAgain } from './filing.ts';

/** Undefined while the return waits to be sent again. */
export function saySentAgain(lang: Lang, rejected: Filing, filings: readonly Filing[]): string | undefined {
  const again = sentAgain(rejected, filings);
  if (!again) return undefined;
  const { sentAgain: say } = words(lang).filings;
  return say[again.state === 'received' ? 'received' : 'accepted'](formatDay(lang, again.sentOn));
}

/** Why a return was sent back, and what there is to do about it: nothing, once it was sent again. */
export function sayRejection(lang: Lang, filing: Filing, filings: readonly Filing[]): readonly string[] {
  const { rejection } = filing;
  if (!rejection) return [];
  const { rejections, remedies } = words(lang).filings;
  return [rejections[rejection], saySentAgain(lang, filing, filings) ?? remedies[rejection]];
}
