import { expiryByDate } from '../document/index.ts';
import type { PhotoLook, PhotoProblem } from '../kind/index.ts';
import { acceptsPassportIssuer, dataPage, lookAtDataPage } from '../travel-document/index.ts';
import { cardZone } from './card-zone.ts';

/** Whether it is the front of a passport card, with a portrait (finding P1). */
export async function judgeFront(look: PhotoLook): Promise<readonly PhotoProblem[]> {
  const { data, looksLike, lines } = await lookAtDataPage(look.photo, cardZone, look.today);
  if (data.ok || data.error !== 'no-zone') return ['other-side'];
  if (looksLike === 'aamva-card') return ['other-document'];
  const problems: PhotoProblem[] = [...look.quality.problems];
  if (looksLike !== 'passport') return lines < dataPage.fewestLines ? ['no-document', ...problems] : problems;
  if ((await look.faces.onDocument(look.photo)) === 'none') problems.push('no-portrait');
  return problems;
}

/** Whether the zone reads and what it says of the card. */
export async function judgeBack(look: PhotoLook): Promise<readonly PhotoProblem[]> {
  const { data, looksLike, lines } = await lookAtDataPage(look.photo, cardZone, look.today);
  if (data.ok) {
    const { fields, issuerId } = data.value;
    const problems: PhotoProblem[] = [];
    if (!acceptsPassportIssuer(issuerId, look)) problems.push('not-accepted');
    if (expiryByDate(fields, look.today) === 'expired') problems.push('expired');
    return problems;
  }
  if (looksLike === 'aamva-card' || data.error === 'another-document') return ['other-document'];
  const hasFace = data.error === 'no-zone' && (await look.faces.ofPerson(look.photo)) !== 'none';
  if (hasFace && lines >= dataPage.fewestLines) return ['other-side'];
  const isCard = data.error !== 'no-zone' || lines >= dataPage.fewestLinesOfBack;
  return [...look.quality.problems, isCard ? 'zone-unread' : 'no-document'];
}
