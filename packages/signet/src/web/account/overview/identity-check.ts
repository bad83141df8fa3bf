import type { CaseView } from '../../../modules/proofing/index.ts';
import { formatDate, type Lang, type Words, words } from '../../locales/index.ts';

type Standing = keyof Words['account']['overview']['notProven'];

function standingOf(check: CaseView | undefined): Standing {
  if (!check) return 'not-started';
  const { decision, step } = check;
  if (!decision) return step === 'checking' ? 'checking' : 'collecting';
  if (decision.outcome === 'try-again') return 'collecting';
  return decision.outcome === 'verified' ? 'not-started' : decision.outcome; // verified once, and it counts no longer
}

/** How far a person is who is not verified, what that means, and what the way on is called: it leads to `/verify`. */
export function wordsOfCheck(lang: Lang, check: CaseView | undefined) {
  const { notProven, byLetter } = words(lang).account.overview;
  if (!check?.letter) return notProven[standingOf(check)];
  const [arrivesBy, until] = [check.letter.arrivesBy, check.letter.until].map((day) => formatDate(lang, day));
  return { ...byLetter, body: byLetter.body(arrivesBy ?? '', until ?? '') };
}
