import { words } from '../../locales/index.ts';
import type { PageFrame } from '../../ui/index.ts';
import { assetUrl, Button } from '../../ui/index.ts';

interface SandboxCameraProps {
  /** Of the sandbox; nothing elsewhere. */
  readonly home: string | undefined;
  readonly frame: Pick<PageFrame, 'lang'>;
}

/**
 * A camera to borrow, for people who try the sandbox: they have none, or are not the person whose license they show. Drawn
 * nowhere else, and by a script that is served nowhere else. What it shows is judged as any other picture.
 */
export function SandboxCamera({ frame, home }: SandboxCameraProps) {
  if (!home) return null;
  const say = words(frame.lang).proofing.sandbox;
  return (
    <signet-sandbox-camera class="usa-alert usa-alert--info" hidden home={home}>
      <div class="usa-alert__body">
        <h2 class="usa-alert__heading">{say.cameraTitle}</h2>
        <p>{say.cameraBody}</p>
        <label class="usa-label" for="lender">
          {say.cameraWhose}
        </label>
        <select class="usa-select" id="lender" />
        <Button kind="secondary" type="button">
          {say.cameraUse}
        </Button>
      </div>
      <script type="module" src={assetUrl('sandbox-camera.js')} />
    </signet-sandbox-camera>
  );
}
