import type { PersonalData, PersonId, Written } from '../../kernel/index.ts';
import type { AuditLog, StoredEntry } from '../audit/index.ts';

/** Entries of the audit log in one file: somebody who signs in ten times a day fills it in more than a year. */
const entriesAtMost = 5000;
const entriesAtOnce = 500;

/** Everything that Signet knows of one person. `docs/personal-data.md` says what each section holds. */
export interface PersonalFile {
  readonly schema: 'signet-personal-data';
  readonly version: 1;
  readonly madeAt: string; // ISO
  readonly sections: Readonly<Record<string, Written>> & { readonly history: PersonalHistory };
}

/**
 * Newest first. `position` and `hash` say where an entry stands in the audit log, to be checked in an export of it; those of
 * the last second have none yet.
 */
export type PersonalHistory = {
  readonly complete: boolean;
  readonly entries: readonly {
    readonly position: number | null;
    readonly at: string;
    readonly action: string;
    readonly by: StoredEntry['actor']['kind'];
    readonly byReference?: string;
    readonly details?: Readonly<Record<string, string | number | boolean>>;
    readonly hash: string | null;
  }[];
};

export async function gatherEverything(
  needs: { readonly holders: readonly PersonalData[]; readonly audit: AuditLog },
  of: {
    readonly person: PersonId;
    readonly subject: Parameters<AuditLog['about']>[0];
    readonly identity: Written;
    readonly at: Date;
  },
): Promise<PersonalFile> {
  const told = [];
  for (const one of needs.holders) told.push(await one.about(of.person));
  return {
    schema: 'signet-personal-data',
    version: 1,
    madeAt: of.at.toISOString(),
    sections: {
      ...Object.assign({}, ...told),
      verifiedIdentity: of.identity,
      history: await historyOf(needs.audit, of.subject),
    },
  };
}

async function historyOf(
  audit: AuditLog,
  subject: Parameters<AuditLog['about']>[0],
): Promise<PersonalHistory> {
  const entries: StoredEntry[] = [];
  let before: number | undefined;
  while (entries.length < entriesAtMost) {
    const page = await audit.about(subject, {
      limit: entriesAtOnce,
      ...(before !== undefined && { before }),
    });
    entries.push(...page);
    before = page.at(-1)?.id;
    if (page.length < entriesAtOnce) return { complete: true, entries: entries.map(asWritten) };
  }
  return { complete: false, entries: entries.map(asWritten) };
}

const asWritten = ({
  place,
  at,
  action,
  actor,
  details,
}: StoredEntry): PersonalHistory['entries'][number] => ({
  position: place?.position ?? null,
  at: at.toISOString(),
  action,
  by: actor.kind,
  ...(actor.ref !== undefined && { byReference: actor.ref }),
  ...(details && { details }),
  hash: place?.hash ?? null,
});
