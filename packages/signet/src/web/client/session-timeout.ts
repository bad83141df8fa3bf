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
    this.#tabs.addEventListener('message', ({ data }) => this.#restart(Number(data)));
    this.#begin(Number(this.getAttribute('idle-seconds')));
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

  /** The session was just used here: so it was for the other tabs. */
  #begin(idleSeconds: number): void {
    this.#tabs?.postMessage(idleSeconds);
    this.#restart(idleSeconds);
  }

  #restart(idleSeconds: number): void {
    this.#endsAt = Date.now() + idleSeconds * 1000;
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
    const answer = await postJson(this.getAttribute('extend-url') ?? '', {}).catch(() => undefined);
    if (!answer?.ok) {
      window.location.reload();
      return;
    }
    const { idleSeconds } = (await answer.json()) as { idleSeconds: number };
    this.#begin(idleSeconds); // less than before where the absolute limit is nearer
    const said = this.querySelector('[role="status"]');
    if (said) said.textContent = this.dataset.extended ?? '';
  }
}
