import { Form, Hidden, Submit } from '@signet/agencies-ui/forms';
import { Facts } from '@signet/agencies-ui/pages';
import { formatDay, words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import type { Professional } from './authorization.ts';
import { scopeNames } from './professionals-page.tsx';
import type { AuthorizationWish, TypedAuthorization } from './read-authorization-form.ts';

export interface ProfessionalCheckPageProps {
  readonly frame: Frame;
  readonly professional: Professional;
  readonly wish: AuthorizationWish;
  readonly typed: TypedAuthorization;
}

/** Shows the number's owner before anything is allowed: a mistyped digit may be somebody else's. */
export function ProfessionalCheckPage({ frame, professional, wish, typed }: ProfessionalCheckPageProps) {
  const { lang } = frame;
  const { professionals, form } = words(lang);
  const { check: say, facts } = professionals;
  return (
    <Page frame={frame} title={say.title}>
      <div class="wrap narrow">
        <p class="back">
          <a href="/professionals">{professionals.title}</a>
        </p>
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
        <Facts
          facts={[
            { name: facts.who, value: professionals.nameOf(professional.name, professional.number) },
            { name: facts.city, value: professional.city },
            { name: facts.years, value: wish.taxYears.join(', ') },
            { name: facts.scopes, value: scopeNames(lang, wish) },
            { name: facts.until, value: formatDay(lang, wish.until) },
          ]}
        />
        <div class="form-ways">
          <Form frame={frame} action="/professionals" keep>
            <Typed typed={typed} />
            <Submit>{say.confirm}</Submit>
          </Form>
          <Form frame={frame} action="/professionals/change">
            <Typed typed={typed} />
            <Submit quiet>{form.change}</Submit>
          </Form>
        </div>
      </div>
    </Page>
  );
}

function Typed({ typed }: { readonly typed: TypedAuthorization }) {
  return (
    <>
      <Hidden name="form_key" value={typed.formKey} />
      <Hidden name="number" value={typed.number} typed />
      <Hidden name="until" value={typed.until} typed />
      {typed.years.map((year) => (
        <Hidden name={`years-${year}`} value="on" typed />
      ))}
      {typed.scopes.map((scope) => (
        <Hidden name={`scopes-${scope}`} value="on" typed />
      ))}
    </>
  );
}
