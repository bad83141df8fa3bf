import { words } from '../../locales/index.ts';
import type { PageFrame } from '../../ui/index.ts';

/** The same on the page where an agency asks next: the end of the longest way is said there, and needs no page of its own. */
export function ProvenMoment({ frame }: { readonly frame: PageFrame }) {
  const say = words(frame.lang).proofing.verified;
  return (
    <div class="signet-moment signet-moment--beside">
      <Seal />
      <div>
        <p class="signet-moment__said">{say.title}</p>
        <p>{say.brief}</p>
      </div>
    </div>
  );
}

/** A seal with a check mark. The heading says the same. */
export const Seal = () => (
  <svg class="signet-seal" viewBox="0 0 96 96" width="96" height="96" aria-hidden="true" focusable="false">
    <circle class="signet-seal__edge" cx="48" cy="48" r="45" />
    <circle class="signet-seal__face" cx="48" cy="48" r="36" />
    <path class="signet-seal__check" d="M32 49l11 11 21-23" />
  </svg>
);
