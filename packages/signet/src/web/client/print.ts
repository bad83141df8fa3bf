import { makeButton } from './build-element.ts';

/** Puts a "Print" button in place of the words that say how to print. What is printed is the style sheet's matter. */
export class PrintElement extends HTMLElement {
  connectedCallback(): void {
    const { print = '' } = this.dataset;
    this.replaceChildren(makeButton('usa-button usa-button--outline', print, () => window.print()));
  }
}
