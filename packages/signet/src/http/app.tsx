import { Hono, type MiddlewareHandler } from 'hono';
import { AppError, isDatabaseAway, requestId } from '../kernel/index.ts';
import type { Pages } from '../web/index.ts';
import type { WebContext, WebEnv } from '../web/request/index.ts';
import { frameOf } from '../web/request/index.ts';
import { type BodyKind, bodyLimits, type RoutePolicy } from '../web/routes/index.ts';
import { answerPage, ErrorPage, type ErrorStatus, serveAssets } from '../web/ui/index.ts';
import { checkOrigin, takeBody } from './form-token.ts';
import { holdBodies } from './held-bodies.ts';
import { mountRoutes } from './mount-routes.ts';
import { type RequestLine, routeOf, sinceMs } from './request-line.ts';
import { securityHeaders } from './security-headers.ts';
import { serveSiteFiles } from './site-files.ts';
import { loadSession, readVisit, type VisitOptions } from './visit.ts';

export interface AppOptions extends VisitOptions {
  /** The folder of what browsers load, with its manifest. */
  readonly assets: string;
  /** The same of the release before, for pages that were opened while it ran. */
  readonly assetsBefore?: string | undefined;
  readonly pages: Pages;
  /** In the sandbox: where its pages are, and the cameras that visitors borrow. */
  readonly sandboxHome?: string | undefined;
  /** How much of photos may lie in memory at once. */
  readonly mostPhotoMegabytes: number;
  readonly onRequest: (line: RequestLine) => void;
  readonly onFault: (error: unknown, reference: string) => void;
}

/** All pages, behind the same middleware: headers, visit, the table's guards; and one way to say what went wrong. */
export function createApp(options: AppOptions): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get(
    '/assets/*',
    serveAssets(options.assets, { before: options.assetsBefore, sandbox: options.sandbox }),
  );
  serveSiteFiles(app);

  app.use(securityHeaders(options.origin.startsWith('https:'), options.sandboxHome));
  app.use(logged(options));
  app.use(readVisit(options));
  const refuse = (c: WebContext) => sayError(c, 403);
  app.use(checkOrigin(options.origin, refuse));
  const session = (reader: RoutePolicy['reader']) => loadSession(options, reader);
  const asBrowser = session('browser');
  const held = holdBodies(options.mostPhotoMegabytes);
  const body = (kind: BodyKind) => takeBody(kind, held, refuse);
  const length = (kind: BodyKind) => checkLength(kind, asBrowser);
  mountRoutes(app, options.pages, { length, session, body });
  // an address or a method that is not served says no more to a forged request than to another, and holds no more of it
  app.use(length('form'), asBrowser, body('form'));

  app.notFound((c) => sayError(c, 404));
  app.onError((error, c) => {
    // a client that hung up in the middle of sending gets no page, and can fill no log
    if (c.env?.incoming?.readableAborted) return c.body(null, 400);
    const status = statusOf(error);
    const reference = c.var.visit?.reference ?? requestId() ?? 'none';
    if (status >= 500) options.onFault(error, reference);
    if (isForNow(status)) c.header('retry-after', '5');
    return c.var.visit
      ? sayError(c, status)
      : c.text(`Something went wrong. Please try again. (${reference})`, status);
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
      path: routeOf(c.req.path),
      status: c.res.status,
      ms: sinceMs(started),
      reference: c.var.visit?.reference ?? 'none',
    });
  };

/** By the length that was declared; a body without one is counted as it comes. The page knows who asks. */
const checkLength =
  (kind: BodyKind, session: MiddlewareHandler<WebEnv>): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    if (Number(c.req.header('content-length') ?? 0) <= bodyLimits[kind]) return next();
    await session(c, async () => undefined);
    return sayError(c, 413);
  };

/** Asking again a little later may help. */
const isForNow = (status: ErrorStatus): boolean => status === 503 || status === 429;

async function sayError(c: WebContext, status: ErrorStatus): Promise<Response> {
  const { reference } = c.var.visit;
  if (isForNow(status)) c.header('retry-after', '5');
  if (c.req.header('accept')?.startsWith('application/json'))
    return c.json({ error: status, reference }, status);
  const again = status === 503 && c.req.method === 'GET';
  const page = <ErrorPage frame={frameOf(c)} status={status} reference={reference} again={again} />;
  return answerPage(c, page, status);
}

/** A database that is away is "try again soon", not a fault of ours. */
function statusOf(error: unknown): ErrorStatus {
  if (isDatabaseAway(error)) return 503;
  return error instanceof AppError ? near(error.status) : 500;
}

const spoken: readonly ErrorStatus[] = [400, 403, 404, 413, 429, 500, 503];
const near = (status: number): ErrorStatus =>
  spoken.find((one) => one === status) ?? (status < 500 ? 400 : 500);
