import type { Tx } from '../../../kernel/index.ts';
import type { LiveCase } from '../cases/index.ts';
import { photoRoles } from '../flow/index.ts';
import type { PhoneLinkStore } from './ports.ts';

/**
 * A link ends with the last of its photos, on whichever screen it was taken: when the checks ask for a photo again, that takes
 * another link. In the transaction of the change, since perhaps nobody looks at the link before the checks do.
 */
export async function endWithLastPhoto(
  links: Pick<PhoneLinkStore, 'endDone'>,
  tx: Tx,
  { person, id: caseId, contents }: LiveCase,
): Promise<void> {
  const settled = photoRoles.filter((role) => contents.answers.photos[role]?.settled);
  if (settled.length > 0) await links.endDone(tx, { person, caseId }, settled);
}
