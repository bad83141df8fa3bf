import type { Context } from 'hono';

type Rendered = string | Promise<string> | { toString(): string | Promise<string> };

/** Answers with a whole document: the doctype before the markup, never cached, since pages hold personal data. */
export async function answerPage(
  c: Context,
  page: Rendered,
  status: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503 = 200,
): Promise<Response> {
  const markup = await page.toString();
  c.header('cache-control', 'no-store');
  return c.html(`<!doctype html>${markup}`, status);
}
