import type { Child } from 'hono/jsx';

/** Names and what they are, one below the other. */
export function Facts({
  facts,
}: {
  readonly facts: readonly { readonly name: string; readonly value: Child }[];
}) {
  return (
    <dl>
      {facts.map(({ name, value }) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
