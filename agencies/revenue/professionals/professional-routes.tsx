import { randomUUID } from 'node:crypto';
import type { Clock } from '@signet/agencies-ui/clock';
import { formKeyOf, type Problem, readFields } from '@signet/agencies-ui/forms';
import { type Context, Hono } from 'hono';
import { addDays } from '../amounts-and-dates/day.ts';
import { frameOf, page } from '../http/answer.ts';
import { langOf } from '../http/language.ts';
import type { OwnFile } from '../http/own-file.ts';
import { formatDay, words } from '../locales/index.ts';
import type { PapersByYear } from '../records/papers-by-year.ts';
import { scopes } from './authorization.ts';
import type { Authorizations, NoAuthorization } from './authorize.ts';
import { ProfessionalCheckPage } from './professional-check-page.tsx';
import { ProfessionalFormPage } from './professional-form-page.tsx';
import { ProfessionalsPage } from './professionals-page.tsx';
import {
  type AuthorizationField,
  readAuthorizationForm,
  type TypedAuthorization,
} from './read-authorization-form.ts';

interface ProfessionalRoutesNeeds {
  readonly papers: PapersByYear;
  readonly authorizations: Authorizations;
  readonly clock: Clock;
}

const [list, form] = ['/professionals', '/professionals/new'] as const;
/** What the form suggests: a tax season. */
const usualDays = 90;

/** Authorizing a tax professional. */
export function professionalRoutes(needs: ProfessionalRoutesNeeds) {
  const { papers, authorizations, clock } = needs;
  const personOf = (c: Context<OwnFile>) => c.var.taxpayer.customerFileNumber;
  const yearsOf = async (c: Context<OwnFile>) => (await papers(personOf(c))).map(({ taxYear }) => taxYear);

  async function formPage(c: Context<OwnFile>, typed: TypedAuthorization, problems: readonly Problem[] = []) {
    const element = (
      <ProfessionalFormPage
        frame={frameOf(c, form)}
        years={await yearsOf(c)}
        typed={typed}
        problems={problems}
      />
    );
    return page(c, element, problems.length > 0 ? 422 : 200);
  }

  /** Only years on file are looked for in the form, so no other can be allowed. */
  async function typedIn(c: Context<OwnFile>): Promise<TypedAuthorization> {
    const years = (await yearsOf(c)).map(String);
    const boxes = [...years.map((year) => `years-${year}`), ...scopes.map((scope) => `scopes-${scope}`)];
    const fields = await readFields(c, 'number', 'until', 'form_key', ...boxes);
    const { number = '', until = '', form_key: key = '' } = fields;
    return {
      number,
      until,
      years: years.filter((year) => fields[`years-${year}`] === 'on'),
      scopes: scopes.filter((scope) => fields[`scopes-${scope}`] === 'on'),
      formKey: formKeyOf(key),
    };
  }

  return (
    new Hono<OwnFile>()
      .get(list, async (c) => {
        const { done } = c.req.query();
        const element = (
          <ProfessionalsPage
            frame={frameOf(c)}
            given={await authorizations.of(personOf(c))}
            done={done === 'given' || done === 'ended' ? done : undefined}
            clock={clock}
          />
        );
        return page(c, element);
      })

      .get(form, async (c) => {
        if (c.var.kept) return formPage(c, await typedIn(c));
        const [latest] = await yearsOf(c);
        return formPage(c, {
          number: '',
          years: latest === undefined ? [] : [String(latest)],
          scopes: [],
          until: addDays(clock.today(), usualDays),
          formKey: randomUUID(),
        });
      })

      .post(`${list}/change`, async (c) => formPage(c, await typedIn(c)))

      .post(`${list}/check`, async (c) => {
        const typed = await typedIn(c);
        const read = readAuthorizationForm(typed);
        if ('wrong' in read) return formPage(c, typed, sayWrong(c, read.wrong));
        const found = await authorizations.check(read.wish);
        if (!found.ok) return formPage(c, typed, [sayRefusal(c, found.error)]);
        const element = (
          <ProfessionalCheckPage
            frame={frameOf(c, form)}
            professional={found.value}
            wish={read.wish}
            typed={typed}
          />
        );
        return page(c, element);
      })

      .post(list, async (c) => {
        const typed = await typedIn(c);
        const read = readAuthorizationForm(typed);
        if ('wrong' in read) return formPage(c, typed, sayWrong(c, read.wrong));
        const given = await authorizations.authorize(personOf(c), read.wish);
        if (!given.ok) return formPage(c, typed, [sayRefusal(c, given.error)]);
        return c.redirect(`${list}?done=given`, 303);
      })

      // taking back what was allowed never waits for a step-up
      .post(`${list}/:id/end`, async (c) => {
        await authorizations.end(personOf(c), c.req.param('id'));
        return c.redirect(`${list}?done=ended`, 303);
      })
  );
}

const sayWrong = (c: Context, wrong: readonly AuthorizationField[]): readonly Problem[] =>
  wrong.map((field) => ({ field, text: words(langOf(c)).professionals.problems[field] }));

function sayRefusal(c: Context, refusal: NoAuthorization): Problem {
  const lang = langOf(c);
  const { problems } = words(lang).professionals;
  return refusal.code === 'no-such-professional'
    ? { field: 'number', text: problems.unknown }
    : { field: 'until', text: problems.day(formatDay(lang, refusal.from), formatDay(lang, refusal.to)) };
}
