import { AppError } from '../../../kernel/index.ts';
import { documentDay, evidenceKinds } from '../../evidence/index.ts';
import type { LiveCase } from '../cases/index.ts';
import type { CheckName, CurrentFindings, FindingStore, KeptFinding } from '../findings/index.ts';
import { isWithoutFace, type ReasonCode } from '../flow/index.ts';
import { adjudicate, withReasonsToLook } from './adjudicator.ts';
import { type ConcludeNeeds, conclude } from './conclude-case.ts';
import { historyOf } from './earlier-tries.ts';
import type { JudgingContext } from './judgment.ts';

export interface RuleNeeds extends ConcludeNeeds {
  /** A22: what the same things were used for by others is noted of every case, and may send one to a person. */
  readonly reasonsToLook: (of: LiveCase) => Promise<readonly ReasonCode[]>;
  readonly findings: Pick<FindingStore, 'since'>;
  readonly isMailable: (of: LiveCase) => boolean;
  readonly settings: ConcludeNeeds['settings'] & JudgingContext['settings'];
}

/** What the findings of a case come to: the next check, or its end, which is carried out by calling `conclude`. */
export async function rule(
  needs: RuleNeeds,
  of: LiveCase,
  findings: CurrentFindings,
  kept: readonly KeptFinding[],
): Promise<
  | { readonly next: 'run'; readonly check: CheckName }
  | { readonly next: 'conclude'; readonly conclude: () => Promise<boolean> }
> {
  const { document } = of.contents.answers;
  if (!document) throw new AppError('document-not-chosen', { message: 'a case being checked names none' });
  const ruling = adjudicate(asOfToday(findings, of, needs.clock.now()), of.waived, {
    document,
    withoutFace: isWithoutFace(of.contents.answers),
    isMailable: needs.isMailable(of),
    history: await historyOf(needs, of, kept),
    settings: needs.settings,
    sandbox: needs.deployment.sandbox,
    required: of.required,
  });
  if (ruling.next === 'run') return ruling;
  const looked = withReasonsToLook(ruling, await needs.reasonsToLook(of), of.waived);
  return { next: 'conclude', conclude: () => conclude(needs, of, looked, findings) };
}

/** A case may wait for an office, an agent or a letter while its document runs out. */
function asOfToday(findings: CurrentFindings, of: LiveCase, now: Date): CurrentFindings {
  const { document } = of.contents;
  if (!findings.document || !document) return findings;
  const expiry = evidenceKinds[document.kind].expiryOn(document.fields, documentDay(now));
  return { ...findings, document: { ...findings.document, expiry } };
}
