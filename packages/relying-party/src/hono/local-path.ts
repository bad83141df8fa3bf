/**
 * A path on this site, or undefined: the guard of every "go back to" parameter. Whatever a browser would
 * read as another origin (`//host`, `/\host`, a scheme, a control character) is refused.
 */
export function localPath(wanted: string | undefined, origin: string): string | undefined {
  if (wanted === undefined || !wanted.startsWith('/')) return undefined;
  const url = URL.parse(wanted, origin);
  if (url === null || url.origin !== new URL(origin).origin) return undefined;
  return `${url.pathname}${url.search}`.startsWith('//') ? undefined : `${url.pathname}${url.search}`;
}
