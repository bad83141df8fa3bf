import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Hono } from 'hono';

const require = createRequire(import.meta.url);

function own(file: string): string {
  return path.join(import.meta.dirname, 'assets', file);
}

function font(file: string): string {
  return require.resolve(`@fontsource/public-sans/files/public-sans-${file}-normal.woff2`);
}

/** In the order in which a page loads them. */
export const styles = ['page.css', 'people.css', 'forms.css', 'outbox.css'] as const;

/** Every file that a page may ask for, so that no name from a request ever becomes a path. */
const files: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  ...Object.fromEntries(styles.map((name) => [name, { file: own(name), type: 'text/css; charset=utf-8' }])),
  'sandbox.js': { file: own('sandbox.js'), type: 'text/javascript; charset=utf-8' },
  'touch-icon.png': { file: own('touch-icon.png'), type: 'image/png' },
  'sandbox.svg': { file: own('sandbox.svg'), type: 'image/svg+xml' },
  'public-sans-400.woff2': { file: font('latin-400'), type: 'font/woff2' },
  'public-sans-700.woff2': { file: font('latin-700'), type: 'font/woff2' },
};

/** What a phone shows of the site on its home screen. It stays a page in the browser. */
const manifest = {
  name: 'Signet sandbox',
  start_url: '/',
  display: 'browser',
  theme_color: '#1f5f67',
  icons: [
    { src: '/assets/sandbox.svg', type: 'image/svg+xml', sizes: 'any' },
    { src: '/assets/touch-icon.png', type: 'image/png', sizes: '180x180' },
  ],
};

export function assets(): Hono {
  const app = new Hono();
  app.get('/assets/:name', async (c) => {
    const asset = files[c.req.param('name')];
    if (asset === undefined) return c.notFound();
    const bytes = new Uint8Array(await readFile(asset.file));
    return c.body(bytes, 200, { 'content-type': asset.type, 'cache-control': 'public, max-age=300' });
  });
  app.get('/favicon.ico', (c) => c.redirect('/assets/sandbox.svg')); // browsers ask for it whatever the pages say
  app.get('/apple-touch-icon.png', (c) => c.redirect('/assets/touch-icon.png'));
  app.get('/site.webmanifest', (c) => {
    c.header('content-type', 'application/manifest+json');
    return c.body(JSON.stringify(manifest));
  });
  app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /\n'));
  return app;
}
