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

/** A moment to the minute, as a clock on the wall in that time zone shows it, with the zone's name. */
export const formatMoment = (lang: Lang, at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat(tag[lang], {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(at);

/** Whole cents, to the cent: `$1,234.50`, with a minus sign where less is owed. */
export const formatMoney = (lang: Lang, cents: number): string =>
  new Intl.NumberFormat(tag[lang], { style: 'currency', currency: 'USD' })
    .format(cents / 100)
    .replace('-', '−');
