import { findBarcode, readBarcode } from '../barcode/index.ts';
import { expiryByDate, type StatedData } from '../document/index.ts';
import type { PhotoLook, PhotoProblem, PhotoSeen } from '../kind/index.ts';
import { measureFaults } from '../photo/index.ts';
import { printedKind, readKind } from '../print/index.ts';
import { acceptsCardIssuer } from './card-issuers.ts';
import { quickLook } from './quick-settings.ts';

/**
 * Whether the barcode reads and what it says of the card (finding P1), else why it does not (finding D9). One that reads is
 * good enough, whatever was measured on the photo.
 */
export async function judgeBack(look: PhotoLook): Promise<PhotoSeen> {
  const barcode = await readBarcode(look.photo, quickLook.barcodePixels);
  if (barcode.ok) {
    const { cardType } = barcode.value;
    return { problems: judgeStated(barcode.value, look), ...(cardType && { cardType }) };
  }
  if (barcode.error === 'not-aamva') return { problems: ['other-barcode'] };
  const other = await judgeSide(look);
  return { problems: other ? [other] : await namedCauses(look) };
}

function judgeStated({ fields, issuerId }: StatedData, { today, sandbox }: PhotoLook): PhotoProblem[] {
  const problems: PhotoProblem[] = [];
  if (!acceptsCardIssuer(issuerId, { sandbox })) problems.push('not-accepted');
  if (expiryByDate(fields, today) === 'expired') problems.push('expired');
  return problems;
}

/** What else is in the picture. A back has neither a portrait nor the words of a license. */
async function judgeSide({ photo, faces }: PhotoLook): Promise<PhotoProblem | undefined> {
  const { lines, page } = await readKind(photo);
  const kind = printedKind(lines);
  if (kind !== 'unknown') return kind === 'aamva-card' ? 'other-side' : 'other-document';
  const hasFace = (await faces.ofPerson(photo)) !== 'none';
  if (hasFace) return page.lines >= quickLook.fewestLines ? 'other-side' : 'no-document';
  const isBare = page.lines < quickLook.fewestLinesOfBack && (await findBarcode(photo)) === undefined;
  return isBare ? 'no-document' : undefined;
}

/** Why a barcode that is there does not read. */
async function namedCauses({ photo, quality }: PhotoLook): Promise<readonly PhotoProblem[]> {
  const { isMoved, isUnderLamp } = await measureFaults(photo);
  const place = await findBarcode(photo);
  const causes: PhotoProblem[] = quality.problems.filter((problem) => problem !== 'glare');
  if (isUnderLamp) causes.push('barcode-glare');
  if (isMoved && !causes.includes('blurry')) causes.push('moved');
  if (place?.isCutOff) causes.push('cut-off');
  if (causes.length > 0) return causes;
  if (!place) return ['no-barcode'];
  return [place.width < quickLook.leastBarcodeWidth ? 'too-far' : 'barcode-unread'];
}
