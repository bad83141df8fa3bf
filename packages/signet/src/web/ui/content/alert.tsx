import type { Child } from 'hono/jsx';
import { type Lang, words } from '../../locales/index.ts';

export interface AlertProps {
  readonly lang: Lang;
  readonly kind: 'info' | 'warning' | 'success' | 'error';
  readonly heading?: string | undefined;
  readonly children?: Child;
  /** Announced at once: only for what just happened on this page. */
  readonly live?: boolean | undefined;
}

/** The kind is said in words too, so that color never carries the meaning alone. */
export function Alert(props: AlertProps) {
  const kind = words(props.lang).common.alert[props.kind];
  return (
    <div class={`usa-alert usa-alert--${props.kind}`} role={props.live ? 'status' : undefined}>
      <div class="usa-alert__body">
        {props.heading ? (
          <h2 class="usa-alert__heading">
            <span class="usa-sr-only">{kind}: </span>
            {props.heading}
          </h2>
        ) : (
          <span class="usa-sr-only">{kind}: </span>
        )}
        {props.children}
      </div>
    </div>
  );
}
