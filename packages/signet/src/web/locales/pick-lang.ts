import { parseAccept } from 'hono/utils/accept';
import type { Lang } from './lang.ts';

/** Each language by its own name, in the order of the switch. */
export const languages: readonly { readonly lang: Lang; readonly name: string }[] = [
  { lang: 'en', name: 'English' },
  { lang: 'es', name: 'Español' },
];

const known = (tag: string | undefined): Lang | undefined => {
  const primary = tag?.trim().toLowerCase().split('-')[0];
  return languages.find(({ lang }) => lang === primary)?.lang;
};

/**
 * What the person chose now (`?lang=`), chose before (cookie), what their agency was shown in, or what their browser
 * asks for; else English.
 * Unknown values are passed over, so nothing from the request reaches the page.
 */
export function pickLang(asked: {
  readonly query?: string | undefined;
  readonly cookie?: string | undefined;
  readonly agency?: string | undefined;
  readonly acceptLanguage?: string | undefined;
}): Lang {
  return (
    known(asked.query) ??
    known(asked.cookie) ??
    known(asked.agency) ??
    fromHeader(asked.acceptLanguage) ??
    'en'
  );
}

/** The first of an agency's `ui_locales` that we speak. */
export const spokenOf = (tags: readonly string[]): Lang | undefined =>
  tags.map(known).find((lang) => lang !== undefined);

function fromHeader(header: string | undefined): Lang | undefined {
  const wanted = parseAccept(header ?? '').filter(({ q }) => q > 0);
  for (const { type } of wanted.toSorted((a, b) => b.q - a.q)) {
    const lang = known(type);
    if (lang) return lang;
  }
  return undefined;
}
