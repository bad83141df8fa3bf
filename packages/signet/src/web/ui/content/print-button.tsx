import { type Lang, words } from '../../locales/index.ts';

/** "Print", where a script can; the hint says how to do it otherwise. */
export function PrintButton(props: { readonly lang: Lang; readonly hint: string }) {
  return (
    <signet-print data-print={words(props.lang).common.buttons.print}>
      <p class="usa-hint">{props.hint}</p>
    </signet-print>
  );
}
