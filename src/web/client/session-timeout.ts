import { postJson } from './same-site.ts';

const warnBefore = 120_000;
const checkEvery = 1000;

/**
 * Warns before the idle limit and lets the person stay (WCAG 2.2.1). Counts by the clock, since timers stop
 * while a laptop sleeps; tabs of one session tell each other when one of them was used.
 */
export class SessionTimeoutElement extends HTMLElement {
  #endsAt = 0;
  #timer: number | undefined;
  #tabs: BroadcastChannel | undefined;

  connectedCallback(): void {
    this.#tabs = new BroadcastChannel('signet-session');
    this.#tabs.addEventListener('message', () => this.#restart());
    this.#tabs.postMessage('used');
    this.#restart();
    this.querySelector('[data-extend]')?.addEventListener('click', () => void this.#extend());
    this.#dialog?.addEventListener('cancel', (event) => {
      event.preventDefault();
      void this.#extend();
    });
    this.#timer = window.setInterval(() => this.#check(), checkEvery);
  }

  disconnectedCallback(): void {
    window.clearInterval(this.#timer);
    this.#tabs?.close();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.querySelector('dialog');
  }

  #restart(): void {
    this.#endsAt = Date.now() + Number(this.getAttribute('idle-seconds')) * 1000;
    this.#dialog?.close();
  }

  #check(): void {
    const left = this.#endsAt - Date.now();
    if (left <= 0) {
      window.clearInterval(this.#timer);
      window.location.reload();
    } else if (left <= warnBefore) {
      this.#warn(left);
    }
  }

  #warn(left: number): void {
    const minutes = Math.ceil(left / 60_000);
    const { body = '', bodyLast = '' } = this.dataset;
    const text = minutes > 1 ? body.replace('{minutes}', String(minutes)) : bodyLast;
    const line = this.#dialog?.querySelector('p');
    if (line && line.textContent !== text) line.textContent = text;
    if (this.#dialog && !this.#dialog.open) this.#dialog.showModal();
  }

  async #extend(): Promise<void> {
    const extended = await postJson(this.getAttribute('extend-url') ?? '', {}).then(
      (answer) => answer.ok,
      () => false,
    );
    if (!extended) {
      window.location.reload();
      return;
    }
    this.#tabs?.postMessage('used');
    this.#restart();
    const said = this.querySelector('[role="status"]');
    if (said) said.textContent = this.dataset.extended ?? '';
  }
}
