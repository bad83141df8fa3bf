import { randomUUID } from 'node:crypto';
import { err, ok, type PersonId, type Redacted, type Result } from '../../../kernel/index.ts';
import { type DocumentKind, evidenceKinds } from '../../evidence/index.ts';
import { type NumberProfile, parseTaxpayerNumber, type SsnProblem } from '../../records/index.ts';
import { type Cases, type CaseView, mayAnswer, type NotNow, recovers, withAnswers } from '../cases/index.ts';
import { afterChange, askAgain, isWithoutFace } from '../flow/index.ts';

export function chooseDocument(
  cases: Pick<Cases, 'change'>,
  person: PersonId,
  choice: DocumentKind,
): Promise<Result<CaseView, NotNow>> {
  return cases.change<NotNow>(person, (open) => {
    if (!mayAnswer(open, 'choose')) return err('not-now');
    const { answers } = open.contents;
    if (answers.document === choice) return ok(open);
    // a letter needs an address: without one, the face check is asked about again
    const unasked =
      isWithoutFace(answers) && !evidenceKinds[choice].statesAddress ? (['consent'] as const) : [];
    const { corrected: _outdated, ...left } = askAgain(afterChange(answers, 'choose'), unasked);
    return ok(withAnswers(open, { ...left, document: choice }));
  });
}

/** A17: the version of the text and the time stand in the case's row, and stay when the evidence goes. */
export function giveConsent(
  {
    cases,
    mailsCodes,
  }: {
    readonly cases: Pick<Cases, 'change' | 'record'>;
    readonly mailsCodes: (document: DocumentKind | undefined) => boolean;
  },
  person: PersonId,
  version: string,
  without?: 'face',
): Promise<Result<CaseView, NotNow>> {
  return cases.change<NotNow>(
    person,
    (open, now) => {
      if (!mayAnswer(open, 'consent')) return err('not-now');
      const { answers } = open.contents;
      if (without && (recovers(open) || !mailsCodes(answers.document))) return err('not-now');
      const { consent } = answers;
      if (consent?.version === version && consent.without === without) return ok(open);
      const given = { version, at: now.toISOString(), ...(without && { without }) };
      const left = without ? askAgain(answers, ['selfie']) : afterChange(answers, 'consent');
      const consented = { ...left, consent: given };
      return ok({ ...withAnswers(open, consented), consent: { version, at: now } });
    },
    (tx, changed) =>
      cases.record(tx, changed, without ? 'proofing.face-check-declined' : 'proofing.consented'),
  );
}

/**
 * A24: asked for to find the record, and evidence of nothing. The number goes nowhere but into the sealed case. An ITIN is
 * taken too (D6): a trained person looks at it, since no record that is asked here holds it.
 */
export async function giveSsn(
  { cases, profile }: { readonly cases: Pick<Cases, 'change'>; readonly profile: NumberProfile },
  person: PersonId,
  typed: Redacted<string>,
): Promise<Result<CaseView, NotNow | SsnProblem>> {
  const read = parseTaxpayerNumber(typed.reveal(), profile);
  return cases.change<NotNow | SsnProblem>(person, (open) => {
    if (!mayAnswer(open, 'ssn')) return err('not-now');
    if (!read.ok) return read;
    const { answers } = open.contents;
    const { kind, number } = read.value;
    if (answers.ssn?.number === number) return ok(open);
    const ssn = { entry: randomUUID(), number, ...(kind === 'itin' && { kind }) };
    return ok(withAnswers(open, { ...answers, ssn }));
  });
}
