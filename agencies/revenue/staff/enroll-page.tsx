import { Form, type Problem, problemOf, Submit, TextField } from '@signet/agencies-ui/forms';
import { staffPaths } from '../config/config.ts';
import { words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';

/** Where somebody with a code from the department becomes staff. */
export function EnrollPage({
  frame,
  typed,
  problems = [],
}: {
  readonly frame: Frame;
  readonly typed: string;
  readonly problems?: readonly Problem[];
}) {
  const say = words(frame.lang).staff.enroll;
  return (
    <Page frame={frame} title={say.title} problems={problems}>
      <div class="wrap narrow">
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
        <Form frame={frame} action={staffPaths.enroll}>
          <TextField
            name="code"
            secret
            label={say.code}
            hint={say.codeHint}
            value={typed}
            problem={problemOf(problems, 'code')}
          />
          <Submit>{say.submit}</Submit>
        </Form>
      </div>
    </Page>
  );
}
