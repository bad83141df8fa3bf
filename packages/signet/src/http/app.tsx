import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { AppError, isDatabaseAway } from '../kernel/index.ts';
import { maySendPhotos } from '../web/proofing/index.ts';
import type { WebContext, WebEnv } from '../web/request/index.ts';
import { frameOf, seeOther } from '../web/request/index.ts';
import { answerPage, ErrorPage, type ErrorStatus, serveAssets } from '../web/ui/index.ts';
import { securityHeaders } from './security-headers.ts';
import { checkPosts, readVisit, type VisitOptions } from './visit.ts';

export interface AppOptions extends VisitOptions {
  /** The folder of what browsers load, with its manifest. */
  readonly assets: string;
  readonly routes: readonly Hono<WebEnv>[];
  readonly ready: () => Promise<boolean>;
  readonly onRequest: (line: {
    method: string;
    path: string;
    status: number;
    ms: number;
    reference: string;
  }) => void;
  readonly onFault: (error: unknown, reference: string) => void;
}

const photoBytes = 16 * 1024 * 1024; // a photo of 15 MB and the form around it
const formBytes = 256 * 1024;

/** All pages, behind the same middleware: headers, limits, visit, CSRF; and one way to say that something went wrong. */
export function createApp(options: AppOptions): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) =>
    (await options.ready()) ? c.json({ status: 'ready' }) : c.json({ status: 'not ready' }, 503),
  );
  app.get('/assets/*', serveAssets(options.assets));

  app.use(securityHeaders(options.origin.startsWith('https:')));
  app.use(logged(options));
  app.use(readVisit(options));
  app.use(limited);
  app.use(checkPosts(options.origin, (c) => sayError(c, 403)));
  for (const routes of options.routes) app.route('/', routes);

  app.notFound((c) => sayError(c, 404));
  app.onError((error, c) => {
    // whoever hung up in the middle of sending hears nothing, and can fill no log
    if (c.env?.incoming?.readableAborted) return c.body(null, 400);
    const status = statusOf(error);
    if (status >= 500) options.onFault(error, c.var.visit?.reference ?? 'none');
    return c.var.visit ? sayError(c, status) : c.text('Something went wrong. Please try again.', status);
  });
  return app;
}

const logged =
  (options: AppOptions) =>
  async (c: WebContext, next: () => Promise<void>): Promise<void> => {
    const started = performance.now();
    await next();
    options.onRequest({
      method: c.req.method,
      path: c.req.path.replace(/[\w-]{20,}/g, ':id'), // an identifier is a key: it stays out of the log
      status: c.res.status,
      ms: Math.round(performance.now() - started),
      reference: c.var.visit?.reference ?? 'none',
    });
  };

/**
 * Only somebody signed in has a photo to send: what anybody may send is small, and costs nothing to hold.
 * A length that was declared is all that Node reads; only a body without one has to be counted as it comes.
 */
async function limited(c: WebContext, next: () => Promise<void>): Promise<Response | undefined> {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return void (await next());
  const files = c.req.header('content-type')?.startsWith('multipart/form-data') ?? false;
  const signedIn = c.var.visit.presence?.session.person !== undefined || maySendPhotos(c.var.visit.presence);
  const maxSize = files && signedIn ? photoBytes : formBytes;
  const length = c.req.header('transfer-encoding') ? undefined : c.req.header('content-length');
  if (length === undefined) return counted(maxSize)(c, next) as Promise<Response | undefined>;
  if (Number(length) <= maxSize) return void (await next());
  // their session ended over the photo: they sign in and take it again
  return files && !signedIn ? seeOther(c, '/continue') : sayError(c, 413);
}

const counted = (maxSize: number) =>
  bodyLimit({ maxSize, onError: (over) => sayError(over as WebContext, 413) });

async function sayError(c: WebContext, status: ErrorStatus): Promise<Response> {
  if (c.req.header('accept')?.startsWith('application/json')) return c.json({ error: status }, status);
  if (status === 503) c.header('retry-after', '5');
  const reference = status >= 500 ? c.var.visit.reference : undefined;
  return answerPage(c, <ErrorPage frame={frameOf(c)} status={status} reference={reference} />, status);
}

/** A database that is away is "try again soon", not a fault of ours. */
function statusOf(error: unknown): ErrorStatus {
  if (error instanceof AppError) return near(error.status);
  return isDatabaseAway(error) ? 503 : 500;
}

const spoken: readonly ErrorStatus[] = [400, 403, 404, 413, 429, 500, 503];
const near = (status: number): ErrorStatus =>
  spoken.find((one) => one === status) ?? (status < 500 ? 400 : 500);
