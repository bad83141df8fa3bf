import type { Child } from 'hono/jsx';
import type { Frame } from '../pages/index.ts';

interface FormProps {
  readonly frame: Frame;
  readonly action: string;
  /** What is typed outlives a session that runs out, and is shown again on the page that the frame names. */
  readonly keep?: boolean;
  readonly children: Child;
}

const kept = {
  en: 'This is what you had filled in. Nothing has been sent yet.',
  es: 'Esto es lo que había llenado. Todavía no se envió nada.',
} as const;

/** A form of this session: its token rides along against forged posts. */
export function Form({ frame, action, keep = false, children }: FormProps) {
  return (
    <form class="form" method="post" action={action} novalidate>
      <Hidden name="form_token" value={frame.formToken ?? ''} />
      {keep ? <Hidden name="form_page" value={frame.path} /> : null}
      {keep && frame.kept ? (
        <p class="notice" role="status">
          {kept[frame.lang]}
        </p>
      ) : null}
      {children}
    </form>
  );
}

interface HiddenProps {
  readonly name: string;
  readonly value: string;
  /** On a check page: typed on the page before, and there again if the language is switched. */
  readonly typed?: boolean;
}

export const Hidden = ({ name, value, typed }: HiddenProps) => (
  <input type="hidden" name={name} value={value} data-typed={typed ? '' : undefined} />
);

export const Submit = ({ children, quiet }: { readonly children: Child; readonly quiet?: boolean }) => (
  <button class={quiet ? 'button button-quiet' : 'button'} type="submit">
    {children}
  </button>
);
