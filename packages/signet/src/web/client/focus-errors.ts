/**
 * Focuses the error summary on load, and makes its links land well: the label or the question is scrolled into
 * view, not only the box below it, so that the person sees what is asked.
 */
export class FocusElement extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => this.#follow(event));
    const summary = this.firstElementChild;
    if (summary instanceof HTMLElement) summary.focus();
  }

  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const field = link?.hash ? document.getElementById(link.hash.slice(1)) : null;
    if (!field) return;
    event.preventDefault();
    const question =
      field.closest('fieldset') ?? document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
    (question ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  }
}
