import { type Problem, ProblemSummary } from '@signet/agencies-ui/forms';
import { SessionClock } from '@signet/agencies-ui/pages';
import type { Child } from 'hono/jsx';
import { sessionLimits } from '../config/config.ts';
import { words } from '../locales/index.ts';
import { icon, keepTyped, sessionClock, styles, touchIcon } from './assets.ts';
import { addressesOf, type Frame } from './frame.ts';
import { Footer, Masthead, SignOut } from './masthead.tsx';
import { Sections } from './sections.tsx';

interface PageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly children: Child;
  /** What is wrong with the form: the title says so, and a summary stands first. */
  readonly problems?: readonly Problem[];
}

/** The whole document. */
export function Page({ frame, title, children, problems = [] }: PageProps) {
  const say = words(frame.lang);
  return (
    <html lang={frame.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{`${problems.length > 0 ? say.form.errorPrefix : ''}${title} · ${say.agency}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="#0e3b30" />
        <link rel="icon" type="image/svg+xml" href={icon.url} />
        <link rel="apple-touch-icon" href={touchIcon.url} />
        <link rel="manifest" href="/site.webmanifest" />
        {styles.map(({ url }) => (
          <link rel="stylesheet" href={url} />
        ))}
        {frame.formToken === undefined
          ? null
          : [sessionClock, keepTyped].map(({ url }) => <script type="module" src={url} />)}
      </head>
      <body>
        <a class="skip" href="#main">
          {say.skip}
        </a>
        <Masthead frame={frame} />
        {frame.formToken === undefined || frame.site ? null : <Sections frame={frame} />}
        <main id="main" tabindex={-1}>
          {problems.length > 0 ? (
            <div class="wrap narrow after">
              <ProblemSummary title={say.form.problems} problems={problems} />
            </div>
          ) : null}
          {children}
        </main>
        <Footer frame={frame} />
        {frame.formToken === undefined ? null : (
          <SessionClock
            idleMs={sessionLimits.idleMs}
            sessionAt={addressesOf(frame).session}
            signedOutAt={addressesOf(frame).signedOut}
            page={frame.path}
            say={say.clock}
          >
            <SignOut frame={frame} />
          </SessionClock>
        )}
      </body>
    </html>
  );
}
