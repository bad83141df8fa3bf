import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** One row of names and values, or of a table. The last cell stands at the right, as amounts do. */
export type Row = readonly string[];

export interface Block {
  readonly heading?: string;
  readonly note?: string;
  /** Names and values. */
  readonly facts?: readonly (readonly [name: string, value: string])[];
  readonly table?: { readonly head: Row; readonly rows: readonly Row[]; readonly foot?: Row };
}

export interface Paper {
  /** BCP 47: what a screen reader speaks. */
  readonly lang: string;
  readonly title: string;
  readonly from: string;
  /** Name and address, a line each; undefined: it is no letter. */
  readonly to?: readonly string[];
  /** On every page, and said by every copy: "Demonstration …". */
  readonly notice: string;
  readonly lead: string;
  readonly blocks: readonly Block[];
}

const font = (weight: 400 | 700): string =>
  createRequire(import.meta.url).resolve(
    `@fontsource/public-sans/files/public-sans-latin-${weight}-normal.woff`,
  );

const margin = 56;
const size = { title: 18, heading: 13, text: 10, small: 8.5 } as const;
const indigo = '#12372c';
const gray = '#4b5a54';

/** Writes the identifier of ISO 14289-1 section 5. The library's types do not know of it, nor of a header's scope. */
const universalAccess: object = { subset: 'PDF/UA' };

/**
 * A tagged PDF (ISO 32000-1 section 14.8): language, title, headings and tables in reading order, and text that can be
 * selected, so that it can be read without seeing it. Fonts are embedded. Resolves to the whole file.
 */
export async function writePdf(paper: Paper): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: margin, bottom: margin + 14, left: margin, right: margin },
    tagged: true,
    ...universalAccess,
    lang: paper.lang,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: paper.title, Author: paper.from },
    bufferPages: true,
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  doc.registerFont('text', font(400)).registerFont('bold', font(700));
  const root = doc.struct('Document');
  doc.addStructure(root);
  const pen = penOf(doc, root);
  pen.line('P', paper.from, { size: size.small, bold: true, color: indigo });
  for (const line of paper.to ?? []) pen.line('P', line, { size: size.text, tight: true });
  pen.line('H1', paper.title, { size: size.title, bold: true, color: indigo });
  pen.line('P', paper.lead, { size: size.text, color: gray });
  for (const block of paper.blocks) write(pen, block);
  root.end();
  noticeOnEveryPage(doc, paper.notice);
  doc.end();
  return whole;
}

type Doc = InstanceType<typeof PDFDocument>;
type Structure = ReturnType<Doc['struct']>;

interface Look {
  readonly size: number;
  /** The next line follows closely, as in an address. */
  readonly tight?: boolean;
  readonly bold?: boolean;
  readonly color?: string;
}

function penOf(doc: Doc, root: Structure) {
  const look = ({ size: points, bold = false, color = '#000' }: Look) =>
    doc
      .font(bold ? 'bold' : 'text')
      .fontSize(points)
      .fillColor(color);

  /** Room for so many points, on a new page if need be. */
  const room = (height: number): void => {
    if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.addPage();
  };

  return {
    doc,
    room,

    line(tag: 'H1' | 'H2' | 'P', text: string, how: Look): void {
      look(how);
      room(doc.heightOfString(text) + 6);
      root.add(
        doc.struct(tag, {}, () => {
          look(how).text(text, margin, doc.y);
        }),
      );
      doc.moveDown(how.tight ? 0 : 0.5);
    },

    /** One table. Each row is measured first and stays whole. */
    table(
      rows: readonly { readonly cells: Row; readonly head?: 'row' | 'first'; readonly bold?: boolean }[],
    ): void {
      const table = doc.struct('Table');
      root.add(table);
      for (const { cells, head, bold = false } of rows) {
        const columns = columnsOf(cells.length, doc.page.width - 2 * margin);
        look({ size: size.text, bold: bold || head === 'row' });
        const height = Math.max(
          ...cells.map((cell, at) => doc.heightOfString(cell, { width: columns[at]?.width ?? 0 })),
        );
        room(height + 6);
        const top = doc.y;
        const row = doc.struct('TR');
        table.add(row);
        for (const [at, cell] of cells.entries()) {
          const column = columns[at];
          if (!column) continue;
          const scope = scopeOf(head, at);
          const attributes: object = scope ? { scope } : {};
          row.add(
            doc.struct(scope ? 'TH' : 'TD', attributes, () => {
              look({ size: size.text, bold: bold || head === 'row' }).text(cell, column.x, top, {
                width: column.width,
                align: column.right ? 'right' : 'left',
              });
            }),
          );
        }
        row.end();
        doc.y = top + height + 5;
      }
      table.end();
      doc.x = margin;
      doc.moveDown(0.6);
    },
  };
}

/** ISO 14289-1 section 7.5: a header cell says whether it heads its column or its row. */
function scopeOf(head: 'row' | 'first' | undefined, column: number): 'Column' | 'Row' | undefined {
  if (head === 'row') return 'Column';
  return head === 'first' && column === 0 ? 'Row' : undefined;
}

type Pen = ReturnType<typeof penOf>;

function write(pen: Pen, { heading, note, facts, table }: Block): void {
  // a heading is not left alone at the foot of a page
  if (heading) {
    pen.room(80);
    pen.line('H2', heading, { size: size.heading, bold: true, color: indigo });
  }
  if (note) pen.line('P', note, { size: size.small, color: gray });
  if (facts && facts.length > 0) pen.table(facts.map((cells) => ({ cells, head: 'first' })));
  if (!table) return;
  pen.table([
    { cells: table.head, head: 'row' },
    ...table.rows.map((cells) => ({ cells })),
    ...(table.foot ? [{ cells: table.foot, bold: true }] : []),
  ]);
}

/** Where the cells of a row stand: two halves, or a narrow one, a wide one and the amount. */
function columnsOf(cells: number, width: number) {
  const shares = cells === 2 ? [0.62, 0.38] : [0.14, 0.58, 0.28];
  let x = margin;
  return shares.slice(0, cells).map((share, at) => {
    const column = { x, width: width * share - 8, right: at === cells - 1 };
    x += width * share;
    return column;
  });
}

/** What is on every page is no part of what is read: an artifact. */
function noticeOnEveryPage(doc: Doc, notice: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page);
    const { bottom } = doc.page.margins;
    doc.page.margins.bottom = 0; // below the text is where it stands
    doc.markContent('Artifact', { type: 'Pagination' });
    doc
      .font('text')
      .fontSize(size.small)
      .fillColor(gray)
      .text(`${notice}  ·  ${page - start + 1} / ${count}`, margin, doc.page.height - margin, {
        lineBreak: false,
      });
    doc.endMarkedContent();
    doc.page.margins.bottom = bottom;
  }
}
