import type { PhoneLinkView } from '../../../modules/proofing/index.ts';
import { words } from '../../locales/index.ts';

/** The two words that stand on both screens, in the language of the screen that made the link. */
export function MatchingWords({ link }: { readonly link: Pick<PhoneLinkView, 'match' | 'language'> }) {
  const { matching } = words(link.language).proofing.phoneCapture;
  return (
    <p class="signet-matching-words" lang={link.language}>
      {link.match.map((place) => matching[place]).join(' · ')}
    </p>
  );
}
