import type { createAgencySignIn } from '@signet/relying-party/hono';
import { Hono, type MiddlewareHandler } from 'hono';
import { isStanding } from '../claims/claim.ts';
import { claimRoutes } from '../claims/claim-routes.tsx';
import { paths } from '../config/config.ts';
import { standings } from '../eligibility/rules.ts';
import { serviceRoutes } from '../eligibility/service-routes.tsx';
import { NobodyPage, WelcomePage } from '../eligibility/welcome-page.tsx';
import { frameOf, page } from '../http/answer.ts';
import { factsOf, type OwnEnv, type OwnPagesNeeds } from '../http/signed-in-env.ts';
import type { VerifiedPerson } from '../sign-in/verified-person.ts';

export type BenefitsSignIn = ReturnType<typeof createAgencySignIn<VerifiedPerson | null>>;

const vouchedFor: MiddlewareHandler<OwnEnv> = async (c, next) => {
  const person = c.var.session?.data;
  if (!person) return page(c, <NobodyPage frame={frameOf(c)} />);
  c.set('person', person);
  return next();
};

/** Every page behind the sign-in, with its guard. */
export function ownPages(
  signIn: BenefitsSignIn,
  { claims, clock, issuer }: Omit<OwnPagesNeeds, 'ownForm'> & { readonly issuer: string },
) {
  const pages = new Hono<OwnEnv>();
  for (const path of [paths.welcome, paths.service, `${paths.claims}/*`])
    pages.use(path, signIn.session, signIn.signedIn, vouchedFor);

  pages.get(paths.welcome, async (c) => {
    const { person } = c.var;
    const [service, filed] = await Promise.all([claims.service(person.sub), claims.of(person.sub)]);
    const claimed = (benefit: string) =>
      filed.find((claim) => claim.contents.benefit === benefit && isStanding(claim, clock.now()))?.number;
    const shown = service
      ? standings(factsOf(person, service, clock.today())).map((one) => ({
          ...one,
          claimed: claimed(one.benefit),
        }))
      : [];
    return page(
      c,
      <WelcomePage
        frame={frameOf(c)}
        person={person}
        service={service}
        standings={shown}
        ownSpellingAt={`${issuer}/account/data/name`}
      />,
    );
  });

  const needs = { claims, clock, ownForm: signIn.ownForm };
  pages.route('/', serviceRoutes(needs));
  pages.route('/', claimRoutes(needs));
  return pages;
}
