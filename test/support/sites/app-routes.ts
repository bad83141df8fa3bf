import { Hono } from 'hono';
import { vi } from 'vitest';

/** Call before Signet starts; gives, in the same hook, every address of its app that takes anything but GET. */
export function watchRoutes(): () => string[] {
  const joined = vi.spyOn(Hono.prototype, 'route');
  return () => {
    const apps = joined.mock.contexts as Hono[];
    const routes = [...new Set(apps)].flatMap((app) => app.routes);
    const changing = routes.filter(({ method }) => !['GET', 'ALL', 'HEAD'].includes(method));
    return [...new Set(changing.map(({ path }) => path.replaceAll(/:\w+/g, 'front')))];
  };
}
