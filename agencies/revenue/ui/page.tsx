import type { Child } from 'hono/jsx';
import { words } from '../locales/index.ts';
import { assets } from './assets.ts';
import type { Frame } from './frame.ts';
import { Footer, Masthead } from './masthead.tsx';
import { SessionClock } from './session-clock.tsx';

interface PageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly children: Child;
}

/** The whole document. */
export function Page({ frame, title, children }: PageProps) {
  const say = words(frame.lang);
  return (
    <html lang={frame.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{`${title} · ${say.agency}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="#0e3b30" />
        <link rel="icon" type="image/svg+xml" href={assets.icon.url} />
        <link rel="stylesheet" href={assets.style.url} />
        <link rel="stylesheet" href={assets.home.url} />
        <link rel="stylesheet" href={assets.records.url} />
        {frame.formToken === undefined ? null : <script type="module" src={assets.sessionClock.url} />}
      </head>
      <body>
        <a class="skip" href="#main">
          {say.skip}
        </a>
        <Masthead frame={frame} />
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <Footer frame={frame} />
        {frame.formToken === undefined ? null : <SessionClock frame={frame} />}
      </body>
    </html>
  );
}
