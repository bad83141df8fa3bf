import { randomUUID } from 'node:crypto';
import { formKeyOf, readFields } from '@signet/agencies-ui/forms';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { paths } from '../config/config.ts';
import { type BenefitName, benefitNames, standings } from '../eligibility/rules.ts';
import { frameOf, page } from '../http/answer.ts';
import { factsOf, type OwnEnv, type OwnPagesNeeds } from '../http/signed-in-env.ts';
import { langOf, words } from '../locales/index.ts';
import { NotFoundPage } from '../ui/problem-pages.tsx';
import { type ClaimContents, outcomeOf } from './claim.ts';
import { ClaimCheckPage } from './claim-check-page.tsx';
import { ClaimFormPage, waysTo } from './claim-form-page.tsx';
import { ClaimPage } from './claim-page.tsx';
import { ClaimsPage } from './claims-page.tsx';

/** Claiming: the form, its check page, the claim, taking it back. Mount behind the session and its guard. */
export function claimRoutes({ claims, ownForm, clock }: OwnPagesNeeds) {
  const notFound = (c: Context<OwnEnv>) => page(c, <NotFoundPage frame={frameOf(c)} />, 404);

  const fresh = `${paths.claims}/new/:benefit`;

  function formPage(c: Context<OwnEnv>, benefit: BenefitName, typed: Typed, wrong = false) {
    const problem = { field: 'contact', text: words(langOf(c)).claims.form.problem };
    const element = (
      <ClaimFormPage
        frame={frameOf(c, `${paths.claims}/new/${benefit}`)}
        person={c.var.person}
        benefit={benefit}
        contact={typed.contact}
        formKey={typed.formKey}
        problems={wrong ? [problem] : []}
      />
    );
    return page(c, element, wrong ? 422 : 200);
  }

  /** What would be filed; undefined when the rules do not let this person claim it, whatever the form says. */
  async function claimable(c: Context<OwnEnv>): Promise<Claimable | undefined> {
    const { person } = c.var;
    const benefit = benefitNames.find((name) => name === c.req.param('benefit'));
    const service = await claims.service(person.sub);
    if (!benefit || !service) return undefined;
    const facts = factsOf(person, service, clock.today());
    const { givenName, familyName, birthDate, addressLines } = person;
    const may = standings(facts).some((one) => one.benefit === benefit && one.may);
    return may
      ? { benefit, service, givenName, familyName, birthDate, addressLines: [...addressLines] }
      : undefined;
  }

  return new Hono<OwnEnv>()
    .get(paths.claims, async (c) => {
      const filed = await claims.of(c.var.person.sub);
      return page(c, <ClaimsPage frame={frameOf(c)} claims={filed} clock={clock} />);
    })

    .get(fresh, async (c) => {
      const claim = await claimable(c);
      if (!claim) return c.redirect(paths.welcome, 303);
      const typed = c.var.kept ? await typedIn(c) : { contact: '', formKey: randomUUID() };
      return formPage(c, claim.benefit, typed);
    })

    .post(`${fresh}/change`, ownForm, async (c) => {
      const claim = await claimable(c);
      return claim ? formPage(c, claim.benefit, await typedIn(c)) : c.redirect(paths.welcome, 303);
    })

    .post(`${fresh}/check`, ownForm, async (c) => {
      const [claim, typed] = [await claimable(c), await typedIn(c)];
      if (!claim) return c.redirect(paths.welcome, 303);
      const contact = waysTo(c.var.person).find((way) => way === typed.contact);
      if (!contact) return formPage(c, claim.benefit, typed, true);
      const frame = frameOf(c, `${paths.claims}/new/${claim.benefit}`);
      return page(c, <ClaimCheckPage frame={frame} claim={{ ...claim, contact }} formKey={typed.formKey} />);
    })

    .post(fresh, ownForm, async (c) => {
      const [claim, typed] = [await claimable(c), await typedIn(c)];
      if (!claim) return c.redirect(paths.welcome, 303);
      const contact = waysTo(c.var.person).find((way) => way === typed.contact);
      if (!contact) return formPage(c, claim.benefit, typed, true);
      const outcome = outcomeOf(claim.birthDate, claim.service);
      const filed = await claims.file(
        c.var.person.sub,
        typed.formKey,
        { ...claim, contact, outcome },
        clock.now(),
      );
      return filed.ok
        ? c.redirect(`${paths.claims}/${filed.claim.number}?told=filed`, 303)
        : c.redirect(`${paths.claims}/${filed.standing.number}?told=already`, 303);
    })

    .get(`${paths.claims}/:number`, async (c) => {
      const claim = await claims.get(c.var.person.sub, c.req.param('number'));
      if (!claim) return notFound(c);
      const told = tellable.safeParse(c.req.query('told')).data;
      return page(c, <ClaimPage frame={frameOf(c)} claim={claim} clock={clock} told={told} />);
    })

    .post(`${paths.claims}/:number/withdraw`, ownForm, async (c) => {
      const { number } = c.req.param();
      if (!(await claims.get(c.var.person.sub, number))) return notFound(c);
      const withdrawn = await claims.withdraw(c.var.person.sub, number, clock.now());
      return c.redirect(`${paths.claims}/${number}${withdrawn ? '' : '?told=tooLate'}`, 303);
    });
}

type Claimable = Omit<ClaimContents, 'contact' | 'outcome'>;

interface Typed {
  readonly contact: string;
  readonly formKey: string;
}

const tellable = z.enum(['filed', 'already', 'tooLate']);

async function typedIn(c: Context<OwnEnv>): Promise<Typed> {
  const { contact, form_key: formKey } = await readFields(c, 'contact', 'form_key');
  // a key that is none is a new one each time, and the check page shows it again
  return { contact, formKey: formKeyOf(formKey) };
}
