import { words } from '../locales/index.ts';
import { DayField, Form, type Problem, ProblemSummary } from '../ui/form.tsx';
import type { Frame } from '../ui/frame.ts';
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
      <ProblemSummary frame={frame} problems={problems} />
      <p>{service.hint}</p>
      <Form frame={frame} action="/service" keep>
        <DayField name="began" label={eligibility.began} value={typed.began} problems={problems} />
        <DayField name="ended" label={eligibility.ended} value={typed.ended} problems={problems} />
        <button class="button" type="submit">
          {service.save}
        </button>
      </Form>
    </Page>
  );
}
