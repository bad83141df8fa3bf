import type { Hono } from 'hono';
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
}
