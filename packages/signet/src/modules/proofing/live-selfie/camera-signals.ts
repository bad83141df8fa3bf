import { createHash } from 'node:crypto';
import type { CameraSignal } from '../flow/index.ts';

/**
 * Names under which programs that play a film or draw a face offer it as a camera. Those that only carry a phone's own
 * picture to a computer are none of them. A name is what the browser says: whoever changes it is not seen here.
 */
const virtualCameras = [
  /\bobs\b/i,
  /many ?cam/i,
  /\bvirtual\b/i,
  /\bvcam\b/i,
  /x-?split/i,
  /snap ?camera/i,
  /cam ?twist/i,
  /split ?cam/i,
  /you ?cam/i,
  /webcamoid/i,
  /v4l2 ?loopback|dummy video device/i,
  /unity video capture/i,
  /deep ?face ?live|avatarify|swapface/i,
];

export const isVirtualCamera = (name: string): boolean => virtualCameras.some((one) => one.test(name));

/** A sensor never gives the same bytes twice; a camera that stands still for a moment may be sent twice. */
const samePictures = 3;
/** Tries of which a process remembers frames; the one that is longest ago gives way. */
const remembered = 500;

/**
 * Remembers, in this process, which bytes a try has sent: by their hash alone, and until newer tries come. Frames of one try
 * that reach several processes are counted in each, so this sees less than there is, and never more.
 */
export class SentFrames {
  readonly #tries = new Map<string, Map<string, number>>();

  /** Whether this try has now sent one picture again and again. */
  isRepeated(nonce: string, bytes: Uint8Array): boolean {
    const sent = this.#tries.get(nonce) ?? new Map<string, number>();
    this.#tries.delete(nonce);
    this.#tries.set(nonce, sent);
    const [oldest] = this.#tries.keys();
    if (this.#tries.size > remembered && oldest) this.#tries.delete(oldest);
    const name = createHash('sha256').update(bytes).digest('base64');
    sent.set(name, (sent.get(name) ?? 0) + 1);
    return [...sent.values()].some((times) => times >= samePictures);
  }
}

/** What speaks against a living person before a camera of their own (A19). A person looks; nobody is refused for it. */
export function signalsOf(camera: string | undefined, isRepeated: boolean): readonly CameraSignal[] {
  return [
    ...(camera && isVirtualCamera(camera) ? (['virtual-camera'] as const) : []),
    ...(isRepeated ? (['repeated-frames'] as const) : []),
  ];
}
