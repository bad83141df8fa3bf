import type { Child } from 'hono/jsx';
import { type Lang, words } from '../../locales/index.ts';

/** A short state beside a thing: "Active", "Needs review". The words carry the meaning, the tone only helps. */
export function Tag(props: {
  readonly tone?: 'plain' | 'good' | 'attention' | 'bad' | undefined;
  readonly children: Child;
}) {
  return <span class={`usa-tag usa-tag--${props.tone ?? 'plain'}`}>{props.children}</span>;
}

/** "or", between two ways to the same end. */
export function OrDivider(props: { readonly lang: Lang }) {
  return <p class="signet-or">{words(props.lang).common.or}</p>;
}

/** Something to copy or write down exactly: a recovery code, an authenticator key. */
export function Secret(props: { readonly children: Child }) {
  return <code class="signet-secret">{props.children}</code>;
}
