/**
 * <session-clock idle-seconds="900" gone-to="/signed-out?away=1"> around a <dialog> with a [data-stay] button. `session-at`
 * is where the session is kept alive, `/session` without it; `page-at` is the page that can be opened again where this
 * address cannot.
 * Two minutes before the session ends for want of activity the dialog opens (WCAG 2.2.1). Tabs of one session
 * tell each other when it was used. A form with a `form_page` field is kept before its page is left. Without script
 * nothing warns, and nothing else changes.
 */
const WARN_MS = 120_000;
const CHECK_EVERY_MS = 1000;

class SessionClock extends HTMLElement {
  #timer;
  #endsAt = 0;
  #leaving = false;
  #at = this.getAttribute('session-at') ?? '/session';
  #tabs = new BroadcastChannel(`session-clock ${this.#at}`);
  /** A page that was out of sight or kept by the browser for its back button may have run no timer. */
  #seen = () => this.#check();

  connectedCallback() {
    this.#tabs.onmessage = () => this.#start();
    this.querySelector('[data-stay]').addEventListener('click', () => this.#stay());
    document.addEventListener('visibilitychange', this.#seen);
    window.addEventListener('pageshow', this.#seen);
    this.#used();
    this.#timer = setInterval(() => this.#check(), CHECK_EVERY_MS);
  }

  disconnectedCallback() {
    this.#tabs.close();
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#seen);
    window.removeEventListener('pageshow', this.#seen);
  }

  #used() {
    this.#tabs.postMessage('used');
    this.#start();
  }

  /** By the clock: timers stand still while a laptop sleeps, and the session runs out all the same. */
  #start() {
    this.#endsAt = Date.now() + Number(this.getAttribute('idle-seconds')) * 1000;
    this.querySelector('dialog').close();
  }

  #check() {
    const left = this.#endsAt - Date.now();
    const dialog = this.querySelector('dialog');
    if (left <= 0) this.#leave();
    else if (left <= WARN_MS && !dialog.open) dialog.showModal();
  }

  async #stay() {
    const answer = await fetch(this.#at, { cache: 'no-store' }).catch(() => undefined);
    if (answer?.status === 204) this.#used();
    else this.#leave();
  }

  /**
   * So that nobody's records stay on an abandoned screen: it leaves whatever else fails. What was filled in waits, sealed,
   * for the same person.
   */
  async #leave() {
    if (this.#leaving) return;
    this.#leaving = true;
    clearInterval(this.#timer);
    const kept = await this.#keep().catch(() => undefined);
    const back = new URLSearchParams({ return_to: kept ?? this.#page(), ...(kept && { kept: '1' }) });
    location.replace(`${this.getAttribute('gone-to')}&${back}`);
  }

  /** Where they were, to come back to. The answer to a form stands at an address that may not open. */
  #page() {
    const page = this.getAttribute('page-at') ?? location.pathname;
    return page === location.pathname ? page + location.search : page;
  }

  /** The page to come back to, or undefined when nothing could be kept. */
  async #keep() {
    const form = document.querySelector('[name=form_page]')?.form;
    if (!form) return undefined;
    const answer = await fetch(`${this.#at}/form`, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form)),
      signal: AbortSignal.timeout(5000),
    });
    return answer.ok ? (await answer.json()).page : undefined;
  }
}

customElements.define('session-clock', SessionClock);
