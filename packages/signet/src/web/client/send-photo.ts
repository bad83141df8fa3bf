import { make } from './build-element.ts';
import { goTo } from './same-site.ts';

/** Milliseconds before each further try: a phone that changes from one net to another is back within seconds. */
const waits = [1000, 3000, 8000];

/**
 * `<signet-sending>` around the button of a form with a photo: says how far the sending is, sends the same photo again where
 * the line breaks (the server knows it by its name, so nothing is sent twice), and keeps it where that fails. The button is
 * there once there is a photo. Whatever page the server answers with is shown, as the browser would.
 */
export class SendingElement extends HTMLElement {
  #form: HTMLFormElement | null = null;
  #isSending = false;
  readonly #status = make('p', 'signet-status');
  readonly #bar = document.createElement('progress');

  connectedCallback(): void {
    this.#form = this.closest('form');
    if (!this.#form || this.contains(this.#status)) return;
    this.#status.setAttribute('role', 'status');
    this.#bar.hidden = true;
    this.#bar.max = 1;
    this.prepend(this.#status, this.#bar);
    this.#form.addEventListener('submit', (event) => this.#submit(event));
    this.#form.addEventListener('change', () => this.#offer());
    this.#form.addEventListener('signet:photo', () => this.#offer());
    this.#offer();
  }

  get #buttons(): HTMLElement | null {
    return this.querySelector('.signet-buttons');
  }

  /** Nothing can be sent before there is something. */
  #offer(): void {
    const input = this.#form?.querySelector<HTMLInputElement>('input[type="file"]');
    if (this.#buttons && !this.#isSending) this.#buttons.hidden = (input?.files?.length ?? 0) === 0;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.#isSending || !this.#form) return; // a second press
    this.#isSending = true;
    if (this.#buttons) this.#buttons.hidden = true;
    void this.#send(this.#form);
  }

  async #send(form: HTMLFormElement): Promise<void> {
    const body = new FormData(form);
    for (const wait of [...waits, undefined]) {
      const answer = await this.#post(form.action, body);
      if (answer) return show(answer, form.action);
      if (wait === undefined) break;
      this.#say('again');
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
    this.#isSending = false;
    this.#bar.hidden = true;
    this.#say('failed');
    this.#offer();
    this.#buttons?.querySelector('button')?.focus();
  }

  /** Undefined where nothing came back, or the server is too busy: both pass. */
  #post(action: string, body: FormData): Promise<XMLHttpRequest | undefined> {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest(); // fetch does not tell how much was sent
      request.open('POST', action);
      request.responseType = 'document';
      request.upload.onprogress = ({ loaded, total }) => this.#progress(total > 0 ? loaded / total : 0);
      request.onload = () => resolve(request.status === 503 || !request.responseXML ? undefined : request);
      request.onerror = () => resolve(undefined);
      request.onabort = () => resolve(undefined);
      this.#progress(0);
      request.send(body);
    });
  }

  #progress(share: number): void {
    this.#bar.hidden = false;
    if (share < 1) this.#bar.value = share;
    else this.#bar.removeAttribute('value'); // it is being looked at, nobody knows how far
    this.#say(share < 1 ? 'sending' : 'looking');
  }

  #say(key: 'sending' | 'looking' | 'again' | 'failed'): void {
    const text = this.dataset[key] ?? '';
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }
}

/** The next page is gone to. The same page with what is wrong is put in the place of this one: it came with the answer. */
function show(answer: XMLHttpRequest, action: string): void {
  const page = answer.responseXML;
  if (!page || new URL(answer.responseURL).pathname !== new URL(action, location.href).pathname) {
    goTo(answer.responseURL);
    return;
  }
  document.title = page.title;
  history.replaceState(history.state, '', answer.responseURL);
  document.body.replaceWith(document.adoptNode(page.body));
  window.scrollTo(0, 0);
}
