import type { Context } from 'hono';

/** A PDF to keep. `name` says what it is and never whose. */
export function answerPdf(c: Context, name: string, file: Uint8Array): Response {
  c.header('Content-Disposition', `attachment; filename="${name}.pdf"`);
  return c.body(new Uint8Array(file), 200, { 'Content-Type': 'application/pdf' });
}
