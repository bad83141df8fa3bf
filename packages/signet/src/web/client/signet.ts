/**
 * Everything that runs in the browser. Each element makes better what already works without it; none holds
 * rules or words: words come in `data-*` attributes from the server, in the person's language.
 */
import { CameraElement } from './camera/camera.ts';
import { CopyElement } from './copy.ts';
import { FocusElement } from './focus-errors.ts';
import { keepTyped } from './keep-typed.ts';
import { LiveSelfieElement } from './live-selfie/live-selfie-element.ts';
import { DatedTextElement, LocalTimeElement } from './local-time.ts';
import { PasskeyElement } from './passkey.ts';
import { PasskeySignalsElement } from './passkey-signals.ts';
import { PasswordElement } from './password-toggle.ts';
import { PrintElement } from './print.ts';
import { ProgressElement } from './progress.ts';
import { SendingElement } from './send-photo.ts';
import { SessionTimeoutElement } from './session-timeout.ts';
import { pressOnce } from './single-submit.ts';

customElements.define('signet-camera', CameraElement);
customElements.define('signet-sending', SendingElement); // behind the camera: it looks for a photo
customElements.define('signet-dated-text', DatedTextElement); // before what copies the text
customElements.define('signet-copy', CopyElement);
customElements.define('signet-focus', FocusElement);
customElements.define('signet-time', LocalTimeElement);
customElements.define('signet-live-selfie', LiveSelfieElement);
customElements.define('signet-passkey', PasskeyElement);
customElements.define('signet-passkey-signals', PasskeySignalsElement);
customElements.define('signet-password', PasswordElement);
customElements.define('signet-print', PrintElement);
customElements.define('signet-progress', ProgressElement);
customElements.define('signet-session-timeout', SessionTimeoutElement);

keepTyped();
pressOnce();
