import { expiryByDate } from '../document/index.ts';
import type { PhotoLook, PhotoProblem } from '../kind/index.ts';
import type { MrzReading } from '../mrz/index.ts';
import { acceptsPassportIssuer, dataPage, lookAtDataPage } from '../travel-document/index.ts';
import { bookZone } from './book-zone.ts';

/** Whether it is a passport's page with a portrait, whether its zone reads and what that says (finding P1). */
export async function judgeDataPage(look: PhotoLook): Promise<readonly PhotoProblem[]> {
  const { data, looksLike, lines } = await lookAtDataPage(look.photo, bookZone, look.today);
  if (data.ok) return judgeReading(data.value, look);
  if (looksLike === 'aamva-card' || data.error === 'another-document') return ['other-document'];
  const isPage = looksLike === 'passport' || lines >= dataPage.fewestLines;
  return [...look.quality.problems, isPage ? 'zone-unread' : 'no-document'];
}

async function judgeReading(
  { fields, issuerId }: MrzReading,
  { photo, quality, faces, today, sandbox }: PhotoLook,
): Promise<readonly PhotoProblem[]> {
  const problems: PhotoProblem[] = [...quality.problems];
  if (!acceptsPassportIssuer(issuerId, { sandbox })) problems.push('not-accepted');
  if (expiryByDate(fields, today) === 'expired') problems.push('expired');
  if ((await faces.onDocument(photo)) === 'none') problems.push('no-portrait');
  return problems;
}
