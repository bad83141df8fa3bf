import { randomUUID } from 'node:crypto';
import { err, ok, type PersonId, type Redacted, type Result } from '../../../kernel/index.ts';
import { parseSsn, type SsnProblem } from '../../records/index.ts';
import type { LiveCase } from '../cases/case-store.ts';
import { flowState } from '../cases/case-view.ts';
import { changeCase, withAnswers } from '../cases/change-case.ts';
import { recordAct } from '../cases/record-act.ts';
import { afterChange, flow } from '../flow/flow.ts';
import type { AnswerStep, DocumentChoice } from '../flow/steps.ts';
import type { Deps } from '../ports.ts';
import type { CaseView, NotNow } from '../proofing.ts';

export const mayAnswer = (open: LiveCase, step: AnswerStep): boolean => flow[step].canEnter(flowState(open));

export function chooseDocument(
  deps: Deps,
  person: PersonId,
  choice: DocumentChoice,
): Promise<Result<CaseView, NotNow>> {
  return changeCase<NotNow>(deps, person, (open) => {
    if (!mayAnswer(open, 'choose')) return err('not-now');
    const { answers } = open.contents;
    if (answers.document === choice) return ok(open);
    return ok(withAnswers(open, { ...afterChange(answers, 'choose'), document: choice }));
  });
}

/** A17: the version of the text and the time stand in the case's row, and stay when the evidence goes. */
export function giveConsent(
  deps: Deps,
  person: PersonId,
  version: string,
): Promise<Result<CaseView, NotNow>> {
  return changeCase<NotNow>(
    deps,
    person,
    (open, now) => {
      if (!mayAnswer(open, 'consent')) return err('not-now');
      const { answers } = open.contents;
      if (answers.consent?.version === version) return ok(open);
      const consented = { ...afterChange(answers, 'consent'), consent: { version, at: now.toISOString() } };
      return ok({ ...withAnswers(open, consented), consent: { version, at: now } });
    },
    (tx, changed) => recordAct(deps, tx, changed, 'proofing.consented'),
  );
}

/** A24: asked for to find the record, and evidence of nothing. The number goes nowhere but into the sealed case. */
export async function giveSsn(
  deps: Deps,
  person: PersonId,
  typed: Redacted<string>,
): Promise<Result<CaseView, NotNow | SsnProblem>> {
  const ssn = parseSsn(typed.reveal(), deps.settings.profile);
  return changeCase<NotNow | SsnProblem>(deps, person, (open) => {
    if (!mayAnswer(open, 'ssn')) return err('not-now');
    if (!ssn.ok) return ssn;
    const { answers } = open.contents;
    if (answers.ssn?.number === ssn.value) return ok(open);
    return ok(withAnswers(open, { ...answers, ssn: { entry: randomUUID(), number: ssn.value } }));
  });
}
