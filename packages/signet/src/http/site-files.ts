import type { Hono } from 'hono';
import { words } from '../web/locales/index.ts';
import type { WebEnv } from '../web/request/index.ts';
import { assetUrl } from '../web/ui/index.ts';

/** What is for everybody, and the same for everybody. All else is about one person and their sign-in. */
const forRobots = `User-agent: *
Allow: /$
Allow: /help
Allow: /privacy
Allow: /trust-framework/
Allow: /assurance/
Allow: /assets/
Disallow: /
`;

/** What browsers and crawlers ask for by themselves, whatever the pages say. */
export function serveSiteFiles(app: Hono<WebEnv>): void {
  app.get('/robots.txt', (c) => c.text(forRobots));
  app.get('/favicon.ico', (c) => c.redirect(assetUrl('favicon.svg')));
  app.get('/apple-touch-icon.png', (c) => c.redirect(assetUrl('touch-icon.png')));
  app.get('/site.webmanifest', (c) => {
    c.header('content-type', 'application/manifest+json');
    return c.body(JSON.stringify(manifest()));
  });
}

/** What a phone calls the site and shows of it on its home screen. It stays a page in the browser. */
const manifest = () => ({
  name: words('en').common.product,
  start_url: '/',
  display: 'browser',
  background_color: '#faf6f0',
  theme_color: '#3d2a66',
  icons: [
    { src: assetUrl('favicon.svg'), type: 'image/svg+xml', sizes: 'any' },
    { src: assetUrl('touch-icon.png'), type: 'image/png', sizes: '180x180' },
  ],
});
