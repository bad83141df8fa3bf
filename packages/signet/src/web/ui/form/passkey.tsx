import type { Child } from 'hono/jsx';
import { words } from '../../locales/index.ts';
import { type PageFrame, requestField } from '../page-frame.ts';

export interface PasskeyProps {
  readonly frame: PageFrame;
  readonly mode: 'register' | 'signin';
  /** POST → options JSON of WebAuthn, with `extensions.prf.eval.first` as base64url where a wrap is wanted. */
  readonly optionsUrl: string;
  /** POST of the response JSON → `{ "redirect": "/path" }` (same site) or `{ "prfOptions": … }` or a refusal. */
  readonly verifyUrl: string;
  /** The options of the first ceremony, when the page brings them along; `optionsUrl` serves the later ones. */
  readonly options?: object | undefined;
  /** Another origin to which a redirect may lead. */
  readonly leadsTo?: string | undefined;
  /** Words of the button. */
  readonly children: Child;
  /** Stands above the button, and only where there is one. */
  readonly about?: Child | undefined;
  /** No other way stands on the page. */
  readonly alone?: boolean | undefined;
  readonly kind?: 'primary' | 'secondary' | undefined;
  /** Also offer the passkey in the browser's autofill of `autocomplete="username webauthn"`. */
  readonly autofill?: boolean | undefined;
}

/** A button that appears only where the browser knows passkeys, with what is said about it; else the page says why not. */
export function Passkey(props: PasskeyProps) {
  const say = words(props.frame.lang).common.passkey;
  const unsupported = props.alone ? say.unsupportedAlone : say.unsupported;
  return (
    <signet-passkey
      class="signet-passkey"
      mode={props.mode}
      options-url={props.optionsUrl}
      verify-url={verifyUrl(props)}
      options={props.options && JSON.stringify(props.options)}
      leads-to={props.leadsTo}
      autofill={props.autofill ? 'true' : undefined}
      data-waiting={say.waiting}
      data-checking={say.checking}
      data-unsupported={unsupported}
      data-canceled={say.canceled}
      data-already-registered={say.alreadyRegistered}
      data-refused={say.refused}
      data-failed={say.failed}
      data-offline={say.offline}
    >
      {props.about ? (
        <div data-about hidden>
          {props.about}
        </div>
      ) : null}
      <button
        class={props.kind === 'secondary' ? 'usa-button usa-button--outline' : 'usa-button'}
        type="button"
        hidden
      >
        {props.children}
      </button>
      <p class="signet-status" role="status" />
      <noscript>
        <p class="usa-hint">{unsupported}</p>
      </noscript>
    </signet-passkey>
  );
}

function verifyUrl({ frame, verifyUrl: url }: PasskeyProps): string {
  return `${url}${url.includes('?') ? '&' : '?'}${requestField}=${frame.request ?? ''}`;
}
