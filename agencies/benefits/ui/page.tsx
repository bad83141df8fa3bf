import type { Child } from 'hono/jsx';
import { paths, sessionLimits } from '../config/config.ts';
import { words } from '../locales/index.ts';
import { assets } from './assets.ts';
import type { Frame } from './frame.ts';

interface PageProps {
  readonly frame: Frame;
  readonly title: string;
  /** The form has something wrong, which the title says first (WCAG 3.3.1). */
  readonly wrong?: boolean;
  readonly children: Child;
}

function SignOut({ frame }: { readonly frame: Frame }) {
  return (
    <form method="post" action="/sign-out">
      <input type="hidden" name="form_token" value={frame.formToken} />
      <button class="link-button" type="submit">
        {words(frame.lang).nav.signOut}
      </button>
    </form>
  );
}

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

/** Warns before the session ends for want of activity and lets it be extended (WCAG 2.2.1). */
function SessionClock({ frame }: { readonly frame: Frame }) {
  const { clock } = words(frame.lang);
  return (
    <session-clock idle-seconds={String(sessionLimits.idleMs / 1000)} gone-to={`${paths.signedOut}?away=1`}>
      <dialog aria-labelledby="clock-title">
        <h2 id="clock-title">{clock.title}</h2>
        <p>{clock.text}</p>
        <div class="ways">
          <button class="button" type="button" data-stay>
            {clock.stay}
          </button>
          <SignOut frame={frame} />
        </div>
      </dialog>
    </session-clock>
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
        <link rel="icon" type="image/svg+xml" href={assets.icon.url} />
        <link rel="stylesheet" href={assets.style.url} />
        <link rel="stylesheet" href={assets.details.url} />
        <link rel="stylesheet" href={assets.forms.url} />
        {signedIn ? <script type="module" src={assets.sessionClock.url} /> : null}
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
        {signedIn ? <SessionClock frame={frame} /> : null}
      </body>
    </html>
  );
}
