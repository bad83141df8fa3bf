import type { Lang } from '../pages/language.ts';

/** When a message came, in the zone where the made-up people live; its name stands beside the time. */
export function ReceivedAt({ lang, at }: { readonly lang: Lang; readonly at: string }) {
  const shown = new Intl.DateTimeFormat(lang === 'es' ? 'es-US' : 'en-US', {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone: 'America/New_York',
  }).format(new Date(at));
  return <time datetime={at}>{shown}</time>;
}
