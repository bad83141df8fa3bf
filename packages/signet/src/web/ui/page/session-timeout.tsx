import { words } from '../../locales/index.ts';
import { Form } from '../form/index.ts';
import { type PageFrame, places, type SignedIn } from '../page-frame.ts';

/** Warns two minutes before the idle limit and lets it be extended (WCAG 2.2.1, B11). */
export function SessionTimeout(props: { readonly frame: PageFrame; readonly signedIn: SignedIn }) {
  const say = words(props.frame.lang).common.timeout;
  return (
    <signet-session-timeout
      idle-seconds={String(props.signedIn.idleSeconds)}
      extend-url={places.stayIn}
      data-body={say.body}
      data-body-last={say.bodyLast}
      data-extended={say.extended}
    >
      <dialog class="signet-dialog" aria-labelledby="timeout-title" aria-describedby="timeout-body">
        <h2 class="signet-dialog__title" id="timeout-title">
          {say.title}
        </h2>
        <p id="timeout-body" />
        <div class="signet-buttons">
          <button class="usa-button" type="button" data-extend>
            {say.extend}
          </button>
          <Form frame={props.frame} action={places.signOut}>
            <button class="usa-button usa-button--outline" type="submit">
              {say.signOut}
            </button>
          </Form>
        </div>
      </dialog>
      <p class="usa-sr-only" role="status" />
    </signet-session-timeout>
  );
}
