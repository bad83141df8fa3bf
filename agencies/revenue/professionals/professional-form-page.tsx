import {
  Checkboxes,
  Form,
  Hidden,
  type Problem,
  problemOf,
  Submit,
  TextField,
} from '@signet/agencies-ui/forms';
import { words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { scopes } from './authorization.ts';
import type { TypedAuthorization } from './read-authorization-form.ts';

export interface ProfessionalFormPageProps {
  readonly frame: Frame;
  /** Years on file, the latest first. */
  readonly years: readonly number[];
  readonly typed: TypedAuthorization;
  readonly problems?: readonly Problem[];
}

export function ProfessionalFormPage({ frame, years, typed, problems = [] }: ProfessionalFormPageProps) {
  const { professionals, filings } = words(frame.lang);
  const { form: say } = professionals;
  const wrong = (field: string) => problemOf(problems, field);
  return (
    <Page frame={frame} title={say.title} problems={problems}>
      <div class="wrap narrow">
        <p class="back">
          <a href="/professionals">{professionals.title}</a>
        </p>
        <h1>{say.title}</h1>
        {years.length === 0 ? (
          <p class="lead">{say.nothing}</p>
        ) : (
          <Form frame={frame} action="/professionals/check" keep>
            <Hidden name="form_key" value={typed.formKey} />
            <TextField
              name="number"
              label={say.number}
              hint={say.numberHint}
              value={typed.number}
              width="short"
              problem={wrong('number')}
            />
            <Checkboxes
              name="years"
              label={say.years}
              choices={years.map((year) => ({ value: String(year), label: filings.year(year) }))}
              chosen={typed.years}
              problem={wrong('years')}
            />
            <Checkboxes
              name="scopes"
              label={say.scopes}
              choices={scopes.map((scope) => {
                const { name, text } = professionals.scopes[scope];
                return { value: scope, label: name, note: text };
              })}
              chosen={typed.scopes}
              problem={wrong('scopes')}
            />
            <TextField
              name="until"
              type="date"
              label={say.until}
              hint={say.untilHint}
              value={typed.until}
              width="short"
              problem={wrong('until')}
            />
            <Submit>{say.next}</Submit>
          </Form>
        )}
      </div>
    </Page>
  );
}
