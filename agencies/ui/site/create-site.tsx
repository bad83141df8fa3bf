import { isSignInFailure, type SignInFailure } from '@signet/relying-party';
import {
  agencyHeaders,
  describeFault,
  formLimit,
  type StaticFile,
  serveStaticFiles,
} from '@signet/relying-party/hono';
import { type Context, type Env, Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Frame, MessagePages, SignedOut } from '../pages/index.ts';
import { page, statusOf } from './answer.ts';
import type { LogEvent } from './options.ts';

export type Log = (event: LogEvent) => void;

interface Framing<E extends Env, F extends Frame> {
  readonly pages: MessagePages<F>;
  frameOf(c: Context<E>, path?: string): F;
}

/** The agency's name, and its picture and color. */
interface OnPhones {
  readonly name: string;
  readonly touchIcon: StaticFile;
  readonly color: string;
}

interface PhoneFiles {
  readonly icon: StaticFile;
  /** As a phone shows the site on its home screen. */
  readonly onPhones: OnPhones;
}

interface SiteOptions<E extends Env, F extends Frame> extends Framing<E, F>, PhoneFiles {
  readonly issuer: string;
  readonly keepLanguage: MiddlewareHandler;
  readonly files: readonly StaticFile[];
  /** Pages that are for everybody, each with what lies below it: a search engine may list these and no other. */
  readonly publicPages: readonly string[];
  readonly log: Log;
}

const forRobots = (publicPages: readonly string[]): string =>
  [
    'User-agent: *',
    'Allow: /$',
    ...publicPages.map((page) => `Allow: ${page}`),
    'Allow: /assets/',
    'Disallow: /',
    '',
  ].join('\n');

/** It stays a page in the browser. */
const manifestOf = ({ icon, onPhones: { name, touchIcon, color } }: PhoneFiles) => ({
  name,
  start_url: '/',
  display: 'browser',
  theme_color: color,
  icons: [
    { src: icon.url, type: icon.type, sizes: 'any' },
    { src: touchIcon.url, type: touchIcon.type, sizes: '180x180' },
  ],
});

/** An agency's site without its pages: headers, limits, files, and what is answered where there is no page, or a fault. */
export function createSite<E extends Env, F extends Frame>(options: SiteOptions<E, F>): Hono<E> {
  const { pages, frameOf, log } = options;
  const site = new Hono<E>();
  site.use(agencyHeaders(options.issuer), options.keepLanguage, formLimit());
  serveStaticFiles(site, options.files);
  site.get('/favicon.ico', (c) => c.redirect(options.icon.url)); // browsers ask for it whatever the pages say
  site.get('/apple-touch-icon.png', (c) => c.redirect(options.onPhones.touchIcon.url));
  site.get('/site.webmanifest', (c) => {
    c.header('content-type', 'application/manifest+json');
    return c.body(JSON.stringify(manifestOf(options)));
  });
  site.get('/robots.txt', (c) => c.text(forRobots(options.publicPages)));
  site.notFound((c) => page(c, <pages.NotFoundPage frame={frameOf(c)} />, 404));
  site.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    log({ level: 'error', event: 'fault', detail: describeFault(error) });
    return page(c, <pages.FaultPage frame={frameOf(c, '/')} />, 500);
  });
  return site;
}

interface SignInPaths {
  readonly signedOut: string;
  readonly problem: string;
}

function howSignedOut(c: Context): SignedOut {
  const { away, return_to: page, kept, only } = c.req.query();
  if (away !== undefined) return { why: 'away', page, kept: kept !== undefined };
  return { why: only === 'here' ? 'only-here' : 'all' };
}

/** Where one lands after signing out, and after a sign-in that failed. */
export function mountSignInPages<E extends Env, F extends Frame>(
  site: Hono<E>,
  { pages, frameOf, paths }: Framing<E, F> & { readonly paths: SignInPaths },
): void {
  site.get(paths.signedOut, (c) =>
    page(c, <pages.SignedOutPage frame={frameOf(c)} left={howSignedOut(c)} />),
  );
  site.get(`${paths.problem}/:failure`, (c) => {
    const failure = c.req.param('failure');
    if (!isSignInFailure(failure)) return c.notFound();
    return page(c, <pages.SignInProblemPage frame={frameOf(c)} failure={failure} />, statusOf(failure));
  });
}

/** Away from the address with the answer in it, to one that can be read again in the other language. */
export const onSignInFailure =
  (log: Log, problemPath: string) =>
  (c: Context, failure: SignInFailure): Response => {
    log({ level: failure === 'access-denied' ? 'info' : 'warn', event: 'sign-in-failed', detail: failure });
    return c.redirect(`${problemPath}/${failure}`, 303);
  };
