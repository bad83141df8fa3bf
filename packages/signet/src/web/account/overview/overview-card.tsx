import type { Child } from 'hono/jsx';

export interface OverviewCardProps {
  readonly heading: string;
  /** The state in a word, beside the heading. */
  readonly tag?: Child | undefined;
  readonly body: Child;
  /** Where the card leads: said as its last line. */
  readonly href?: string | undefined;
  readonly link?: string | undefined;
  /** Instead, where there is something to be done. */
  readonly action?: Child | undefined;
}

/** One section at a glance. */
export function OverviewCard(props: OverviewCardProps) {
  return (
    <section class="usa-card signet-glance">
      <div class="signet-glance__head">
        <h2 class="usa-card__heading">{props.heading}</h2>
        {props.tag ?? null}
      </div>
      <div class="signet-glance__body">{props.body}</div>
      {props.href ? (
        <a class="signet-glance__link" href={props.href}>
          {props.link}
        </a>
      ) : (
        (props.action ?? null)
      )}
    </section>
  );
}
