import { parseAccept } from 'hono/utils/accept';
import { type Language, languages as spoken } from '../../kernel/index.ts';

/** Each language by its own name, in the order of the switch. */
const names: Readonly<Record<Language, string>> = { en: 'English', es: 'Español' };
export const languages = spoken.map((lang) => ({ lang, name: names[lang] }));

const known = (tag: string | undefined): Language | undefined => {
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
}): Language {
  return (
    known(asked.query) ??
    known(asked.cookie) ??
    known(asked.agency) ??
    fromHeader(asked.acceptLanguage) ??
    'en'
  );
}

/** The first of an agency's `ui_locales` that we speak. */
export const spokenOf = (tags: readonly string[]): Language | undefined =>
  tags.map(known).find((lang) => lang !== undefined);

function fromHeader(header: string | undefined): Language | undefined {
  const wanted = parseAccept(header ?? '').filter(({ q }) => q > 0);
  for (const { type } of wanted.toSorted((a, b) => b.q - a.q)) {
    const lang = known(type);
    if (lang) return lang;
  }
  return undefined;
}
