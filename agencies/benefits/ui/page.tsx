import { type Frame, SessionClock, SignOutButton } from '@signet/agencies-ui/pages';
import type { Child } from 'hono/jsx';
import { paths, sessionLimits } from '../config/config.ts';
import { words } from '../locales/index.ts';
import { icon, keepTyped, sessionClock, styles, touchIcon } from './assets.ts';

interface PageProps {
  readonly frame: Frame;
  readonly title: string;
  /** The form has something wrong, which the title says first (WCAG 3.3.1). */
  readonly wrong?: boolean;
  readonly children: Child;
}

const SignOut = ({ frame }: { readonly frame: Frame }) => (
  <SignOutButton action="/sign-out" formToken={frame.formToken} label={words(frame.lang).nav.signOut} />
);

function Header({ frame }: { readonly frame: Frame }) {
  const say = words(frame.lang);
  const { lang, name } = say.otherLanguage;
  return (
    <header>
      <p class="demonstration">{say.demonstration}</p>
      <div class="bar column">
        <a class="brand" href="/">
          <svg viewBox="0 0 48 48" width="40" height="40" aria-hidden="true">
            <circle cx="24" cy="24" r="24" fill="#8f3519" />
            <path
              d="M8 31c6-9 10-9 16 0 6-9 10-9 16 0"
              fill="none"
              stroke="#ffd9b8"
              stroke-width="4"
              stroke-linecap="round"
            />
            <circle cx="24" cy="15" r="5" fill="#fff" />
          </svg>
          {say.agency}
        </a>
        <nav aria-label={say.nav.label}>
          <a href={`${frame.path}?lang=${lang}`} lang={lang} hreflang={lang}>
            {name}
          </a>
          {frame.formToken === undefined ? (
            <a href="/sign-in">{say.nav.signIn}</a>
          ) : (
            <>
              <a href={paths.welcome}>{say.nav.welcome}</a>
              <a href={paths.claims}>{say.nav.claims}</a>
              <SignOut frame={frame} />
            </>
          )}
        </nav>
      </div>
    </header>
  );
}

/** The whole document. */
export function Page({ frame, title, wrong = false, children }: PageProps) {
  const say = words(frame.lang);
  const signedIn = frame.formToken !== undefined;
  return (
    <html lang={frame.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{`${wrong ? `${say.form.error}: ` : ''}${title} · ${say.agency}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="#8f3519" />
        <link rel="icon" type="image/svg+xml" href={icon.url} />
        <link rel="apple-touch-icon" href={touchIcon.url} />
        <link rel="manifest" href="/site.webmanifest" />
        {styles.map(({ url }) => (
          <link rel="stylesheet" href={url} />
        ))}
        {signedIn ? [sessionClock, keepTyped].map(({ url }) => <script type="module" src={url} />) : null}
      </head>
      <body>
        <a class="skip" href="#main">
          {say.skip}
        </a>
        <Header frame={frame} />
        <main id="main" tabindex={-1} class="column">
          {children}
        </main>
        <footer>
          <div class="column">
            <p>{say.footer.about}</p>
            {signedIn ? <p>{say.footer.session}</p> : null}
          </div>
        </footer>
        {signedIn ? (
          <SessionClock
            idleMs={sessionLimits.idleMs}
            sessionAt="/session"
            signedOutAt={paths.signedOut}
            page={frame.path}
            say={say.clock}
          >
            <SignOut frame={frame} />
          </SessionClock>
        ) : null}
      </body>
    </html>
  );
}
