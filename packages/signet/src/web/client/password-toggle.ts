import { make, makeButton } from './build-element.ts';

/** Adds "Show password". Hidden again on submit, so that browsers know it for a password and offer to save it. */
export class PasswordElement extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    if (!input || this.querySelector('button')) return;
    const { show = '', hide = '', shown = '', hidden = '' } = this.dataset;
    const status = make('span', 'usa-sr-only');
    status.setAttribute('role', 'status');
    const set = (visible: boolean) => {
      input.type = visible ? 'text' : 'password';
      button.textContent = visible ? hide : show;
    };
    const button = makeButton('signet-password__toggle', show, () => {
      const visible = input.type === 'password';
      set(visible);
      status.textContent = visible ? shown : hidden;
    });
    button.setAttribute('aria-controls', input.id);
    input.form?.addEventListener('submit', () => set(false));
    this.append(button, status);
  }
}
