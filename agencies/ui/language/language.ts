/** The first is for everybody whose browser speaks none of them. */
export const languages = ['en', 'es'] as const;
export type Lang = (typeof languages)[number];

/** Spanish as it is written in the United States. */
const tag = { en: 'en-US', es: 'es-US' } as const;

/** A calendar day, `YYYY-MM-DD`. */
export const formatDay = (lang: Lang, day: string): string =>
  new Intl.DateTimeFormat(tag[lang], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

export const formatMoment = (lang: Lang, at: Date): string =>
  new Intl.DateTimeFormat(tag[lang], { dateStyle: 'long', timeStyle: 'long', timeZone: 'UTC' }).format(at);

/** Whole cents, to the cent: `$1,234.50`, with a minus sign where less is owed. */
export const formatMoney = (lang: Lang, cents: number): string =>
  new Intl.NumberFormat(tag[lang], { style: 'currency', currency: 'USD' })
    .format(cents / 100)
    .replace('-', '−');
