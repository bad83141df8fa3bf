import type { Child } from 'hono/jsx';

export interface Fact {
  readonly name: string;
  readonly value: Child;
  readonly money?: boolean;
}

/** Names and values, one under the other on a narrow screen and side by side on a wide one. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ name, value, money }) => (
        <div>
          <dt>{name}</dt>
          <dd class={money ? 'money' : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
