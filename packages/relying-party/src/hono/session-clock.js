/**
 * <session-clock idle-seconds="900" gone-to="/signed-out?away=1"> around a <dialog> with a [data-stay] button. `session-at`
 * is where the session is kept alive, `/session` without it.
 * Two minutes before the session ends for want of activity the dialog opens (WCAG 2.2.1). Tabs of one session
 * tell each other when it was used. A form with a `form_page` field is kept before its page is left. Without script
 * nothing warns, and nothing else changes.
 */
const WARN_SECONDS = 120;

class SessionClock extends HTMLElement {
  #timers = [];
  #at = this.getAttribute('session-at') ?? '/session';
  #tabs = new BroadcastChannel(`session-clock ${this.#at}`);

  connectedCallback() {
    this.#tabs.onmessage = () => this.#start();
    this.querySelector('[data-stay]').addEventListener('click', () => this.#stay());
    this.#used();
  }

  disconnectedCallback() {
    this.#tabs.close();
    this.#timers.forEach(clearTimeout);
  }

  #used() {
    this.#tabs.postMessage('used');
    this.#start();
  }

  #start() {
    const idle = Number(this.getAttribute('idle-seconds'));
    const dialog = this.querySelector('dialog');
    dialog.close();
    this.#timers.forEach(clearTimeout);
    this.#timers = [
      setTimeout(() => dialog.showModal(), Math.max(0, idle - WARN_SECONDS) * 1000),
      setTimeout(() => this.#leave(), idle * 1000),
    ];
  }

  async #stay() {
    const answer = await fetch(this.#at, { cache: 'no-store' }).catch(() => undefined);
    if (answer?.status === 204) this.#used();
    else this.#leave();
  }

  /** So that nobody's records stay on an abandoned screen. What was filled in waits, sealed, for the same person. */
  async #leave() {
    const form = document.querySelector('form:has([name=form_page])');
    const page = form && (await this.#keep(new URLSearchParams(new FormData(form))));
    location.replace(this.getAttribute('gone-to') + (page ? `&return_to=${encodeURIComponent(page)}` : ''));
  }

  /** The page to come back to, or undefined when nothing could be kept. */
  async #keep(body) {
    const answer = await fetch(`${this.#at}/form`, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(5000),
    }).catch(() => undefined);
    return answer?.ok ? (await answer.json()).page : undefined;
  }
}

customElements.define('session-clock', SessionClock);
