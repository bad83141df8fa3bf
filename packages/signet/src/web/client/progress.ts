import { goTo } from './same-site.ts';

interface Status {
  readonly stage: string;
  readonly done: boolean;
  readonly next?: string;
}

const firstDelay = 1500;
const usualLongestDelay = 10_000;
/** After this the person is told that they may leave and come back. */
const slowAfter = 45_000;

/** Follows long work by polling: one small GET, slower while nothing moves or the server cannot be reached. */
export class ProgressElement extends HTMLElement {
  #timer: number | undefined;
  #started = Date.now();
  #delay = firstDelay;
  #stage = '';

  connectedCallback(): void {
    this.#started = Date.now();
    this.#wait();
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.#timer);
  }

  get #longestDelay(): number {
    return Number(this.getAttribute('longest-delay') ?? usualLongestDelay);
  }

  #wait(): void {
    this.#timer = window.setTimeout(() => void this.#ask(), this.#delay);
  }

  async #ask(): Promise<void> {
    const status = await this.#fetchStatus();
    if (status?.done && status.next) {
      this.#say(this.dataset.finished ?? '');
      goTo(status.next);
      return;
    }
    const moved = status !== undefined && status.stage !== this.#stage;
    if (moved) this.#show(status.stage);
    this.#delay = moved ? firstDelay : Math.min(this.#delay * 1.25, this.#longestDelay);
    if (Date.now() - this.#started > slowAfter) this.#say(this.dataset.slow ?? '');
    this.#wait();
  }

  /** Nothing where the network or the server fails: the next try comes later. */
  async #fetchStatus(): Promise<Status | undefined> {
    try {
      const answer = await fetch(this.getAttribute('status-url') ?? '', {
        headers: { accept: 'application/json' },
        credentials: 'same-origin',
      });
      return answer.ok ? ((await answer.json()) as Status) : undefined;
    } catch {
      return undefined;
    }
  }

  #show(stage: string): void {
    this.#stage = stage;
    const items = [...this.querySelectorAll<HTMLElement>('[data-stage]')];
    const at = items.findIndex((item) => item.dataset.stage === stage);
    for (const [index, item] of items.entries()) {
      const state = index < at ? 'done' : index === at ? 'working' : 'waiting';
      item.dataset.state = state;
      const word = item.querySelector('.signet-progress__state');
      if (word) word.textContent = this.dataset[state] ?? '';
    }
    this.#say(items[at]?.querySelector('.signet-progress__text')?.textContent ?? '');
  }

  #say(text: string): void {
    const line = this.querySelector('[role="status"]');
    if (line && line.textContent !== text) line.textContent = text;
  }
}
