import { type DocumentKind, documentKinds } from '../../evidence/index.ts';
import { levelOf, type ProofingFacts } from '../identity/index.ts';
import type { Have } from './have.ts';
import type { Demand } from './path.ts';
import type { Offers } from './plan-paths.ts';

const yesOrNo = [true, false] as const;

/** Every combination of what a person may say they have: for tests alone. */
export function* everyHave(): Generator<Have> {
  for (const documents of subsets([...documentKinds, 'mobile-license'] as const))
    for (const number of ['ssn', 'itin', 'none'] as const)
      for (const phone of yesOrNo)
        for (const camera of yesOrNo)
          for (const helpingPhone of yesOrNo)
            for (const helper of yesOrNo)
              for (const faceCheck of yesOrNo)
                for (const mail of yesOrNo)
                  for (const namesAgree of yesOrNo)
                    for (const ofAge of yesOrNo)
                      yield {
                        ...{ documents, number, phone, camera, helpingPhone, helper },
                        ...{ faceCheck, mail, namesAgree, ofAge },
                      };
}

function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  const [first, ...rest] = all;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((some) => [some, [first, ...some]]);
}

/** What agencies ask for. */
const demands: readonly Demand[] = [
  { ial: 1, attributes: ['name'] },
  { ial: 2, attributes: ['name'] },
  { ial: 2, attributes: ['name', 'birthdate', 'address', 'email', 'ssn'] },
];

const measured = { face: true, liveness: true, document: true };
const unmeasured = { face: false, liveness: false, document: true };

/** Deployments that mail letters and such that do not, in the sandbox, and where the face check was not measured (A15, A16). */
const everyOffer = (): readonly Offers[] =>
  [
    { measured, sandbox: true },
    { measured: unmeasured, sandbox: false },
  ].flatMap((deployment) =>
    yesOrNo.map((mails) => ({
      mailsCodes: (document: DocumentKind) =>
        mails && document !== 'passport' && document !== 'passport-card',
      levelOf: remembered((facts) => levelOf(deployment, facts)),
      personDays: 14,
      letterDays: 21,
    })),
  );

/** There are few facts, and they are asked about a million times. */
function remembered(levelFrom: (facts: ProofingFacts) => number): (facts: ProofingFacts) => number {
  const levels = new Map<string, number>();
  return (facts) => {
    const pieces = facts.evidence.map(({ kind, verified: [by] }) => `${kind} ${by?.pathway}`);
    const name = [...pieces, facts.coreAttributes.governmentIdentifier, facts.coreAttributes.name].join();
    const level = levels.get(name) ?? levelFrom(facts);
    levels.set(name, level);
    return level;
  };
}

export const offersAndDemands = (): readonly (readonly [Offers, Demand])[] =>
  everyOffer().flatMap((offers) => demands.map((demand) => [offers, demand] as const));
