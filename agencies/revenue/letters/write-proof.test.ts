import { describe, expect, it } from 'vitest';
import { openPdf, rolesIn, textIn } from '../../../test/support/read-pdf.ts';
import type { Lang } from '../locales/index.ts';
import { writePdf } from '../pdf/document.ts';
import { proofKinds } from '../records/letters/letter.ts';
import { seedRecords } from '../sandbox-records/records.ts';
import { masked } from '../transcripts/mask.ts';
import type { TranscriptSource } from '../transcripts/write-transcript.ts';
import type { Proof } from './proof.ts';
import { proofAsPaper } from './proof-in-words.ts';
import { ProofPage } from './proof-page.tsx';
import { writeProof } from './write-proof.ts';

const today = '2026-11-24';
const records = seedRecords(today);
const personOf = (number: string | undefined) =>
  records.find(({ taxpayer }) => taxpayer.customerFileNumber === number)?.taxpayer;

/** Every year as each of the two who see it has it: the filer, and the spouse of a joint one. */
const sources: readonly TranscriptSource[] = records.flatMap(({ years }) =>
  years.flatMap(({ account }) => {
    const { taxYear } = account.taxReturn;
    const filer = personOf(account.taxReturn.filer);
    const spouse = personOf(account.taxReturn.spouse);
    return [
      ...(filer ? [{ taxpayer: filer, taxYear, account, documents: [], ...(spouse && { spouse }) }] : []),
      ...(spouse && filer ? [{ taxpayer: spouse, taxYear, account, documents: [], spouse: filer }] : []),
    ];
  }),
);

const all = sources.flatMap((source) =>
  proofKinds.flatMap((kind) => {
    const written = writeProof(kind, source, today, masked);
    return written.ok ? [{ source, proof: written.value }] : [];
  }),
);

/** The letter itself, without the page around it. */
const pageText = (lang: Lang, proof: Proof): string => {
  const frame = { lang, path: '/', formToken: 'x' };
  const html = String(ProofPage({ frame, proof: { ...proof, id: 'x' } }));
  return (/<article[\s\S]*<\/article>/.exec(html)?.[0] ?? '')
    .replaceAll(/<\/(?:h1|p|dt|dd)>/g, '\n')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/(?: ?\n ?)+/g, '\n')
    .trim();
};

const pdfOf = async (lang: Lang, proof: Proof) => openPdf(await writePdf(proofAsPaper(lang, proof)));
const pdfText = async (lang: Lang, proof: Proof): Promise<string> =>
  (await textIn(await pdfOf(lang, proof))).trim();

const hiddenIn = ({ taxpayer, spouse }: TranscriptSource): readonly string[] =>
  [taxpayer, ...(spouse ? [spouse] : [])].flatMap((one) => [
    one.familyName,
    one.taxpayerNumber,
    one.taxpayerNumber.slice(0, 5),
    one.birthDate,
    one.address.street,
    ...(one.business ? [one.business.name, one.business.ein] : []),
  ]);

describe('T2: the mask of a letter for others', () => {
  it('T2: holds in page and PDF of every letter of everybody, in both languages, before it is kept', async () => {
    expect(all.length).toBeGreaterThan(20);
    for (const { source, proof } of all) {
      const copies = [JSON.stringify(proof), pageText('en', proof), pageText('es', proof)];
      for (const lang of ['en', 'es'] as const) copies.push(await pdfText(lang, proof));
      for (const copy of copies) for (const hidden of hiddenIn(source)) expect(copy).not.toContain(hidden);
    }
  }, 60_000);

  it.each([
    ['Rivera', 'filing-proof', 'en'],
    ['Núñez-Ortiz', 'balance-proof', 'es'],
    ['Vega Montero', 'balance-proof', 'en'],
    ['Vega Montero', 'filing-proof', 'es'],
  ] as const)('T2: golden files: %s, %s, %s', async (familyName, kind, lang) => {
    const found = all.find(
      ({ source, proof }) => source.taxpayer.familyName === familyName && proof.statement.kind === kind,
    );
    if (!found) throw new Error('no such letter');
    const short = familyName
      .slice(0, 4)
      .normalize('NFD')
      .replaceAll(/[^A-Za-z]/g, '');
    const name = `./golden/${short}-${kind}-${lang}`;
    await expect(`${pageText(lang, found.proof)}\n`).toMatchFileSnapshot(`${name}.page.txt`);
    await expect(`${await pdfText(lang, found.proof)}\n`).toMatchFileSnapshot(`${name}.pdf.txt`);
  });

  it('T3: the file number on it is nobody’s taxpayer number', () => {
    const numbers = records.map(({ taxpayer }) => taxpayer.taxpayerNumber);
    for (const { proof } of all) {
      expect(proof.fileNumber).toMatch(/^\d{1,10}$/);
      expect(numbers).not.toContain(proof.fileNumber);
    }
  });
});

describe('what a letter for others says', () => {
  const waiting = sources.find(({ account }) => account?.transactions.every(({ code }) => code !== '150'));

  it('nothing of a return that is not processed, but that it was received', () => {
    if (!waiting) throw new Error('no return waits');
    expect(writeProof('balance-proof', waiting, today, masked)).toEqual({
      ok: false,
      error: 'not-processed',
    });
    expect(writeProof('filing-proof', waiting, today, masked)).toMatchObject({
      ok: true,
      value: { statement: { receivedOn: waiting.account?.taxReturn.receivedOn } },
    });
  });

  it('nothing of a year without a return', () => {
    const [first] = records;
    if (!first) throw new Error('no records');
    const nothing = { taxpayer: first.taxpayer, taxYear: 2019, documents: [] };
    for (const kind of proofKinds) {
      expect(writeProof(kind, nothing, today, masked)).toEqual({ ok: false, error: 'no-return' });
    }
  });

  it('a credit on the account is nothing owed', () => {
    const [source] = sources;
    if (!source?.account) throw new Error('no account');
    const credit = { code: '766', postedOn: today, amount: -9_999_999_00 } as const;
    const account = { ...source.account, transactions: [...source.account.transactions, credit] };
    const written = writeProof('balance-proof', { ...source, account }, today, masked);
    expect(written).toMatchObject({ ok: true, value: { statement: { owed: 0 } } });
    if (written.ok) expect(pageText('en', written.value)).toContain('On November 24, 2026, nothing was owed');
  });

  it('a PDF of it is tagged, in its language, titled, and says that all this is a demonstration', async () => {
    const [first] = all;
    if (!first) throw new Error('no letter');
    const pdf = await pdfOf('es', first.proof);
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'es', Title: expect.stringContaining('Comprobante de') });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const roles = await rolesIn(pdf);
    for (const role of ['Document', 'H1', 'P', 'Table', 'TR', 'TH', 'TD']) expect(roles).toContain(role);
    expect(await textIn(pdf)).toContain('Demostración');
  });
});
