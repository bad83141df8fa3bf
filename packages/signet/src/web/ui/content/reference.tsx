import { type Lang, words } from '../../locales/index.ts';

interface ReferenceProps {
  readonly lang: Lang;
  readonly reference: string | undefined;
}

/** The request's id, to quote to support: it finds the log lines of this request and says nothing about the person. */
export function Reference({ lang, reference }: ReferenceProps) {
  if (!reference) return null;
  return (
    <p class="signet-muted">
      {words(lang).common.errorPages.reference}: <code>{reference}</code>
    </p>
  );
}
