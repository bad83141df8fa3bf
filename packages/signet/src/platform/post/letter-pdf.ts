import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { AppError } from '../../kernel/index.ts';
import type { Letter } from './letter.ts';
import { type Alphabet, alphabets, printed, type Run } from './printable.ts';

const weights = { text: 400, bold: 700 } as const;
type Weight = keyof typeof weights;

const fileOf = (alphabet: Alphabet, weight: Weight): string =>
  createRequire(import.meta.url).resolve(
    `@fontsource/public-sans/files/public-sans-${alphabet}-${weights[weight]}-normal.woff`,
  );

const inch = 72;
const margin = inch;
/**
 * A page folded in three lies in a No. 10 envelope, whose window is 1 1/8 by 4 1/2 inches, 7/8 from the left and 1/2 from the
 * bottom (USPS DMM 601.6.3): it shows what stands from 2.04 to 3.16 inches of the page, and an eighth of an inch is left
 * around the address. Nothing but the address stands there: who it is from ends above, and all else begins below the fold,
 * where no page that shifts in its envelope can bring it into the window.
 */
const page = {
  sender: 0.6 * inch,
  address: 2.18 * inch,
  text: 3.85 * inch,
  addressWidth: 3.5 * inch,
} as const;
const size = { heading: 16, text: 11.5, sender: 9.5, code: 26, leastAddress: 8 } as const;

/** Writes the identifier of ISO 14289-1 section 5. The library's types do not know of it. */
const universalAccess: object = { subset: 'PDF/UA' };

interface Look {
  readonly size: number;
  readonly weight?: Weight;
  readonly gap: number;
}

type Doc = InstanceType<typeof PDFDocument>;

/**
 * One page, tagged (ISO 32000-1 section 14.8), with its fonts embedded, so that it can be read without seeing it. Resolves to
 * the whole file.
 */
export function letterPdf(letter: Omit<Letter, 'id' | 'channel'>): Promise<Buffer> {
  const { lang, to, from, date, subject, paragraphs, code } = letter;
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: page.sender, bottom: margin, left: margin, right: margin },
    tagged: true,
    ...universalAccess,
    lang,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: subject, Author: from[0] ?? '' },
  });
  const whole = wholeOf(doc);
  const write = writerOn(doc);
  for (const line of from) write('P', line, { size: size.sender, gap: 0 });
  doc.y = page.address;
  const addressSize = fitting(doc, to);
  for (const line of to) write('P', line, { size: addressSize, gap: 0 });
  doc.y = page.text;
  if (date) write('P', date, { size: size.text, gap: 12 });
  write('H1', subject, { size: size.heading, weight: 'bold', gap: 10 });
  const [first = '', ...others] = paragraphs;
  write('P', first, { size: size.text, gap: 14 });
  write('P', code, { size: size.code, weight: 'bold', gap: 14 });
  for (const paragraph of others) write('P', paragraph, { size: size.text, gap: 10 });
  write.end();
  doc.end();
  return whole;
}

/** Writes one tagged part after the other, each letter in the file of the font that has it. */
function writerOn(doc: Doc) {
  for (const alphabet of alphabets)
    for (const weight of ['text', 'bold'] as const)
      doc.registerFont(`${alphabet} ${weight}`, fileOf(alphabet, weight));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const write = (tag: 'H1' | 'P', text: string, look: Look): void => {
    const runs = runsOf(text);
    root.add(
      doc.struct(tag, {}, () => {
        doc.fontSize(look.size);
        doc.x = margin;
        for (const [at, run] of runs.entries())
          doc.font(fontOf(run, look.weight)).text(run.text, { continued: at < runs.length - 1 });
      }),
    );
    doc.y += look.gap;
  };
  return Object.assign(write, { end: () => root.end() });
}

const fontOf = ({ alphabet }: Run, weight: Weight = 'text'): string => `${alphabet} ${weight}`;

/** Lines that the text itself breaks, such as one for an address to type, are breaks of the page. */
function runsOf(text: string): readonly Run[] {
  const lines = text.split('\n').map((line) => printed(line));
  if (lines.includes(undefined)) throw new AppError('letter-not-printable');
  return lines.flatMap((line = [], at) =>
    at === 0 ? line : line.map((run, first) => (first === 0 ? { ...run, text: `\n${run.text}` } : run)),
  );
}

/** A long street is set smaller, so that the window shows all of it on one line. */
function fitting(doc: Doc, lines: readonly string[]): number {
  doc.fontSize(size.text);
  const widths = lines.map((line) =>
    runsOf(line).reduce((sum, run) => sum + doc.font(fontOf(run)).widthOfString(run.text), 0),
  );
  const fits = (size.text * page.addressWidth) / Math.max(page.addressWidth, ...widths);
  return Math.max(size.leastAddress, fits);
}

function wholeOf(doc: Doc): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
