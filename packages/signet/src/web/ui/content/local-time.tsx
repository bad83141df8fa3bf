import { formatDate, formatMoment, type Lang } from '../../locales/index.ts';
import { ChildInSentence, type Sentence } from './child-in-sentence.tsx';

interface Props {
  readonly lang: Lang;
  readonly at: Date;
}

/** A moment: in the service's zone as the server writes it, in the reader's own zone where script runs. */
export function LocalTime({ lang, at }: Props) {
  return (
    <signet-time>
      <time datetime={at.toISOString()}>{formatMoment(lang, at)}</time>
    </signet-time>
  );
}

/** The day of a moment alone, in the same zones: beside times, a day of another zone would be tomorrow's. */
export function LocalDate({ lang, at }: Props) {
  return (
    <signet-time data-shows="date">
      <time datetime={at.toISOString()}>{formatDate(lang, at)}</time>
    </signet-time>
  );
}

/** Words around the day of a moment: "Added June 3, 2026". */
export function DatedSentence({ lang, at, sentence }: Props & { readonly sentence: Sentence }) {
  return (
    <ChildInSentence sentence={sentence}>
      <LocalDate lang={lang} at={at} />
    </ChildInSentence>
  );
}
