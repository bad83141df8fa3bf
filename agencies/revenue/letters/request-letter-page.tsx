import { Choices, Form, type Problem, problemOf, Submit } from '@signet/agencies-ui/forms';
import { words } from '../locales/index.ts';
import { proofKinds } from '../records/letters/letter.ts';
import type { Frame } from '../ui/frame.ts';
import { Page } from '../ui/page.tsx';
import type { TypedRequest } from './read-request-form.ts';

export interface RequestLetterPageProps {
  readonly frame: Frame;
  /** The latest first. */
  readonly years: readonly { readonly taxYear: number; readonly hasReturn: boolean }[];
  readonly typed: TypedRequest;
  readonly problems?: readonly Problem[];
  /** The year that was asked for and that no return is on file for: another paper says that. */
  readonly notFiled?: number | undefined;
}

export function RequestLetterPage({ frame, years, typed, problems = [], notFiled }: RequestLetterPageProps) {
  const { letters, proofs: say } = words(frame.lang);
  return (
    <Page frame={frame} title={say.title} problems={problems}>
      <div class="wrap narrow">
        <p class="back">
          <a href="/letters">{letters.title}</a>
        </p>
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
        <Form frame={frame} action="/letters/ask" keep>
          <Choices
            name="kind"
            label={say.kind}
            choices={proofKinds.map((kind) => ({
              value: kind,
              label: letters.kinds[kind].title,
              note: say.kinds[kind],
            }))}
            chosen={typed.kind}
            problem={problemOf(problems, 'kind')}
          />
          <Choices
            name="year"
            label={say.year}
            choices={years.map(({ taxYear, hasReturn }) => ({
              value: String(taxYear),
              label: String(taxYear),
              note: hasReturn ? undefined : say.noReturn,
            }))}
            chosen={typed.year}
            problem={problemOf(problems, 'year')}
          />
          {notFiled === undefined ? null : (
            <p class="notice">
              {say.instead} <a href={`/transcripts/non-filing/${notFiled}`}>{say.nonFiling(notFiled)}</a>
            </p>
          )}
          <Submit>{say.write}</Submit>
        </Form>
      </div>
    </Page>
  );
}
