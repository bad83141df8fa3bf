import type { PictureSource } from '../live-selfie/picture-source.ts';

const asks = ['straight', 'turn-left', 'turn-right', 'chin-down', 'open-mouth'] as const;
type Ask = (typeof asks)[number];

/** The frames' own size. */
const side = 480;
/** Drawn so often: a canvas that does not change gives a video no frames. */
const everyMs = 100;
/** As long as somebody takes to do what they hear. */
const movesAfterMs = 400;

/** Nobody holds quite still: each frame is a little larger, and elsewhere. Otherwise one that does not do never would. */
const sway = 0.02;

/** A made-up person before a camera, who does what is asked: still frames, drawn over and over. `folder` ends in a slash. */
export class BorrowedCamera implements PictureSource {
  readonly cannot: readonly string[];
  readonly #folder: string;
  #frames = new Map<string, ImageBitmap>();
  #shown: Ask = 'straight';

  constructor(folder: string, cannot: readonly string[]) {
    this.#folder = folder;
    this.cannot = cannot;
  }

  async open(): Promise<MediaStream> {
    const loaded = await Promise.all(asks.map(async (ask) => [ask, await this.#load(ask)] as const));
    this.#frames = new Map(loaded);
    this.#shown = 'straight';
    const canvas = document.createElement('canvas');
    canvas.width = side;
    canvas.height = side;
    const context = canvas.getContext('2d');
    const draw = () => {
      const frame = this.#frames.get(this.#shown);
      const size = side * (1 + Math.random() * sway);
      const offset = () => Math.random() * (side - size);
      if (frame) context?.drawImage(frame, offset(), offset(), size, size);
    };
    draw();
    const stream = canvas.captureStream();
    const drawing = setInterval(() => (stream.active ? draw() : clearInterval(drawing)), everyMs);
    return stream;
  }

  asked(ask: string): void {
    const known = asks.find((one) => one === ask);
    if (known) setTimeout(() => (this.#shown = known), movesAfterMs);
  }

  async #load(ask: Ask): Promise<ImageBitmap> {
    const answer = await fetch(`${this.#folder}${ask}.jpg`);
    if (!answer.ok) throw new Error(`no frame ${ask}`);
    return createImageBitmap(await answer.blob());
  }
}
