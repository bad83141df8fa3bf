import { type Context, Hono } from 'hono';
import { frameOf, page } from './answer.ts';
import { paths } from './config.ts';
import { dayOf } from './day.ts';
import { checkService, type Service, type ServiceProblem } from './eligibility/service.ts';
import { langOf, words } from './locales/index.ts';
import type { OwnEnv, OwnPagesDeps } from './own-env.ts';
import { ServiceFormPage } from './pages/service-form.tsx';
import { readFields } from './read-fields.ts';

/** Saying when one served. Mount behind the session and its guard. */
export function serviceRoutes({ claims, ownForm, now }: OwnPagesDeps) {
  const formPage = (c: Context<OwnEnv>, typed: Service, problems: readonly ServiceProblem[] = []) => {
    const say = words(langOf(c)).eligibility.service.problems;
    const told = problems.map(({ field, why }) => ({ field, text: say[field][why] }));
    const element = <ServiceFormPage frame={frameOf(c)} typed={typed} problems={told} />;
    return page(c, element, told.length > 0 ? 422 : 200);
  };

  return new Hono<OwnEnv>()
    .get(paths.service, async (c) => {
      if (c.var.kept) return formPage(c, await typedIn(c));
      return formPage(c, (await claims.service(c.var.person.sub)) ?? { began: '', ended: '' });
    })
    .post(paths.service, ownForm, async (c) => {
      const typed = await typedIn(c);
      const problems = checkService(typed, c.var.person.birthDate, dayOf(now()));
      if (problems.length > 0) return formPage(c, typed, problems);
      await claims.declare(c.var.person.sub, typed);
      return c.redirect(paths.welcome, 303);
    });
}

const typedIn = (c: Context<OwnEnv>): Promise<Service> => readFields(c, 'began', 'ended');
