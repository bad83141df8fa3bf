/** A script of its own beside `signet.ts`: it is served and named by pages in the sandbox only. */
import { SandboxCameraElement } from './sandbox-camera-element.ts';

customElements.define('signet-sandbox-camera', SandboxCameraElement);
