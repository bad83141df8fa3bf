import {
  Choices,
  Form,
  type Problem,
  ProblemBox,
  problemOf,
  Submit,
  TextField,
} from '@signet/agencies-ui/forms';
import { refundPaths } from '../config/config.ts';
import { words } from '../locales/index.ts';
import { filingStatuses } from '../records/returns/return-lines.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import { ToAccount } from './account-link.tsx';
import type { TypedQuestion } from './read-question.ts';

interface RefundFormPageProps {
  readonly frame: Frame;
  readonly years: readonly number[];
  readonly typed: TypedQuestion;
  readonly problems: readonly Problem[];
  /** Nothing fits what was typed. */
  readonly noMatch: boolean;
}

/** The same whatever it is that does not fit (A22). */
function NoMatch({ frame }: { readonly frame: Frame }) {
  const say = words(frame.lang).refundTool.noMatch;
  return (
    <ProblemBox title={say.title}>
      <p>{say.lead}</p>
      <ul>
        {say.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
    </ProblemBox>
  );
}

export function RefundFormPage({ frame, years, typed, problems, noMatch }: RefundFormPageProps) {
  const { refundTool, filingStatuses: statuses } = words(frame.lang);
  const say = refundTool.form;
  return (
    <Page frame={frame} title={noMatch ? refundTool.noMatch.title : refundTool.title} problems={problems}>
      <div class="wrap narrow">
        <h1>{refundTool.title}</h1>
        {noMatch ? <NoMatch frame={frame} /> : null}
        <p>{say.lead}</p>
        <Form frame={frame} action={refundPaths.home}>
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
            name="year"
            label={say.year}
            choices={years.map((year) => ({ value: String(year), label: String(year) }))}
            chosen={typed.year}
            problem={problemOf(problems, 'year')}
          />
          <Choices
            name="status"
            label={say.status}
            choices={filingStatuses.map((status) => ({ value: status, label: statuses[status] }))}
            chosen={typed.status}
            problem={problemOf(problems, 'status')}
          />
          <TextField
            name="amount"
            label={say.amount}
            hint={say.amountHint}
            value={typed.amount}
            inputmode="decimal"
            width="short"
            problem={problemOf(problems, 'amount')}
          />
          <Submit>{say.show}</Submit>
        </Form>
        <ToAccount frame={frame} />
      </div>
    </Page>
  );
}
