import type { Child } from 'hono/jsx';

type Kind = 'primary' | 'secondary' | 'danger' | 'link';

const look = (kind: Kind | undefined): string => {
  switch (kind) {
    case 'secondary':
      return 'usa-button usa-button--outline';
    case 'danger':
      return 'usa-button usa-button--danger';
    case 'link':
      return 'usa-button usa-button--unstyled';
    default:
      return 'usa-button';
  }
};

export interface ButtonProps {
  readonly children: Child;
  readonly kind?: Kind | undefined;
  readonly type?: 'submit' | 'button' | undefined;
  /** With `value`: which of a form's buttons was pressed. */
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Sends the form elsewhere, e.g. to "send a new code". */
  readonly formaction?: string | undefined;
  /** Second half of an accessible name that the visible words leave out: "Remove" + "passkey Laptop". */
  readonly about?: string | undefined;
}

export function Button(props: ButtonProps) {
  return (
    <button
      class={look(props.kind)}
      type={props.type ?? 'submit'}
      name={props.name}
      value={props.value}
      formaction={props.formaction}
    >
      {props.children}
      {props.about ? <span class="usa-sr-only"> {props.about}</span> : null}
    </button>
  );
}

export interface ButtonLinkProps {
  readonly href: string;
  readonly children: Child;
  readonly kind?: Kind | undefined;
}

/** Goes somewhere and changes nothing; looks like a button where it is the page's main step. */
export function ButtonLink(props: ButtonLinkProps) {
  return (
    <a class={look(props.kind)} href={props.href}>
      {props.children}
    </a>
  );
}

/** Buttons side by side, stacked on a narrow screen; the main one first. */
export function ButtonGroup(props: { readonly children: Child }) {
  return <div class="signet-buttons">{props.children}</div>;
}

/** "Back", above the heading. */
export function BackLink(props: { readonly href: string; readonly children: Child }) {
  return (
    <a class="signet-back" href={props.href}>
      {props.children}
    </a>
  );
}
