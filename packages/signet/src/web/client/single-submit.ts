/** As long as a hand takes to press twice, and a slow network to bring the next page. */
const secondPressMs = 2000;

const sentAt = new WeakMap<HTMLFormElement, number>();

/**
 * A second press of a button is not sent: it would take the place of the first, whose answer (a new session cookie,
 * the way back to the agency) the browser then drops. After a moment the button works again, in case nothing came.
 */
export function pressOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
    if (event.timeStamp - (sentAt.get(form) ?? Number.NEGATIVE_INFINITY) < secondPressMs) {
      event.preventDefault();
    } else {
      sentAt.set(form, event.timeStamp);
    }
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return; // the back button brought the page as it was left
    for (const form of document.forms) sentAt.delete(form);
  });
}
