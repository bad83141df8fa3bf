import type { Algorithm } from '../assurance/index.ts';
import type { ErrorRate } from './error-rate.ts';
import { type AlgorithmName, digestOf, type Report } from './report.ts';

/** Why a report does not let an automated check count. */
export type Shortcoming =
  | 'not-measured'
  | 'another-algorithm' // other models or settings than those that run here
  | 'made-up-documents'
  | 'false-match-rate'
  | 'false-non-match-rate'
  | 'no-groups'
  | 'group-worse'
  | 'attacks-accepted'
  | 'false-acceptance-rate'
  | 'false-rejection-rate';

/** SP 800-63A-4 sections 3.11 and 3.13: the most that a rate may be, at its upper 95 % limit. */
const most = {
  falseMatch: 1e-4,
  falseNonMatch: 1e-2,
  /** Of each instrument: "less than 0.07". */
  attackAccepted: 0.07,
  falseAcceptance: 0.1,
  falseRejection: 0.1,
  /** A group's rate against that of all. */
  groupAgainstAll: 1.25,
} as const;

/** What a report lacks for each check, given what runs here; nothing where the check may count. */
export function shortcomingsOf(
  measured: Report,
  running: Readonly<Record<AlgorithmName, Algorithm>>,
): Readonly<Record<AlgorithmName, readonly Shortcoming[]>> {
  const of = (name: AlgorithmName, found: readonly Shortcoming[] | undefined): readonly Shortcoming[] => {
    if (!found) return ['not-measured'];
    const isOther = digestOf(measured.algorithms[name]) !== digestOf(running[name]);
    return isOther ? ['another-algorithm', ...found] : found;
  };
  return {
    face: of('face', measured.faces && ofFaces(measured.faces)),
    liveness: of('liveness', measured.attacks && ofAttacks(measured.attacks)),
    document: of('document', measured.documents && ofDocuments(measured.documents)),
  };
}

const onlyIf = (isSo: boolean, shortcoming: Shortcoming): readonly Shortcoming[] =>
  isSo ? [shortcoming] : [];

/** A15. */
function ofFaces({
  falseMatch,
  falseNonMatch,
  groups,
}: NonNullable<Report['faces']>): readonly Shortcoming[] {
  const isWorse = (one: ErrorRate, all: ErrorRate) =>
    one.of === 0 || share(one) > most.groupAgainstAll * share(all);
  return [
    ...onlyIf(falseMatch.atMost > most.falseMatch, 'false-match-rate'),
    ...onlyIf(falseNonMatch.atMost > most.falseNonMatch, 'false-non-match-rate'),
    ...onlyIf(groups.length < 2, 'no-groups'),
    ...onlyIf(
      groups.some(
        (group) => isWorse(group.falseMatch, falseMatch) || isWorse(group.falseNonMatch, falseNonMatch),
      ),
      'group-worse',
    ),
  ];
}

const share = ({ errors, of }: ErrorRate): number => errors / of;

/** A16: each instrument by itself, for one that gets through is one too many. */
function ofAttacks({ instruments }: NonNullable<Report['attacks']>): readonly Shortcoming[] {
  const isTooMany = instruments.some(({ accepted }) => accepted.atMost >= most.attackAccepted);
  return onlyIf(instruments.length === 0 || isTooMany, 'attacks-accepted');
}

/** A18. */
function ofDocuments({
  specimens,
  falseAcceptance,
  falseRejection,
}: NonNullable<Report['documents']>): readonly Shortcoming[] {
  return [
    ...onlyIf(specimens, 'made-up-documents'),
    ...onlyIf(falseAcceptance.atMost > most.falseAcceptance, 'false-acceptance-rate'),
    ...onlyIf(falseRejection.atMost > most.falseRejection, 'false-rejection-rate'),
  ];
}
