/**
 * What was typed survives a switch of language. On the press of a link to the same page in another language the fields wait
 * in this tab's own storage; the next page takes them out, whichever it is, and fills them in if it is the one they are for.
 * Secrets are never put there: passwords, codes and what is marked `data-secret`. Nothing is put into an address. The page
 * says beside a secret field that what was typed there is lost. Without script a switch empties the form.
 */
const place = 'typed-before-another-language';
const handedOnMs = 60_000;
const emptiedWords = {
  en: 'You changed the language. For your safety we did not store what you typed here. Type it again.',
  es: 'Cambió de idioma. Por seguridad no guardamos lo que escribió aquí. Escríbalo otra vez.',
};

const isSecret = (field) =>
  ['password', 'file'].includes(field.type) ||
  /one-time-code|password|^cc-/.test(field.autocomplete) ||
  field.closest('[data-secret]') !== null;

/** A check page says again in hidden fields what was typed before it; tokens and keys of a form are hidden too. */
const isTyped = (field) => (field.type === 'hidden' ? 'typed' in field.dataset : field.type !== 'submit');

const fieldsOf = (page) => [...page.querySelectorAll('input[name], select[name], textarea[name]')];
const hasMark = ({ type }) => type === 'radio' || type === 'checkbox';

function put(link) {
  const fields = fieldsOf(document)
    .filter((field) => isTyped(field) && !isSecret(field))
    .filter((field) => !hasMark(field) || field.checked)
    .map(({ name, value }) => ({ name, value }));
  const emptied = fieldsOf(document)
    .filter((field) => field.type !== 'hidden' && isSecret(field) && !hasMark(field) && field.value !== '')
    .map(({ name }) => name);
  const typed = { pathname: new URL(link.href).pathname, at: Date.now(), fields, emptied };
  sessionStorage.setItem(place, JSON.stringify(typed));
}

/** What was typed for this page a moment ago; undefined where nothing was. */
function take() {
  const kept = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  const typed = kept && JSON.parse(kept);
  return typed?.pathname === location.pathname && Date.now() - typed.at < handedOnMs ? typed : undefined;
}

function fill(typed) {
  for (const field of fieldsOf(document)) {
    if (field.type === 'hidden' || isSecret(field)) continue;
    if (hasMark(field)) {
      field.checked = typed.some(({ name, value }) => name === field.name && value === field.value);
      continue;
    }
    const at = typed.findIndex(({ name }) => name === field.name);
    if (at >= 0) field.value = typed.splice(at, 1)[0].value;
  }
}

/** Beside each, so that nobody sends the form without it and wonders. What the page shows again by itself is not lost. */
function sayEmptied(names) {
  for (const field of fieldsOf(document)) {
    if (!names.includes(field.name) || !isSecret(field) || field.value !== '') continue;
    const note = document.createElement('p');
    note.className = 'small';
    note.id = `${field.name}-emptied`;
    note.textContent = emptiedWords[document.documentElement.lang];
    field.before(note);
    field.setAttribute(
      'aria-describedby',
      `${field.getAttribute('aria-describedby') ?? ''} ${note.id}`.trim(),
    );
  }
}

try {
  const handedOn = take();
  if (handedOn) {
    fill(handedOn.fields);
    sayEmptied(handedOn.emptied ?? []);
  }
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[hreflang]');
    if (link && event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey)) put(link);
  });
} catch {
  // a browser that keeps nothing for this site: a switch empties the form
}
