import type { Child } from 'hono/jsx';

export interface CardProps {
  readonly heading?: string | undefined;
  /** Level of the heading in the page's outline; 2 unless said. */
  readonly level?: 2 | 3 | undefined;
  readonly children: Child;
  /** Buttons or links at the foot. */
  readonly footer?: Child | undefined;
}

export function Card(props: CardProps) {
  return (
    <section class="usa-card">
      {props.heading ? <Heading level={props.level ?? 2} text={props.heading} /> : null}
      <div class="usa-card__body">{props.children}</div>
      {props.footer ? <div class="usa-card__footer">{props.footer}</div> : null}
    </section>
  );
}

const Heading = (props: { readonly level: 2 | 3; readonly text: string }) =>
  props.level === 2 ? (
    <h2 class="usa-card__heading">{props.text}</h2>
  ) : (
    <h3 class="usa-card__heading">{props.text}</h3>
  );

/** Cards beside each other where there is room. */
export function CardGroup(props: { readonly children: Child }) {
  return <div class="usa-card-group">{props.children}</div>;
}
