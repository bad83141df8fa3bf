import { formatDate, formatMoment } from '../locales/formats.ts';

const language = () => (document.documentElement.lang === 'es' ? 'es' : 'en');
const zoneOfReader = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Shows a moment, or the day of one, in the reader's own time zone. Without script it stands in the service's zone. */
export class LocalTimeElement extends HTMLElement {
  connectedCallback(): void {
    const time = this.querySelector('time');
    const at = new Date(time?.dateTime ?? '');
    if (!time || Number.isNaN(at.getTime())) return;
    const format = this.dataset.shows === 'date' ? formatDate : formatMoment;
    time.textContent = format(language(), at, zoneOfReader());
  }
}

/** The same for a text that is copied or downloaded: the day in it is written again in the reader's own zone. */
export class DatedTextElement extends HTMLElement {
  connectedCallback(): void {
    const { at = '', day = '' } = this.dataset;
    const local = formatDate(language(), new Date(at), zoneOfReader());
    for (const copy of this.querySelectorAll<HTMLElement>('[data-text]'))
      copy.dataset.text = copy.dataset.text?.replace(day, local);
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[download]'))
      link.href = link.href.replace(encodeURIComponent(day), encodeURIComponent(local));
  }
}
