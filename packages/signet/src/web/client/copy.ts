import { make, makeButton } from './build-element.ts';

/** A "Copy" button for a text that the page shows. Without script, or where a browser forbids it, there is none. */
export class CopyElement extends HTMLElement {
  connectedCallback(): void {
    const { copy = '', copied = '' } = this.dataset;
    if (!navigator.clipboard) return; // only on secure origins
    const said = make('span', 'usa-hint');
    said.setAttribute('role', 'status');
    const write = async (): Promise<void> => {
      await navigator.clipboard.writeText(this.dataset.text ?? '');
      said.textContent = copied;
    };
    const button = makeButton(
      'usa-button usa-button--outline',
      copy,
      () => void write().catch(() => button.remove()),
    );
    this.replaceChildren(button, said);
  }
}
