import { Choices, Form, Hidden, type Problem, problemOf, Submit, TextField } from '@signet/agencies-ui/forms';
import { staffPaths } from '../config/config.ts';
import { words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { lookReasons } from './look-reasons.ts';

export interface FindPageProps {
  readonly frame: Frame;
  readonly pseudonym: string;
  /** Names the look that this form opens, so that two presses are one. */
  readonly look: string;
  readonly typed: { readonly number: string; readonly reason: string };
  readonly problems?: readonly Problem[];
}

/** The staff's first page: which file, and why. */
export function FindPage({ frame, pseudonym, look, typed, problems = [] }: FindPageProps) {
  const say = words(frame.lang).staff;
  return (
    <Page frame={frame} title={say.title} problems={problems}>
      <div class="wrap narrow">
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
        <Form frame={frame} action={staffPaths.looks}>
          <Hidden name="look" value={look} />
          <TextField
            name="number"
            secret
            label={say.number}
            hint={say.numberHint}
            value={typed.number}
            inputmode="numeric"
            width="short"
            problem={problemOf(problems, 'number')}
          />
          <Choices
            name="reason"
            label={say.reason}
            choices={lookReasons.map((value) => ({ value, label: say.reasons[value] }))}
            chosen={typed.reason}
            problem={problemOf(problems, 'reason')}
          />
          <Submit>{say.open}</Submit>
        </Form>
        <p class="small after">{say.signedInAs(pseudonym)}</p>
      </div>
    </Page>
  );
}
