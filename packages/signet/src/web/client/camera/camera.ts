import { make, makeButton } from '../build-element.ts';
import { chooseAutomatic, isAutomatic } from './automatic-choice.ts';
import { CardWatch } from './card-watch.ts';
import { hasCamera, photograph, reduced } from './photo.ts';
import { whyNoCamera } from './why-no-camera.ts';

type State = 'choose' | 'live' | 'taken';

/**
 * `<signet-camera facing guide>` around a file input: a live picture with a guide, a still put into the input,
 * a look at it and another try. Where there is no camera, or it is refused, the input alone serves, under a button in
 * the words of the page. `from="file"` offers no camera.
 * The hidden `<name>-source` says `live` or `file`; it is the page's word only, so the server must not trust it.
 */
export class CameraElement extends HTMLElement {
  #stream: MediaStream | undefined;
  #previewUrl = '';

  readonly #status = make('p', 'signet-status');
  readonly #video = make('video', 'signet-camera__video');
  readonly #picture = document.createElement('img');
  readonly #live = make('div', 'signet-camera__live');
  readonly #preview = make('div', 'signet-camera__preview');
  readonly #choose = make('div', 'signet-camera__choose');
  readonly #source = document.createElement('input');
  readonly #switch = makeButton('usa-button usa-button--unstyled', '', () => this.#switchAutomatic());
  #watch: CardWatch | undefined;
  #isAutomatic = isAutomatic();
  #start: HTMLButtonElement | undefined;
  #take: HTMLButtonElement | undefined;
  #retake: HTMLButtonElement | undefined;

  connectedCallback(): void {
    const input = this.querySelector<HTMLInputElement>('input[type="file"]');
    if (!input || this.contains(this.#status)) return;
    this.#build(input);
    input.addEventListener('change', () => void this.#choosePhoto(input));
    window.addEventListener('pagehide', () => this.#stop());
  }

  disconnectedCallback(): void {
    this.#stop();
    URL.revokeObjectURL(this.#previewUrl);
  }

  #build(input: HTMLInputElement): void {
    const words = this.dataset;
    this.#status.setAttribute('role', 'status');
    this.#source.type = 'hidden';
    this.#source.name = `${input.name}-source`;
    this.#source.value = 'file';
    this.#video.muted = true;
    this.#video.playsInline = true;

    const stage = make('div', 'signet-camera__stage');
    stage.append(this.#video, make('div', 'signet-camera__guide'));
    this.#take = makeButton('usa-button', words.takePhoto ?? '', () => void this.#takePhoto(input));
    const close = makeButton('usa-button usa-button--outline', words.closeCamera ?? '', () => this.#close());
    this.#live.append(stage, row(this.#take, close));
    this.#live.addEventListener('keydown', (event) => this.#keepKeys(event));

    this.#picture.alt = words.previewAlt ?? '';
    this.#retake = makeButton('usa-button usa-button--outline', words.retake ?? '', () => this.#again(input));
    this.#preview.append(this.#picture, row(this.#retake));

    if (hasCamera() && this.getAttribute('from') !== 'file') {
      this.#start = makeButton(
        'usa-button usa-button--outline',
        words.useCamera ?? '',
        () => void this.#open(),
      );
      this.#choose.append(this.#start, make('p', 'signet-camera__or', words.orUpload));
      // With a live camera beside it, the input is for photos that exist already.
      input.removeAttribute('capture');
    }
    this.#choose.append(inOurWords(input, words.chooseFile ?? ''));
    this.append(this.#choose, this.#status, this.#live, this.#preview, this.#source);
    this.#show('choose');
  }

  async #open(): Promise<void> {
    this.#say('starting');
    try {
      this.#stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: {
          facingMode: { ideal: this.getAttribute('facing') ?? 'environment' },
          width: { ideal: 3840 },
          height: { ideal: 2160 },
        },
      });
      this.#video.srcObject = this.#stream;
      await this.#video.play();
    } catch (error) {
      this.#stop();
      this.#show('choose');
      this.#say(whyNoCamera(error));
      return;
    }
    this.#show('live');
    this.#say('ready');
    this.#take?.focus();
    this.#status.scrollIntoView({ block: 'start' }); // above the picture: what is said of it must be on the screen, too
    if (this.#isAutomatic) this.#startWatching();
    else this.#showSwitch();
  }

  /** Looks for the document in the picture. Where that cannot be, all is as it is without: the button takes the photo. */
  #startWatching(): void {
    const finder = this.getAttribute('finder');
    if (!finder) return;
    const shape = this.getAttribute('guide') === 'passport' ? 'passport' : 'card';
    this.#watch = CardWatch.start(this.#video, {
      finder,
      shape,
      advise: (advice) => {
        this.dataset.advice = advice;
        this.#write(this.#advice[advice] ?? '');
      },
      release: () => this.#take?.click(),
      gone: () => {
        this.#stopWatching();
        this.#switch.remove();
        this.#say('ready');
      },
    });
    if (!this.#watch) return;
    this.#say('readyAutomatic');
    this.#showSwitch();
  }

  #stopWatching(): void {
    this.#watch?.stop();
    this.#watch = undefined;
    delete this.dataset.advice;
  }

  /** Some want to choose the moment, or cannot hold still: nothing is then taken by itself, on this page and the next. */
  #switchAutomatic(): void {
    this.#isAutomatic = !this.#isAutomatic;
    chooseAutomatic(this.#isAutomatic);
    this.#stopWatching();
    this.#say('ready');
    if (this.#isAutomatic) this.#startWatching();
    this.#showSwitch();
  }

  #showSwitch(): void {
    this.#switch.textContent =
      (this.#isAutomatic ? this.dataset.automaticOff : this.dataset.automaticOn) ?? '';
    if (this.hasAttribute('finder')) this.#take?.parentElement?.append(this.#switch);
  }

  get #advice(): Readonly<Record<string, string>> {
    return JSON.parse(this.getAttribute('advice') ?? '{}') as Readonly<Record<string, string>>;
  }

  async #takePhoto(input: HTMLInputElement): Promise<void> {
    if (!this.#stream) return; // it was taken by itself in the moment of the press
    this.#stopWatching();
    const photo = await photograph(this.#video);
    this.#stop();
    this.#put(input, photo, 'live');
    this.#say('taken');
    this.#retake?.focus();
  }

  async #choosePhoto(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    this.#say('preparing');
    this.#put(input, await reduced(file), 'file');
    this.#say('chosen');
    // a person at another place of the page already keeps the focus
    if (document.activeElement === input || document.activeElement === document.body)
      this.#sending()?.focus();
  }

  /** Where a person goes on who chose a file: to send it. "Take it again" would undo the choice by one more Enter. */
  #sending(): HTMLButtonElement | null | undefined {
    return this.closest('form')?.querySelector<HTMLButtonElement>('button[type="submit"]') ?? this.#retake;
  }

  /** Writing `files` fires no change event, so this cannot loop. */
  #put(input: HTMLInputElement, photo: File, source: 'live' | 'file'): void {
    const carrier = new DataTransfer();
    carrier.items.add(photo);
    input.files = carrier.files;
    this.#source.value = source;
    URL.revokeObjectURL(this.#previewUrl);
    this.#previewUrl = URL.createObjectURL(photo);
    this.#picture.src = this.#previewUrl;
    this.#show('taken');
    this.#tell(input);
  }

  /** Writing `files` fires no event of its own. */
  #tell(input: HTMLInputElement): void {
    input.dispatchEvent(new Event('signet:photo', { bubbles: true }));
  }

  /** Where the picture fills the screen (an upright phone), the keyboard stays with its buttons, and Escape closes it. */
  #keepKeys(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.#close();
    if (event.key !== 'Tab' || getComputedStyle(this).position !== 'fixed') return;
    const buttons = [...this.#live.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const next = buttons.at((at + (event.shiftKey ? -1 : 1)) % buttons.length);
    event.preventDefault();
    next?.focus();
  }

  #again(input: HTMLInputElement): void {
    const wasLive = this.#source.value === 'live';
    input.value = '';
    this.#source.value = 'file';
    this.#show('choose');
    this.#tell(input);
    if (wasLive) void this.#open();
    else input.focus();
    this.#write('');
  }

  #close(): void {
    this.#stop();
    this.#show('choose');
    this.#write('');
    this.#start?.focus();
  }

  #stop(): void {
    this.#stopWatching();
    this.#switch.remove();
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = undefined;
    this.#video.srcObject = null;
  }

  #show(state: State): void {
    this.dataset.state = state;
    document.documentElement.classList.toggle('signet-camera-open', state === 'live');
    this.#live.hidden = state !== 'live';
    this.#preview.hidden = state !== 'taken';
  }

  #say(key: string): void {
    this.#write(this.dataset[key] ?? '');
  }

  #write(text: string): void {
    this.#status.textContent = text;
  }
}

/** A browser names its own file button in its own language: ours lies over it, and the input itself is pressed. */
function inOurWords(input: HTMLInputElement, text: string): HTMLElement {
  const around = make('div', 'signet-choose-file');
  const label = make('label', 'usa-button usa-button--outline', text);
  label.htmlFor = input.id;
  around.append(input, label);
  return around;
}

function row(...buttons: HTMLButtonElement[]): HTMLElement {
  const group = make('div', 'signet-buttons');
  group.append(...buttons);
  return group;
}
