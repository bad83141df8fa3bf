import { type Advice, type CardLook, type CardQuestion, type Shape, Shutter } from '../card-finder/index.ts';

/** Enough to tell a sharp card from a blurred one; a quarter of what is sent to a server. */
const longestSide = 960;
/** The server takes no document of fewer pixels: such a camera cannot help by itself. */
const leastSide = 1000;
/** From one look to the next, where the device is quick enough. */
const betweenLooks = 150;
/** What the camera says first is heard to its end, and no photo is taken before. */
const quietAtFirst = 2500;
const betweenWords = 1500;

interface CardWatchNeeds {
  /** Of the script that looks: it is loaded when the camera is opened, and by nobody else. */
  readonly finder: string;
  readonly shape: Shape;
  advise(advice: Advice): void;
  release(): void;
  /** It cannot be loaded or fails: the person takes the photo. */
  gone(): void;
}

/** Looks at a camera's pictures for a card, in a worker, and says what to do until the photo can be taken. */
export class CardWatch {
  readonly #needs: CardWatchNeeds;
  readonly #worker: Worker;
  readonly #canvas = document.createElement('canvas');
  readonly #shutter = new Shutter();
  readonly #startedAt = performance.now();
  readonly #video: HTMLVideoElement;
  #saidAt = performance.now() + quietAtFirst - betweenWords;
  #said: Advice | undefined;
  #askedAt = 0;
  #timer = 0;

  /** Undefined where this device or its camera cannot. */
  static start(video: HTMLVideoElement, needs: CardWatchNeeds): CardWatch | undefined {
    if (!('Worker' in window) || Math.max(video.videoWidth, video.videoHeight) < leastSide) return undefined;
    try {
      return new CardWatch(video, needs);
    } catch {
      return undefined;
    }
  }

  private constructor(video: HTMLVideoElement, needs: CardWatchNeeds) {
    this.#video = video;
    this.#needs = needs;
    this.#worker = new Worker(needs.finder);
    this.#worker.addEventListener('message', ({ data }: MessageEvent<CardLook>) => this.#seen(data));
    this.#worker.addEventListener('error', () => this.#fail());
    this.#ask();
  }

  stop(): void {
    window.clearTimeout(this.#timer);
    this.#worker.terminate();
  }

  #fail(): void {
    this.stop();
    this.#needs.gone();
  }

  #ask(): void {
    const { videoWidth, videoHeight } = this.#video;
    if (document.hidden || videoWidth === 0) {
      this.#askLater();
      return;
    }
    const scale = Math.min(1, longestSide / Math.max(videoWidth, videoHeight));
    const width = Math.round(videoWidth * scale);
    const height = Math.round(videoHeight * scale);
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    if (!context) {
      this.#fail();
      return;
    }
    context.drawImage(this.#video, 0, 0, width, height);
    const rgba = context.getImageData(0, 0, width, height).data;
    const question: CardQuestion = { frame: { width, height, rgba }, shape: this.#needs.shape };
    this.#askedAt = performance.now();
    this.#worker.postMessage(question, [rgba.buffer]);
  }

  #askLater(): void {
    const wait = Math.max(0, betweenLooks - (performance.now() - this.#askedAt));
    this.#timer = window.setTimeout(() => this.#ask(), wait);
  }

  #seen(look: CardLook): void {
    const { advice, release } = this.#shutter.take(look);
    const now = performance.now();
    if (release && now - this.#startedAt > quietAtFirst) {
      this.#needs.release();
      return;
    }
    if (advice !== this.#said && now - this.#saidAt > betweenWords) {
      this.#said = advice;
      this.#saidAt = now;
      this.#needs.advise(advice);
    }
    this.#askLater();
  }
}
