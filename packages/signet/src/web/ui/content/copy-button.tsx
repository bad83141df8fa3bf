import { type Lang, words } from '../../locales/index.ts';

/** "Copy", where a script can. */
export function CopyButton({ lang, text }: { readonly lang: Lang; readonly text: string }) {
  const { copy, copied } = words(lang).common.buttons;
  return <signet-copy data-text={text} data-copy={copy} data-copied={copied} />;
}
