import { make } from './build-element.ts';

const place = 'typed-before-another-language';
const handedOnMs = 60_000;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
interface Typed {
  readonly name: string;
  readonly value: string;
}

/** What one page hands on to the same page in another language. */
interface HandedOn {
  readonly typed: Typed[];
  /** The secret fields that held something, which is not handed on. */
  readonly emptied: readonly EmptiedField[];
}

interface EmptiedField {
  readonly name: string;
  /** False: it held what the page itself had put there. */
  readonly isTyped: boolean;
}

/**
 * What was typed survives a switch of language. On the press of a link to the same page in another language the fields
 * wait in this tab's own storage; the next page takes them out, whichever it is, and fills them in if it is the one they
 * are for. Secrets are never put there: passwords, codes and what is marked `data-secret`. Nothing is put into an
 * address. The page says beside a secret field that what was typed there is lost, in the words of the language links.
 * Without script a switch empties the form.
 */
export function keepTyped(): void {
  try {
    const handedOn = take();
    if (handedOn) fill(handedOn.typed);
    if (handedOn) sayEmptied(handedOn.emptied);
  } catch {
    return; // a browser that keeps nothing for this site
  }
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[hreflang]') : null;
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey; // another tab or window
    if (link instanceof HTMLAnchorElement && !elsewhere) put(link.pathname);
  });
}

const allFields = (): readonly Field[] =>
  [...document.querySelectorAll<Field>('input[name], select[name], textarea[name]')].filter(
    (field) => field.type !== 'hidden',
  );

const fields = (): readonly Field[] => allFields().filter((field) => !isSecret(field));

const isSecret = (field: Field): boolean =>
  ['password', 'file'].includes(field.type) ||
  /one-time-code|password/.test(field.autocomplete) ||
  field.closest('[data-secret]') !== null;

const hasMark = (field: Field): field is HTMLInputElement => ['radio', 'checkbox'].includes(field.type);

const shownAtFirst = (field: Field): string => ('defaultValue' in field ? field.defaultValue : '');

function put(pathname: string): void {
  const typed = fields()
    .filter((field) => !hasMark(field) || field.checked)
    .map(({ name, value }): Typed => ({ name, value }));
  const emptied = allFields()
    .filter((field) => isSecret(field) && !hasMark(field) && field.value !== '')
    .map((field): EmptiedField => ({ name: field.name, isTyped: field.value !== shownAtFirst(field) }));
  sessionStorage.setItem(place, JSON.stringify({ pathname, at: Date.now(), typed, emptied }));
}

/** What was typed for this page a moment ago; undefined where nothing was. */
function take(): HandedOn | undefined {
  const kept = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (kept === null) return undefined;
  const { pathname, at, ...handedOn } = JSON.parse(kept) as { pathname: string; at: number } & HandedOn;
  return pathname === location.pathname && Date.now() - at < handedOnMs ? handedOn : undefined;
}

function fill(typed: Typed[]): void {
  for (const field of fields()) {
    if (hasMark(field)) {
      field.checked = typed.some(({ name, value }) => name === field.name && value === field.value);
    } else {
      const at = typed.findIndex(({ name }) => name === field.name);
      const [found] = at < 0 ? [] : typed.splice(at, 1);
      if (found) field.value = found.value;
    }
  }
}

/** Beside each, so that nobody sends the form without it and wonders. What the page shows again by itself is not lost. */
function sayEmptied(emptied: readonly EmptiedField[]): void {
  const words = document.querySelector<HTMLElement>('[data-emptied]')?.dataset;
  for (const field of allFields()) {
    const held = emptied.find(({ name }) => name === field.name);
    if (!words?.emptied || !isSecret(field) || !held) continue;
    if (field.value !== '' && !held.isTyped) continue;
    const text = field.type === 'file' ? words.emptiedPhoto : words.emptied;
    const note = make('p', 'signet-emptied', text);
    note.id = `${field.name}-emptied`;
    (field.closest('signet-camera, signet-password') ?? field).before(note);
    field.setAttribute(
      'aria-describedby',
      `${field.getAttribute('aria-describedby') ?? ''} ${note.id}`.trim(),
    );
  }
}
