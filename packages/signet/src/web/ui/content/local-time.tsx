import { formatMoment, type Lang } from '../../locales/index.ts';

/** A moment: in the service's zone as the server writes it, in the reader's own zone where script runs. */
export function LocalTime(props: { readonly lang: Lang; readonly at: Date }) {
  return (
    <signet-time>
      <time datetime={props.at.toISOString()}>{formatMoment(props.lang, props.at)}</time>
    </signet-time>
  );
}
