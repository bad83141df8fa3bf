import type { LiveSelfieElement } from '../live-selfie/live-selfie-element.ts';
import { BorrowedCamera } from './borrowed-camera.ts';

interface Lender {
  readonly id: string;
  readonly name: string;
  readonly cannot: readonly string[];
  /** This visitor plays this person, by the photos that they fetched. */
  readonly played?: true;
}

/**
 * `<signet-sandbox-camera home>` around a list of people and a button: lends one of their cameras to the live picture on
 * this page. The server looks at its frames as at any other's. Hidden where the sandbox does not answer.
 */
export class SandboxCameraElement extends HTMLElement {
  #lenders: readonly Lender[] = [];

  connectedCallback(): void {
    const button = this.querySelector('button');
    const list = this.querySelector('select');
    if (!button || !list || list.options.length > 0) return;
    button.addEventListener('click', () => this.#lend(list.value));
    void this.#offer(list);
  }

  async #offer(list: HTMLSelectElement): Promise<void> {
    const answer = await fetch(this.#address('/cameras/all'), { credentials: 'include' }).catch(
      () => undefined,
    );
    if (!answer?.ok) return;
    this.#lenders = (await answer.json()) as readonly Lender[];
    list.replaceChildren(...this.#lenders.map(({ id, name }) => new Option(name, id)));
    list.value = this.#lenders.find(({ played }) => played)?.id ?? list.value;
    this.hidden = false;
  }

  #lend(id: string): void {
    const picture = document.querySelector<LiveSelfieElement>('signet-live-selfie');
    const cannot = this.#lenders.find((lender) => lender.id === id)?.cannot ?? [];
    picture?.startWith(new BorrowedCamera(this.#address(`/cameras/${id}/`), cannot));
  }

  #address(path: string): string {
    return new URL(path, this.getAttribute('home') ?? '').href;
  }
}
