import { type Lang, words } from '../../locales/index.ts';

/** `••• ••• 0123` for eyes, "the number that ends in 0123" for ears (T2). */
export function MaskedPhone({ lang, masked }: { readonly lang: Lang; readonly masked: string }) {
  return (
    <>
      <span class="signet-masked" aria-hidden="true">
        {masked}
      </span>
      <span class="usa-sr-only">{words(lang).phones.endsIn(masked.slice(-4))}</span>
    </>
  );
}
