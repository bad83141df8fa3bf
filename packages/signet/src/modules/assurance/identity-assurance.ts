import { type CoreAttributes, judgeCoreAttributes } from './core-attributes.ts';
import {
  type EvidenceKind,
  kindFacts,
  type Strength,
  strengthOf,
  type ValidationMethod,
} from './evidence-strength.ts';
import { type Automation, documentCheckCounts, faceCounts } from './measured.ts';
import { ownershipBy, type Pathway, type Verification } from './ownership.ts';
import { distinct, met, type Reason, unmet } from './reason.ts';

export interface Evidence {
  readonly kind: EvidenceKind;
  /** The issuer: two pieces of one kind from one issuer are the same piece twice. */
  readonly issuer: string;
  /** Whether this piece shows a portrait; without it, what its kind says (for some kinds: no). */
  readonly portrait?: boolean;
  readonly validated: readonly {
    readonly method: ValidationMethod;
    readonly by: string;
    readonly at: Date;
  }[];
  readonly verified: readonly Verification[];
}

/** Everything about a proofing that its level depends on. No personal data. */
export interface IdentityFacts extends Automation {
  readonly evidence: readonly Evidence[];
  readonly coreAttributes: CoreAttributes;
  /** IAL3 only: a biometric sample was taken and is kept (SP 800-63A-4 section 4.3.3). */
  readonly biometricSampleKept?: boolean;
  /** Recorded so that a reason can say it: knowing a number is not evidence (A24). */
  readonly ssnKnown?: boolean;
}

export interface IalDecision {
  readonly ial: 0 | 1 | 2 | 3;
  readonly reasons: readonly Reason[];
}

/** A piece that is genuine and whose owner the applicant was shown to be. */
interface Counted {
  readonly strength: Strength;
  readonly enoughAlone: boolean;
  readonly pathways: readonly Pathway[];
}

/**
 * The identity assurance level that the facts amount to, with every reason for and against (SP 800-63A-4 section 4).
 * Pure. Evidence that falls short is left out of the count, so giving more never lowers a level.
 */
export function decideIal(facts: IdentityFacts): IalDecision {
  const weighed = facts.evidence.map((evidence) => ({ evidence, ...weigh(evidence, facts) }));
  const counted = withoutRepeats(weighed);
  const superior = counted.some(({ strength }) => strength === 'SUPERIOR');
  const unsigned = judgeCoreAttributes(facts.coreAttributes, false);
  const attributes = judgeCoreAttributes(facts.coreAttributes, superior);

  const one = judgeOnePiece(counted);
  const two = judgeTwoPieces(counted);
  const attended = judgeAttendance(facts, counted);
  const reasons = distinct([
    ...weighed.flatMap((piece) => piece.reasons),
    ...(facts.ssnKnown ? [met('A24', 'ssn-is-not-evidence')] : []),
    attributes,
    one,
    two,
    ...attended,
  ]);
  return { ial: levelOf(), reasons };

  function levelOf(): IalDecision['ial'] {
    if (two.ok && attributes.ok) return attended.every(({ ok }) => ok) ? 3 : 2;
    return one.ok && unsigned.ok ? 1 : 0;
  }
}

function weigh(evidence: Evidence, facts: IdentityFacts): { counted?: Counted; reasons: readonly Reason[] } {
  const { kind } = evidence;
  const { strength: nominal, form, portrait: usual } = kindFacts(kind);
  const portrait = usual !== 'never' && (evidence.portrait ?? usual === 'always');

  const documentCheck = documentCheckCounts(facts);
  const methods = evidence.validated
    .map(({ method }) => method)
    .filter((method) => method !== 'automated-document' || documentCheck.ok);
  const reasons = evidence.validated.some(({ method }) => method === 'automated-document')
    ? [documentCheck]
    : [];

  const strength = strengthOf(kind, methods, portrait);
  if (!strength) return { reasons: [...reasons, unmet('A4', `${kind}-not-validated`)] };
  const worth =
    strength === nominal
      ? met('A4', `${kind}-is-${strength.toLowerCase()}`)
      : unmet(nominal === 'SUPERIOR' ? 'A5' : 'A4', `${kind}-only-${strength.toLowerCase()}`);

  const owned = evidence.verified.map((verification) => ({
    pathway: verification.pathway,
    reason: ownershipBy(verification, { strength, nominal, portrait }, { face: faceCounts(facts) }),
  }));
  const said = [...reasons, worth, ...owned.map(({ reason }) => reason)];
  const pathways = owned.filter(({ reason }) => reason.ok).map(({ pathway }) => pathway);
  if (pathways.length === 0) return { reasons: [...said, unmet('A7', `${kind}-ownership-not-verified`)] };
  const enoughAlone = strength !== 'FAIR' || portrait || form === 'account';
  return { counted: { strength, enoughAlone, pathways }, reasons: said };
}

const order: readonly Strength[] = ['FAIR', 'STRONG', 'SUPERIOR'];

/** Of one kind from one issuer, the strongest: the same license shown twice is one license. */
function withoutRepeats(weighed: readonly { evidence: Evidence; counted?: Counted }[]): Counted[] {
  const best = new Map<string, Counted>();
  for (const { evidence, counted } of weighed) {
    if (!counted) continue;
    const key = JSON.stringify([evidence.kind, evidence.issuer]);
    const other = best.get(key);
    best.set(key, other ? merged(counted, other) : counted);
  }
  return [...best.values()];
}

function merged(one: Counted, other: Counted): Counted {
  const stronger = order.indexOf(one.strength) >= order.indexOf(other.strength) ? one : other;
  return {
    ...stronger,
    pathways: [...one.pathways, ...other.pathways],
    enoughAlone: one.enoughAlone || other.enoughAlone,
  };
}

/** A2, section 4.1.2: one FAIR that shows a portrait or validates digitally, or anything stronger. */
function judgeOnePiece(counted: readonly Counted[]): Reason {
  return counted.some(({ enoughAlone }) => enoughAlone)
    ? met('A2', 'one-piece-of-evidence')
    : unmet('A2', 'no-piece-of-evidence-is-enough');
}

/** A3, sections 4.2.2 and 4.3.2: FAIR and STRONG, two STRONG, or one SUPERIOR. */
function judgeTwoPieces(counted: readonly Counted[]): Reason {
  const superior = counted.some(({ strength }) => strength === 'SUPERIOR');
  const strong = counted.some(({ strength }) => strength === 'STRONG');
  return superior || (strong && counted.length >= 2)
    ? met('A3', 'evidence-for-ial2')
    : unmet('A3', strong ? 'one-strong-piece-needs-another' : 'no-strong-evidence');
}

/** By face, by an agent or by the credential itself: what section 4.3.6 asks of the strongest piece. */
const inPerson: readonly Pathway[] = ['face-comparison', 'agent-comparison', 'credential-presentation'];

/** A11, section 4.3: on site, before an agent, the strongest piece by its owner's face, and a sample kept. */
function judgeAttendance(facts: IdentityFacts, counted: readonly Counted[]): Reason[] {
  const shown = counted.filter(({ pathways }) => pathways.some((pathway) => inPerson.includes(pathway)));
  const has = (strength: Strength) => shown.some((piece) => piece.strength === strength);
  // A SUPERIOR piece that was not shown in person is still at least STRONG: beside a STRONG one that was, the two make
  // the pair that section 4.3.2 asks for. Otherwise a piece would lower the level by being found stronger.
  const strongestShown = has('SUPERIOR') || (has('STRONG') && counted.length >= 2);
  return [
    facts.setting === 'onsite-attended' ? met('A11', 'onsite-attended') : unmet('A11', 'not-onsite-attended'),
    strongestShown
      ? met('A11', 'strongest-verified-in-person')
      : unmet('A11', 'strongest-not-verified-in-person'),
    facts.biometricSampleKept ? met('A11', 'biometric-sample-kept') : unmet('A11', 'no-biometric-sample'),
  ];
}
