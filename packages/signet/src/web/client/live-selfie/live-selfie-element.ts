import { make, makeButton } from '../build-element.ts';
import { hasCamera } from '../camera/photo.ts';
import { whyNoCamera } from '../camera/why-no-camera.ts';
import { goTo, postJson } from '../same-site.ts';
import { frameOf, type LiveAnswer } from './live-frames.ts';
import { ownCamera, type PictureSource } from './picture-source.ts';

interface LiveWords {
  readonly start: string;
  readonly starting: string;
  readonly stop: string;
  readonly again: string;
  readonly cannot: string;
  readonly aloud: string;
  readonly silent: string;
  readonly done: string;
  readonly counted: string;
  readonly otherWays: string;
  readonly ask: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly failures: Readonly<
    Record<
      'camera' | 'absent' | 'failed' | 'network' | 'tooMany' | 'nothingLeft' | 'over' | 'anotherFace',
      string
    >
  >;
}

/** Between an answer and the next frame: time to move, and for the server to breathe. */
const pause = 500;
/** A line that drops for a moment is no failure. */
const networkTries = 3;
/** The server looks at frames of others: ours waits for its turn, however long. */
const busy = 503;
/** One frame can be blurred by a movement; so many in a row are not. */
const framesOfAnother = 3;
/** Each frame counts towards those of a day, so none is sent in haste. */
const busyPause = 2000;
/** Frames that the server looked at in a row, and that showed nothing new: after so many, the other ways are shown, too. */
const framesInVain = 20;
/** The picture is a mirror: a person's left is on the left of the screen. */
const arrows: Readonly<Record<string, string>> = { 'turn-left': '←', 'turn-right': '→', 'chin-down': '↓' };

/**
 * `<signet-live-selfie begin-url frame-url words>`: shows the camera as a mirror, says what the server asks for, and sends
 * frames until the server has seen it. The server alone judges; nothing here says that a movement was done.
 */
export class LiveSelfieElement extends HTMLElement {
  #source: PictureSource = ownCamera;
  #stream: MediaStream | undefined;
  /** Of the try that runs; another one ends the loop of the one before. */
  #run = 0;
  #nonce = '';
  #asked = '';
  #aloud = false;
  readonly #without = new Set<string>();

  readonly #video = make('video', 'signet-camera__video');
  readonly #stage = make('div', 'signet-camera__stage');
  readonly #arrow = make('div', 'signet-camera__guide-arrow');
  readonly #asks = make('p', 'signet-live-selfie__ask');
  readonly #hint = make('p', 'signet-status');
  readonly #otherWays = make('p', 'signet-live-selfie__other-ways');
  readonly #count = make('p', 'signet-live-selfie__count');
  readonly #buttons = make('div', 'signet-buttons');

  connectedCallback(): void {
    if (this.contains(this.#hint)) return;
    if (hasCamera()) this.hidden = false;
    this.#video.muted = true;
    this.#video.playsInline = true;
    this.#arrow.setAttribute('aria-hidden', 'true');
    this.#asks.setAttribute('aria-live', 'assertive');
    this.#hint.setAttribute('role', 'status');
    this.#otherWays.setAttribute('role', 'status');
    this.#stage.append(this.#video, make('div', 'signet-camera__guide'), this.#arrow);
    this.append(this.#asks, this.#hint, this.#stage, this.#count, this.#buttons, this.#otherWays);
    this.#rest(this.#words.start);
    window.addEventListener('pagehide', () => this.#stop());
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  /**
   * Takes the picture from somewhere else than this device's camera. What the person before the last camera could not do says
   * nothing of the person before this one.
   */
  startWith(source: PictureSource): void {
    this.#stop();
    this.hidden = false;
    this.#source = source;
    this.#without.clear();
    for (const movement of source.cannot ?? []) this.#without.add(movement);
    void this.#start();
  }

  get #words(): LiveWords {
    return JSON.parse(this.getAttribute('words') ?? '{}') as LiveWords;
  }

  /** Nothing runs: one button, and why the last try ended. */
  #rest(start: string, text = ''): void {
    this.#stop();
    this.dataset.state = 'rest';
    this.#stage.hidden = true;
    this.#asks.textContent = '';
    this.#count.textContent = '';
    this.#offerOtherWays(false);
    this.#hint.textContent = text;
    this.#hint.classList.toggle('signet-live-selfie__failure', text !== '');
    this.#buttons.replaceChildren(makeButton('usa-button', start, () => void this.#start()));
  }

  async #start(): Promise<void> {
    const run = ++this.#run;
    this.#hint.textContent = this.#words.starting;
    try {
      if (!this.#stream) await this.#open();
    } catch (error) {
      const { camera: denied, absent, failed } = this.#words.failures;
      this.#rest(this.#words.again, { denied, absent, failed }[whyNoCamera(error)]);
      return;
    }
    this.dataset.state = 'live';
    this.#hint.classList.remove('signet-live-selfie__failure');
    this.#stage.hidden = false;
    this.#showButtons();
    await this.#takePicture(run);
  }

  async #open(): Promise<void> {
    this.#stream = await this.#source.open();
    this.#video.srcObject = this.#stream;
    await this.#video.play();
  }

  async #takePicture(run: number): Promise<void> {
    const begun = await this.#post(this.getAttribute('begin-url') ?? '', { without: [...this.#without] });
    if (!begun || run !== this.#run) return;
    this.#nonce = begun.nonce;
    this.#show(begun);
    let others = 0;
    let inVain = 0;
    while (run === this.#run) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (run !== this.#run || document.hidden) continue;
      const camera = this.#stream?.getVideoTracks()[0]?.label.slice(0, 200);
      const frame = { nonce: this.#nonce, frame: frameOf(this.#video), camera };
      const answer = await this.#post(this.getAttribute('frame-url') ?? '', frame);
      if (!answer || run !== this.#run) return;
      if (answer.redirect) return this.#finish(answer.redirect);
      others = answer.problem === 'another-face' ? others + 1 : 0;
      if (others === framesOfAnother) return this.#rest(this.#words.again, this.#words.failures.anotherFace);
      inVain = answer.problem ? inVain + 1 : 0;
      this.#offerOtherWays(inVain >= framesInVain);
      this.#show(answer);
    }
  }

  /** They stand beneath the camera, which goes on: whoever is about to be seen loses nothing. */
  #offerOtherWays(offer: boolean): void {
    this.toggleAttribute('data-in-vain', offer);
    const text = offer ? this.#words.otherWays : '';
    if (this.#otherWays.textContent !== text) this.#otherWays.textContent = text;
  }

  /** The next try is this device's camera again. */
  #leave(start: string): void {
    if (this.#source !== ownCamera) this.#without.clear();
    this.#source = ownCamera;
    this.#rest(start);
    this.hidden = !hasCamera();
  }

  #finish(path: string): void {
    this.#stop();
    this.#asks.textContent = this.#words.done;
    this.#hint.textContent = '';
    this.#buttons.replaceChildren();
    goTo(path);
  }

  /** An answer of the server; where there is none, this try has ended and it is said why. */
  async #post(path: string, body: object): Promise<LiveAnswer | undefined> {
    const { again, failures } = this.#words;
    for (let tries = 0; tries < networkTries; ) {
      const answer = await postJson(path, body).catch(() => undefined);
      if (answer?.ok) return (await answer.json()) as LiveAnswer;
      if (answer?.status !== busy) tries++;
      else this.#hint.textContent = this.#words.problems.busy ?? '';
      if (answer?.status === 422) return { nonce: this.#nonce, ask: this.#asked, seen: 0, of: 0 };
      if (answer?.status === 429) this.#rest(again, failures.tooMany);
      if (answer?.status === 409) await this.#end(answer);
      if (answer && answer.status < 500) return undefined;
      await new Promise((resolve) => setTimeout(resolve, answer?.status === busy ? busyPause : pause * 2));
    }
    this.#rest(again, failures.network);
    return undefined;
  }

  /** The server takes no frame of this try: it is over, or too few movements are left to ask for. */
  async #end(answer: Response): Promise<void> {
    const { again, failures } = this.#words;
    const { refused } = (await answer.json()) as { readonly refused?: string };
    if (refused === 'nothing-left') this.#without.clear();
    this.#rest(again, refused === 'nothing-left' ? failures.nothingLeft : failures.over);
  }

  #show({ ask, seen, of, problem }: LiveAnswer): void {
    const words = this.#words;
    const text = words.ask[ask] ?? '';
    this.#hint.textContent = problem ? (words.problems[problem] ?? '') : '';
    if (of > 0)
      this.#count.textContent = words.counted
        .replace('{seen}', String(Math.min(seen + 1, of)))
        .replace('{of}', String(of));
    if (ask === this.#asked && this.#asks.textContent === text) return;
    this.#asked = ask;
    this.#source.asked?.(ask);
    this.#asks.textContent = text;
    this.dataset.ask = ask;
    this.#arrow.textContent = arrows[ask] ?? '';
    this.#showButtons();
    this.scrollIntoView({ block: 'start' }); // now that all of it has its size
    this.#speak(text);
  }

  #showButtons(): void {
    const { stop, cannot, aloud, silent, start } = this.#words;
    const outline = 'usa-button usa-button--outline';
    const buttons = [makeButton(outline, stop, () => this.#leave(start))];
    if ('speechSynthesis' in window)
      buttons.unshift(makeButton(outline, this.#aloud ? silent : aloud, () => this.#toggleSpeech()));
    if (this.#asked !== '' && this.#asked !== 'straight')
      buttons.push(makeButton(outline, cannot, () => this.#skip()));
    this.#buttons.replaceChildren(...buttons);
  }

  /** Another movement is drawn in its place, and the picture begins anew. */
  #skip(): void {
    this.#without.add(this.#asked);
    void this.#start();
  }

  #toggleSpeech(): void {
    this.#aloud = !this.#aloud;
    if (!this.#aloud) window.speechSynthesis.cancel();
    this.#showButtons();
    this.#speak(this.#asks.textContent ?? '');
  }

  #speak(text: string): void {
    if (!this.#aloud || text === '') return;
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = this.lang;
    window.speechSynthesis.cancel();
    window.speechSynthesis.speak(spoken);
  }

  #stop(): void {
    this.#run++;
    this.#asked = '';
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
    this.#video.srcObject = null;
    if ('speechSynthesis' in window) window.speechSynthesis.cancel();
  }
}
