import { createRequire } from 'node:module';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../../../test/support/read-pdf.ts';
import { letterPdf } from './letter-pdf.ts';
import { alphabets, canPrint, printed } from './printable.ts';

const inch = 72;
const page = { width: 8.5 * inch, height: 11 * inch };

const letter = {
  lang: 'en',
  from: ['Signet', 'PO Box 12', 'Port Alder, ZZ 00012'],
  date: 'June 3, 2026',
  to: ['Marisol Núñez', '12 Elm Street', 'Port Alder, ZZ 00012'],
  subject: 'Your code from Signet',
  paragraphs: [
    'This is your code:',
    'Never tell anyone this code.',
    'See what to do:\nsignet.example:4000/not-me',
  ],
  code: '2718 2845',
} as const;

interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** From the top of the page to the line on which it stands. */
  readonly down: number;
}

async function placedOn(pdf: PDFDocumentProxy): Promise<readonly Placed[]> {
  const { items } = await (await pdf.getPage(1)).getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [, , , , left, up] = item.transform as number[];
    return [
      { text: item.str, left: left ?? 0, right: (left ?? 0) + item.width, down: page.height - (up ?? 0) },
    ];
  });
}

const printedOf = async (changed: Partial<Parameters<typeof letterPdf>[0]> = {}) => {
  const pdf = await openPdf(await letterPdf({ ...letter, ...changed }));
  const placed = await placedOn(pdf);
  /** Line by line, whichever file of the font drew its parts. */
  const lines = [...Map.groupBy(placed, ({ down }) => Math.round(down)).values()];
  return { pdf, placed, lines: lines.map((parts) => parts.map(({ text }) => text).join('')) };
};

describe('a letter on paper', () => {
  it('is one page of US Letter with the sender, the day, the address and the code', async () => {
    const { pdf, lines } = await printedOf();
    expect(pdf.numPages).toBe(1);
    expect((await pdf.getPage(1)).view).toEqual([0, 0, page.width, page.height]);
    for (const line of [...letter.from, letter.date, ...letter.to, letter.subject, letter.code])
      expect(lines).toContain(line);
  });

  it('shows the address and nothing else in the window of a No. 10 envelope, also where the page shifts in it', async () => {
    const { placed } = await printedOf({
      to: [...letter.to.slice(0, 2), 'Port Alder, ZY Z0L 1A4', 'CANADA'],
    });
    const inWindow = (from: number, to: number) =>
      placed.filter(({ text, down }) => text.trim() !== '' && down > from * inch && down - 9 < to * inch);
    const address = inWindow(2.04 + 0.125, 3.16 - 0.125);
    expect(address.map(({ text }) => text)).toEqual([
      ...letter.to.slice(0, 2),
      'Port Alder, ZY Z0L 1A4',
      'CANADA',
    ]);
    expect(inWindow(2.04, 3.625)).toEqual(address);
    for (const { left, right } of address) {
      expect(left).toBeGreaterThanOrEqual(0.875 * inch);
      expect(right).toBeLessThanOrEqual((0.875 + 4.5 - 0.125) * inch);
    }
  });

  it('sets a long street smaller and on one line, so that the window shows it whole', async () => {
    const street = '12345 Northwest Martin Luther King Junior Memorial Boulevard Apt 1204';
    const { placed } = await printedOf({ to: ['Marisol Núñez', street, 'Port Alder, ZZ 00012'] });
    expect(placed.find(({ text }) => text === street)?.right).toBeLessThanOrEqual((0.875 + 4.5) * inch);
  });

  it('does not break the web address that is typed from it', async () => {
    expect((await printedOf()).lines).toContain('signet.example:4000/not-me');
  });
});

describe('names of all kinds (A12)', () => {
  it.each([
    ['Vietnamese', 'Nguyễn Thị Ánh Đặng'],
    ['Polish', 'Łukasz Wiśniewski'],
    ['Turkish', 'Ağaoğlu İnşallah'],
    ['Hawaiian', 'Kahoʻolawe Kāʻeo ʻĀina'],
    ['Romanian', 'Ștefan Țepeș'],
    ['French and German', 'Œuvrard Strauß'],
    ['with accents that stand alone', 'Nguye\u0302\u0303n'.normalize('NFD')],
  ])('%s is printed as it is written', async (_whose, name) => {
    const { lines } = await printedOf({ to: [name, ...letter.to.slice(1)] });
    expect(lines).toContain(name.normalize('NFC'));
  });

  it('a letter that the font lacks is printed without its accent or taken apart, as on a machine-readable line', async () => {
    expect(printed('Ǎ ﬁ')?.map(({ text }) => text)).toEqual(['A fi']);
    expect((await printedOf({ to: ['Ǎn ﬁ', ...letter.to.slice(1)] })).lines).toContain('An fi');
  });

  it('and one that nothing stands for is never an empty place: no such letter is begun', () => {
    expect([canPrint('Игорь'), canPrint('李'), canPrint('Ω'), canPrint('Núñez')]).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(() => letterPdf({ ...letter, to: ['李', ...letter.to.slice(1)] })).toThrow('letter-not-printable');
  });

  it('each letter is drawn by a file of the font that has it, at both weights', () => {
    const ours = createRequire(import.meta.url);
    const pdfkit = createRequire(ours.resolve('pdfkit'));
    const { openSync } = pdfkit('fontkit') as {
      openSync(file: string): { hasGlyphForCodePoint(point: number): boolean };
    };
    for (const alphabet of alphabets)
      for (const weight of [400, 700]) {
        const file = `@fontsource/public-sans/files/public-sans-${alphabet}-${weight}-normal.woff`;
        const font = openSync(ours.resolve(file));
        for (let point = 0x20; point < 0x2_500; point++) {
          const [run] = printed(String.fromCodePoint(point)) ?? [];
          if (run?.alphabet === alphabet)
            for (const letterOf of run.text)
              expect([point, font.hasGlyphForCodePoint(letterOf.codePointAt(0) ?? 0)]).toEqual([point, true]);
        }
      }
  });
});
