import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { Env } from 'hono/types';

export interface StaticFile {
  /** Changes with the content, so that browsers may keep it for good. */
  readonly url: string;
  readonly route: string;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** A file that lies beside the code: `folder` is the caller's `import.meta.dirname`. */
export function staticFile(folder: string, name: string): StaticFile {
  const bytes = new Uint8Array(readFileSync(path.join(folder, name)));
  const version = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
  const body = path.extname(name) === '.png' ? bytes : new TextDecoder().decode(bytes);
  return { route: `/assets/${name}`, url: `/assets/${name}?v=${version}`, type, body };
}

export function serveStaticFiles<E extends Env>(app: Hono<E>, files: readonly StaticFile[]): void {
  for (const { route, type, body } of files) {
    app.get(route, (c) =>
      c.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }),
    );
  }
}

/** `<session-clock>`: warns before a session ends for want of activity, and lets it be extended. */
export const sessionClock = staticFile(
  path.dirname(fileURLToPath(import.meta.url)), // Node 20 has no import.meta.dirname before 20.11
  'session-clock.js',
);
