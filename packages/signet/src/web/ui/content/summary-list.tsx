import type { Child } from 'hono/jsx';
import { type Lang, words } from '../../locales/index.ts';

export interface SummaryRow {
  readonly label: string;
  /** Empty shows "Not given". */
  readonly value: Child;
  /** Shown first, with the full value behind "Show" (C4, T2): `••• - •• - 1234`. */
  readonly masked?: string | undefined;
  /** Where this answer is changed. */
  readonly changeHref?: string | undefined;
}

/** "Check your answers": each with its way back. The reveal is `<details>`, so it needs no script. */
export function SummaryList(props: { readonly lang: Lang; readonly rows: readonly SummaryRow[] }) {
  const say = words(props.lang).common.summary;
  return (
    <dl class="signet-summary">
      {props.rows.map((row) => (
        <div class="signet-summary__row">
          <dt class="signet-summary__label">{row.label}</dt>
          <dd class="signet-summary__value">
            {row.masked ? (
              <details class="signet-reveal">
                <summary class="signet-reveal__toggle">
                  <span class="signet-reveal__masked">{row.masked}</span>{' '}
                  <span class="signet-reveal__word signet-reveal__word--show">
                    {say.show}
                    <span class="usa-sr-only"> {row.label}</span>
                  </span>
                  <span class="signet-reveal__word signet-reveal__word--hide">
                    {say.hide}
                    <span class="usa-sr-only"> {row.label}</span>
                  </span>
                </summary>
                <span class="signet-reveal__value">{row.value}</span>
              </details>
            ) : (
              row.value || <span class="signet-muted">{say.notGiven}</span>
            )}
          </dd>
          {row.changeHref ? (
            <dd class="signet-summary__change">
              <a href={row.changeHref}>
                {say.change}
                <span class="usa-sr-only"> {row.label}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  );
}
