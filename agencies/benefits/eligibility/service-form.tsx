import { Form, type Problem, ProblemSummary, problemOf, Submit, TextField } from '@signet/agencies-ui/forms';
import type { Frame } from '@signet/agencies-ui/pages';
import { words } from '../locales/index.ts';
import { Page } from '../ui/page.tsx';
import type { Service } from './service.ts';

interface ServiceFormPageProps {
  readonly frame: Frame;
  readonly typed: Service;
  readonly problems: readonly Problem[];
}

/** The one thing that Signet cannot tell: when somebody served. */
export function ServiceFormPage({ frame, typed, problems }: ServiceFormPageProps) {
  const { eligibility } = words(frame.lang);
  const { service } = eligibility;
  return (
    <Page frame={frame} title={service.title} wrong={problems.length > 0}>
      <h1>{service.title}</h1>
      <ProblemSummary title={words(frame.lang).form.wrong} problems={problems} />
      <p>{service.hint}</p>
      <Form frame={frame} action="/service" keep>
        {(['began', 'ended'] as const).map((name) => (
          <TextField
            name={name}
            type="date"
            width="short"
            label={eligibility[name]}
            value={typed[name]}
            problem={problemOf(problems, name)}
          />
        ))}
        <Submit>{service.save}</Submit>
      </Form>
    </Page>
  );
}
