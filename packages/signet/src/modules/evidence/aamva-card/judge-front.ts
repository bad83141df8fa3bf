import { readBarcode } from '../barcode/index.ts';
import type { PhotoLook, PhotoProblem, PhotoSeen } from '../kind/index.ts';
import { measureFaults } from '../photo/index.ts';
import { printedCardType, printedKind, readKind } from '../print/index.ts';
import { quickLook } from './quick-settings.ts';

type Page = Awaited<ReturnType<typeof readKind>>['page'];

/** Whether it is the front of a card, whole, near enough, with a portrait (finding P1), and which card it says it is. */
export async function judgeFront(look: PhotoLook): Promise<PhotoSeen> {
  const { lines, page } = await readKind(look.photo);
  const kind = printedKind(lines);
  if (kind === 'passport') return { problems: ['other-document'] };
  if (kind === 'unknown') return { problems: await judgeUnknown(look, page) };
  const cardType = printedCardType(lines);
  return { problems: await judgeCard(look, page), ...(cardType && { cardType }) };
}

async function judgeCard({ photo, quality, faces }: PhotoLook, page: Page): Promise<readonly PhotoProblem[]> {
  const problems: PhotoProblem[] = [...quality.problems];
  const portrait = await faces.onDocument(photo);
  if (isCutOff(page)) problems.push('cut-off');
  else if (portrait === 'none' && !problems.includes('too-dark')) problems.push('no-portrait');
  if (portrait === 'too-small') problems.push('too-far');
  if (!problems.includes('blurry') && (await measureFaults(photo)).isMoved) problems.push('moved');
  return problems;
}

/** The words of a license were not read: another side, no card, or one that is hard to see. */
async function judgeUnknown(
  { photo, quality, faces }: PhotoLook,
  page: Page,
): Promise<readonly PhotoProblem[]> {
  const face = await faces.ofPerson(photo);
  if (face === 'none' && (await showsBarcode(photo))) return ['other-side'];
  const hasPrint = page.lines >= quickLook.fewestLines;
  const causes: PhotoProblem[] = [...quality.problems];
  if (face === 'too-small') causes.push('too-far');
  if (hasPrint && isCutOff(page)) causes.push('cut-off');
  if (hasPrint && !causes.includes('blurry') && (await measureFaults(photo)).isMoved) causes.push('moved');
  const isHardToSee = causes.includes('too-dark') || causes.includes('too-bright');
  return isHardToSee || (hasPrint && (causes.length > 0 || face !== 'none'))
    ? causes
    : ['no-document', ...causes];
}

async function showsBarcode(photo: PhotoLook['photo']): Promise<boolean> {
  const barcode = await readBarcode(photo, quickLook.barcodePixelsOnFront);
  return barcode.ok || barcode.error !== 'no-barcode';
}

/** Two corners lie at the end of the photo, or its print goes on behind it. All four do where no outline was found. */
function isCutOff({ corners, linesAtEdge }: Page): boolean {
  const { edge } = quickLook;
  const outside = corners.filter(({ x, y }) => x < edge || y < edge || x > 1 - edge || y > 1 - edge);
  return outside.length === corners.length ? linesAtEdge > 1 : outside.length >= 2;
}
