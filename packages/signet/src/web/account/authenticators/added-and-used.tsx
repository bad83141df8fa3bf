import type { Lang } from '../../locales/index.ts';
import { DatedSentence } from '../../ui/index.ts';

interface Words {
  readonly added: (day: string) => string;
  readonly used: (day: string) => string;
  readonly neverUsed: string;
}

/** "Added June 3, 2026, last used June 9, 2026" */
export function AddedAndUsed(props: {
  readonly lang: Lang;
  readonly say: Words;
  readonly of: { readonly createdAt: Date; readonly lastUsedAt?: Date | undefined };
}) {
  const { lang, say, of } = props;
  return (
    <>
      <DatedSentence lang={lang} at={of.createdAt} sentence={say.added} />
      {', '}
      {of.lastUsedAt ? <DatedSentence lang={lang} at={of.lastUsedAt} sentence={say.used} /> : say.neverUsed}
    </>
  );
}
