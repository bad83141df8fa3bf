import type { Child } from 'hono/jsx';
import { words } from '../../locales/index.ts';
import { assetUrl } from '../assets.ts';
import type { FieldProblem } from '../fields/index.ts';
import { csrfHeader, type PageFrame } from '../page-frame.ts';
import { ErrorSummary } from './error-summary.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import type { NavLink } from './section-nav.tsx';
import { SessionTimeout } from './session-timeout.tsx';

export interface PageProps {
  readonly frame: PageFrame;
  /** Without the product's name, and without "Error:": both are added here. */
  readonly title: string;
  readonly children: Child;
  /** When there are any, the title says so and the summary stands above the heading. */
  readonly problems?: readonly FieldProblem[] | undefined;
  /** Stands above the error summary: `BackLink`, `StepIndicator`. */
  readonly above?: Child | undefined;
  /** `question` (36rem, the usual), `reading` (44rem), `wide` (70rem: account, desk; no sheet around it). */
  readonly width?: 'question' | 'reading' | 'wide' | undefined;
  readonly nav?: readonly NavLink[] | undefined;
  /** On paper comes only what stands in an element of the class `signet-print-only`. */
  readonly printsPart?: boolean | undefined;
  /** Without script only: load this page again after so many seconds. */
  readonly refreshSeconds?: number | undefined;
}

/** The whole document. Hono writes the doctype only where asked: answer with `page(c, <Page …/>)`. */
export function Page(props: PageProps) {
  const { frame, width = 'question' } = props;
  const { common } = words(frame.lang);
  const problems = props.problems ?? [];
  const title = `${problems.length > 0 ? common.frame.errorPrefix : ''}${props.title} · ${common.product}`;
  return (
    <html lang={frame.lang}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="#3d2a66" />
        <meta name={csrfHeader} content={frame.csrf} />
        <link rel="icon" type="image/svg+xml" href={assetUrl('favicon.svg')} />
        <link rel="apple-touch-icon" href={assetUrl('touch-icon.png')} />
        <link rel="manifest" href="/site.webmanifest" />
        <link rel="stylesheet" href={assetUrl('signet.css')} />
        <script type="module" src={assetUrl('signet.js')} />
        {props.refreshSeconds ? (
          <noscript>
            <meta http-equiv="refresh" content={String(props.refreshSeconds)} />
          </noscript>
        ) : null}
      </head>
      <body class={props.printsPart ? 'signet-body signet-body--prints-part' : 'signet-body'}>
        <a class="usa-skipnav" href="#main-content">
          {common.frame.skipToMain}
        </a>
        <Header frame={frame} nav={props.nav} width={width} />
        <main class={`signet-main signet-main--${width}`} id="main-content" tabindex={-1}>
          {props.above ?? null}
          {problems.length > 0 ? <ErrorSummary lang={frame.lang} problems={problems} /> : null}
          {props.children}
        </main>
        <Footer frame={frame} />
        {frame.signedIn ? <SessionTimeout frame={frame} signedIn={frame.signedIn} /> : null}
      </body>
    </html>
  );
}
