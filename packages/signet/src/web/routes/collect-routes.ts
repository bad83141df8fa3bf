import type { Context } from 'hono';
import { AppError } from '../../kernel/index.ts';
import type { WebContext, WebEnv } from '../request/index.ts';
import type { RouteKey, RouteTable } from './policy.ts';
import type { routeTable } from './table.ts';

export type Handler = (c: WebContext) => Response | Promise<Response>;

/** What runs for some rows of a table, once their guards let a request through. */
export interface Routes {
  readonly handlers: ReadonlyMap<RouteKey, Handler>;
}

type Paths<Table extends RouteTable, Method extends string> = keyof Table extends infer Key
  ? Key extends `${Method} ${infer Path}`
    ? Path
    : never
  : never;

type HandlerAt<Path extends string> = (c: Context<WebEnv, Path>) => Response | Promise<Response>;

export interface RouteCollector<Table extends RouteTable> extends Routes {
  get<Path extends Paths<Table, 'GET'>>(path: Path, handler: HandlerAt<Path>): void;
  post<Path extends Paths<Table, 'POST'>>(path: Path, handler: HandlerAt<Path>): void;
}

/** Takes the handlers of a room. An address without a row in the table does not compile. */
export function collectRoutes<Table extends RouteTable>(): RouteCollector<Table> {
  const handlers = new Map<RouteKey, Handler>();
  const add = (key: RouteKey, handler: Handler) => {
    if (handlers.has(key)) throw new AppError('route-twice', { message: `two handlers for ${key}` });
    handlers.set(key, handler);
  };
  return {
    handlers,
    get: (path, handler) => add(`GET ${path}` as RouteKey, handler as unknown as Handler),
    post: (path, handler) => add(`POST ${path}` as RouteKey, handler as unknown as Handler),
  };
}

/** The same for rows of Signet's own table. */
export const signetRoutes = (): RouteCollector<typeof routeTable> => collectRoutes();
