import { type AuditRef, err, ok, type PersonId, type Result } from '../../kernel/index.ts';
import type { Identity, VaultKey } from '../vault/index.ts';
import { ownSpelling, type SpellingProblem } from './own-spelling.ts';
import type { PersonalDataNeeds } from './ports.ts';

export const nameParts = ['givenName', 'middleName', 'familyName'] as const;
export type NamePart = (typeof nameParts)[number];

/** A name as its person writes it; parts that were not proven are passed over. */
export type TypedName = Readonly<Partial<Record<NamePart, string>>>;

export type SpellingProblems = readonly { readonly part: NamePart; readonly problem: SpellingProblem }[];

/**
 * Gives the proven name its person's own spelling. Agencies are told it with the next sign-in there; what was proven, and
 * with which document, stays as it is. Undefined: nothing was proven.
 */
export function respellName(
  { vault, transact, audit }: Pick<PersonalDataNeeds, 'vault' | 'transact' | 'audit'>,
  subjectOf: (person: PersonId) => Promise<AuditRef>,
): (key: VaultKey, typed: TypedName) => Promise<Result<undefined, SpellingProblems> | undefined> {
  return async (key, typed) => {
    const subject = await subjectOf(key.person);
    return transact(async (tx) => {
      let problems: SpellingProblems = [];
      const kept = await vault.change(tx, key, 'identity', (proven) => {
        const read = spellings(proven, typed);
        problems = read.problems;
        return problems.length > 0 ? undefined : { ...proven, ...read.name };
      });
      if (kept === 'nothing-kept') return undefined;
      if (problems.length > 0) return err(problems);
      if (kept === 'changed')
        await audit.record(tx, { action: 'identity.respelled', actor: { kind: 'person' }, subject });
      return ok(undefined);
    });
  };
}

function spellings(proven: Identity, typed: TypedName) {
  const problems: SpellingProblems[number][] = [];
  const name: Partial<Record<NamePart, string>> = {};
  for (const part of nameParts) {
    const [known, written] = [proven[part], typed[part]];
    if (!known || written === undefined) continue;
    const read = ownSpelling(known, written);
    if ('problem' in read) problems.push({ part, problem: read.problem });
    else name[part] = read.name;
  }
  return { problems, name };
}
