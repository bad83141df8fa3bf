import type { Context } from 'hono';
import type { Child } from 'hono/jsx';
import { styles } from './assets.ts';
import { type Lang, langOf, wordsIn } from './language.ts';

/** What every page needs to know of the request. */
export interface Frame {
  readonly lang: Lang;
  readonly path: string; // of this page with its query, for the language switch
}

export function frameOf(c: Context): Frame {
  const url = new URL(c.req.url);
  url.searchParams.delete('lang');
  return { lang: langOf(c), path: url.pathname + url.search };
}

interface PageProps {
  readonly frame: Frame;
  readonly title: string; // of the document; the heading is in the children
  readonly current?: 'people' | 'own' | 'outbox';
  readonly children: Child;
}

/** The frame of every page: the notice that all is made up, the menu, the languages. */
export function Page({ frame, title, current, children }: PageProps) {
  const words = wordsIn(frame.lang);
  return (
    <html lang={frame.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${words.product}`}</title>
        <link rel="icon" href="/assets/sandbox.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/assets/touch-icon.png" />
        <link rel="manifest" href="/site.webmanifest" />
        {styles.map((name) => (
          <link rel="stylesheet" href={`/assets/${name}`} />
        ))}
        <script type="module" src="/assets/sandbox.js" />
      </head>
      <body>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header>
          <p class="notice">{words.notice}</p>
          <div class="head">
            <a class="brand" href="/">
              <img src="/assets/sandbox.svg" alt="" width="36" height="36" />
              {words.product}
            </a>
            <Menu frame={frame} current={current} />
            <Languages frame={frame} />
          </div>
        </header>
        <main id="main" tabindex={-1}>
          {children}
        </main>
        <footer class="foot">
          <p>{words.footer}</p>
        </footer>
      </body>
    </html>
  );
}

function Menu({ frame, current }: { frame: Frame; current: PageProps['current'] }) {
  const { nav } = wordsIn(frame.lang);
  const places = [
    { key: 'people', href: '/', text: nav.people },
    { key: 'own', href: '/your-own', text: nav.own },
    { key: 'outbox', href: '/outbox', text: nav.outbox },
  ] as const;
  return (
    <nav aria-label={nav.label}>
      <ul class="menu">
        {places.map((place) => (
          <li>
            <a href={place.href} aria-current={place.key === current ? 'page' : undefined}>
              {place.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Languages({ frame }: { frame: Frame }) {
  const languages = [
    { lang: 'en', text: 'English' },
    { lang: 'es', text: 'Español' },
  ] as const;
  return (
    <nav class="languages" aria-label={wordsIn(frame.lang).languages}>
      {languages
        .filter(({ lang }) => lang !== frame.lang)
        .map(({ lang, text }) => (
          <a href={inLanguage(frame.path, lang)} lang={lang} hreflang={lang}>
            {text}
          </a>
        ))}
    </nav>
  );
}

function inLanguage(path: string, lang: Lang): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;
}

export function NotFoundPage({ frame }: { frame: Frame }) {
  const { notFound } = wordsIn(frame.lang);
  return (
    <Page frame={frame} title={notFound.title}>
      <h1>{notFound.title}</h1>
      <p>
        {notFound.lead} <a href="/">{notFound.home}</a>
      </p>
    </Page>
  );
}

/** An answer with its doctype, which JSX does not write. */
export async function htmlOf(page: Child | Promise<Child>): Promise<string> {
  return `<!doctype html>${String(await page)}`;
}
