import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Letter } from './letter.ts';

const font = (weight: 400 | 700): string =>
  createRequire(import.meta.url).resolve(
    `@fontsource/public-sans/files/public-sans-latin-${weight}-normal.woff`,
  );

const margin = 72;
/** Where the window of an envelope shows the address, from the top of a folded page (USPS DMM 601.6.3). */
const addressTop = 144;
const textTop = 250;
const size = { heading: 16, text: 11.5, code: 26 } as const;

/** Writes the identifier of ISO 14289-1 section 5. The library's types do not know of it. */
const universalAccess: object = { subset: 'PDF/UA' };

/**
 * One page, tagged (ISO 32000-1 section 14.8), with its fonts embedded, so that it can be read without seeing it. Resolves to
 * the whole file.
 */
export function letterPdf({ lang, to, from, subject, paragraphs, code }: Omit<Letter, 'id' | 'channel'>) {
  const doc = new PDFDocument({
    size: 'LETTER',
    margin,
    tagged: true,
    ...universalAccess,
    lang,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: subject, Author: from },
  });
  const whole = wholeOf(doc);
  doc.registerFont('text', font(400)).registerFont('bold', font(700));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const write = (tag: 'H1' | 'P', text: string, look: { size: number; bold?: boolean; gap: number }) => {
    root.add(
      doc.struct(tag, {}, () => {
        doc.font(look.bold ? 'bold' : 'text').fontSize(look.size);
        doc.text(text, margin, doc.y);
      }),
    );
    doc.y += look.gap;
  };
  write('P', from, { size: size.text, bold: true, gap: 0 });
  doc.y = addressTop;
  for (const line of to) write('P', line, { size: size.text, gap: 0 });
  doc.y = textTop;
  write('H1', subject, { size: size.heading, bold: true, gap: 10 });
  const [first = '', ...others] = paragraphs;
  write('P', first, { size: size.text, gap: 14 });
  write('P', code, { size: size.code, bold: true, gap: 14 });
  for (const paragraph of others) write('P', paragraph, { size: size.text, gap: 10 });
  root.end();
  doc.end();
  return whole;
}

function wholeOf(doc: InstanceType<typeof PDFDocument>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
