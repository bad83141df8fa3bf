import { formatMoment } from '../locales/formats.ts';

/** Shows a moment in the reader's own time zone. Without script it stands in the service's zone, by name. */
export class LocalTimeElement extends HTMLElement {
  connectedCallback(): void {
    const time = this.querySelector('time');
    const at = new Date(time?.dateTime ?? '');
    if (!time || Number.isNaN(at.getTime())) return;
    const lang = document.documentElement.lang === 'es' ? 'es' : 'en';
    time.textContent = formatMoment(lang, at, Intl.DateTimeFormat().resolvedOptions().timeZone);
  }
}
