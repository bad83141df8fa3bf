import type { Language } from '../../kernel/index.ts';

/** Spanish as it is written in the United States: 1,234.50 and month names, not 1.234,50. */
const tag = { en: 'en-US', es: 'es-US' } as const;

/** A calendar day without a time zone, `YYYY-MM-DD`: "April 28, 1986", "28 de abril de 1986". */
export function formatDay(lang: Language, day: string): string {
  return new Intl.DateTimeFormat(tag[lang], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

let zoneOfService = 'UTC';

/** The zone of every moment whose reader's own is not known. Said once, where the process is put together. */
export function showTimesIn(timeZone: string): void {
  zoneOfService = timeZone;
}

/**
 * "Jun 3, 2026, 10:05 AM EDT": a moment in the zone of the service; `signet-time` shows it again in the zone of the
 * reader.
 */
export const formatMoment = (lang: Language, at: Date, timeZone: string = zoneOfService): string =>
  new Intl.DateTimeFormat(tag[lang], {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(at);

/**
 * "June 3, 2026": the day of a moment in the zone of the service, as mails say it; `signet-time` shows that of the reader's
 * zone. A day without a moment, such as a birth date, is `formatDay`.
 */
export const formatDate = (lang: Language, at: Date, timeZone: string = zoneOfService): string =>
  new Intl.DateTimeFormat(tag[lang], { dateStyle: 'long', timeZone }).format(at);

/** `amount` in whole dollars and cents, e.g. 1234.5. */
export const formatMoney = (lang: Language, amount: number): string =>
  new Intl.NumberFormat(tag[lang], { style: 'currency', currency: 'USD' }).format(amount);

/** "your name, your address, and your date of birth"; "su nombre, su dirección y su fecha de nacimiento". */
export const formatList = (lang: Language, items: readonly string[]): string =>
  new Intl.ListFormat(tag[lang], { type: 'conjunction' }).format(items);

/** January to December, for the month list of a date field. */
export function monthNames(lang: Language): readonly string[] {
  const format = new Intl.DateTimeFormat(tag[lang], { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2000, month, 1))));
}
