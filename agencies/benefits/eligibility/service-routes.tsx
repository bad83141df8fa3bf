import { readFields } from '@signet/agencies-ui/forms';
import { type Context, Hono } from 'hono';
import { paths } from '../config/config.ts';
import { frameOf, page } from '../http/answer.ts';
import type { OwnEnv, OwnPagesNeeds } from '../http/signed-in-env.ts';
import { langOf, words } from '../locales/index.ts';
import { checkService, type Service, type ServiceProblem } from './service.ts';
import { ServiceFormPage } from './service-form.tsx';

/** Saying when one served. Mount behind the session and its guard. */
export function serviceRoutes({ claims, ownForm, clock }: OwnPagesNeeds) {
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
      const problems = checkService(typed, c.var.person.birthDate, clock.today());
      if (problems.length > 0) return formPage(c, typed, problems);
      await claims.declare(c.var.person.sub, typed);
      return c.redirect(paths.welcome, 303);
    });
}

const typedIn = (c: Context<OwnEnv>): Promise<Service> => readFields(c, 'began', 'ended');
