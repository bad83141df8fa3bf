import type { Child } from 'hono/jsx';
import { csrfField, type PageFrame, requestField } from '../page-frame.ts';

export interface FormProps {
  readonly frame: Pick<PageFrame, 'csrf' | 'request'>;
  readonly action: string;
  readonly children: Child;
  /** Set where the form holds a `FileField`. */
  readonly files?: boolean | undefined;
  /** Names the form where a page has several. */
  readonly label?: string | undefined;
  readonly id?: string | undefined;
}

/** Always POST, always with the CSRF token and with the agency's request that the page is on the way to, or none. `novalidate`: the server's words, in the person's language. */
export function Form(props: FormProps) {
  return (
    <form
      class="signet-form"
      id={props.id}
      method="post"
      action={props.action}
      enctype={props.files ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      novalidate
    >
      <input type="hidden" name={csrfField} value={props.frame.csrf} />
      <input type="hidden" name={requestField} value={props.frame.request ?? ''} />
      {props.children}
    </form>
  );
}
