/**
 * Goes to a path that our server named. Another origin is refused, so that no answer can lead away from here: but for the one
 * that the page itself names.
 */
export function goTo(path: string, alsoTo?: string | null): void {
  const url = new URL(path, window.location.href);
  if (url.origin !== window.location.origin && url.origin !== alsoTo)
    throw new Error('the next page is on another site');
  window.location.assign(url);
}

/** POSTs JSON to our own server with the page's CSRF token, which is checked there like that of a form (B12). */
export function postJson(path: string, body: unknown): Promise<Response> {
  const token = document.querySelector<HTMLMetaElement>('meta[name="x-csrf-token"]')?.content ?? '';
  return fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'content-type': 'application/json', 'x-csrf-token': token },
    body: JSON.stringify(body),
  });
}
