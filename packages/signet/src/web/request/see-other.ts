import type { WebContext } from './visit.ts';

/** POST → redirect → GET, so that reload and back never send a form twice. */
export const seeOther = (c: WebContext, path: string): Response => c.redirect(path, 303);
