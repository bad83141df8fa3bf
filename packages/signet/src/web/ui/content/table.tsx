import type { Child } from 'hono/jsx';

export interface TableProps {
  /** Says what the table holds; read first by a screen reader. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** One cell per column; the first names the row. */
  readonly rows: readonly (readonly Child[])[];
}

/** Scrolls by itself where the page is narrow, and can be scrolled by keyboard, so the page never moves sideways. */
export function Table(props: TableProps) {
  return (
    <section class="signet-table" aria-label={props.caption} tabindex={0}>
      <table class="usa-table">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr>{row.map((cell, index) => (index === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>))}</tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
