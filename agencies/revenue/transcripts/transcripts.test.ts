import { describe, expect, it } from 'vitest';
import { openPdf, rolesIn, textIn } from '../../../test/support/read-pdf.ts';
import { words } from '../locales/index.ts';
import { writePdf } from '../pdf/document.ts';
import { type SeedRecord, seedRecords } from '../sandbox-records/records.ts';
import { transcriptAsJson } from './as-json.ts';
import { transcriptAsPdf } from './as-pdf.ts';
import { masked, whole } from './mask.ts';
import { type Transcript, transcriptKinds } from './transcript.ts';
import { TranscriptPage } from './transcript-page.tsx';
import { type TranscriptSource, whyNone, writeTranscript } from './write-transcript.ts';

const today = '2026-11-24';
const records = seedRecords(today);

/** What is on file about one person and year, as the database would give it. */
function sourcesOf({ taxpayer, spouse, years }: SeedRecord): readonly TranscriptSource[] {
  const partner = records.find((record) => record.taxpayer.customerFileNumber === spouse)?.taxpayer;
  return years.map(({ account, documents }) => ({
    taxpayer,
    taxYear: account.taxReturn.taxYear,
    account,
    documents,
    ...(account.taxReturn.spouse && partner && { spouse: partner }),
  }));
}

const all = records
  .flatMap(sourcesOf)
  .flatMap((source) =>
    transcriptKinds
      .filter((kind) => whyNone(kind, source) === undefined)
      .map((kind) => ({ source, transcript: writeTranscript(kind, source, today, masked) })),
  );

const pageOf = (transcript: Transcript): string =>
  String(TranscriptPage({ frame: { lang: 'en', path: '/', formToken: 'x' }, transcript }));

/** The transcript itself, without the page around it. */
const textOf = (html: string): string =>
  (/<article[\s\S]*<\/article>/.exec(html)?.[0] ?? '')
    .replaceAll(/<\/(?:h1|h2|p|dt|dd|td|th|li)>/g, '\n')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/(?: ?\n ?)+/g, '\n')
    .trim();

const pdfOf = async (transcript: Transcript, lang: 'en' | 'es' = 'en') =>
  openPdf(await writePdf(transcriptAsPdf(lang, transcript)));

const pdfText = async (transcript: Transcript): Promise<string> => textIn(await pdfOf(transcript));

/** Everything about the people and payers of a year that T2 hides. */
function hiddenIn({ taxpayer, spouse, account, documents }: TranscriptSource): readonly string[] {
  const people = [taxpayer, ...(spouse ? [spouse] : [])];
  return [
    ...people.flatMap((one) => [
      one.familyName,
      one.taxpayerNumber,
      one.taxpayerNumber.slice(0, 5),
      one.birthDate,
    ]),
    taxpayer.address.street,
    ...(account?.taxReturn.dependents ?? []).map(({ familyName }) => familyName),
    ...(taxpayer.business ? [taxpayer.business.name, taxpayer.business.ein] : []),
    ...documents.flatMap(({ payer, accountNumber }) => [
      payer.name,
      payer.ein,
      payer.address.street,
      ...(accountNumber ? [accountNumber] : []),
    ]),
  ];
}

const amountsIn = ({ sections }: Transcript): readonly number[] =>
  sections.flatMap(({ facts, postings = [] }) => [
    ...facts.flatMap(({ value }) => ('cents' in value ? [value.cents] : [])),
    ...postings.map(({ cents }) => cents),
  ]);

/** As a person reads it, or as a program does. */
function inAnyForm(cents: number): RegExp {
  const shown = Math.abs(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  return new RegExp(`\\$${shown.replaceAll('.', '\\.')}|"cents":${cents}\\b`);
}

describe('T1: transcripts', () => {
  it('T1: there are five, and each is written for somebody in the sandbox', () => {
    const written = new Set(all.map(({ transcript }) => transcript.kind));
    expect([...written].toSorted()).toEqual(
      transcriptKinds.filter((kind) => kind !== 'non-filing').toSorted(),
    );
    const [first] = records;
    if (!first) throw new Error('no records');
    const nothing = { taxpayer: first.taxpayer, taxYear: 2019, documents: [] };
    expect(whyNone('non-filing', nothing)).toBeUndefined();
    expect(whyNone('return', nothing)).toBe('no-return');
    expect(whyNone('wage-and-income', nothing)).toBe('no-documents');
    const letter = writeTranscript('non-filing', nothing, today, masked);
    expect(textOf(pageOf(letter))).toContain('no record of a processed tax return for tax year 2019');
  });

  it('T1: the record of account is the return and the account together', () => {
    for (const { source } of all) {
      const of = (kind: 'return' | 'account' | 'record') =>
        writeTranscript(kind, source, today, masked).sections.filter(({ name }) => name !== 'taxpayer');
      if (whyNone('record', source) === undefined)
        expect(of('record')).toEqual([...of('return'), ...of('account')]);
    }
  });
});

describe('T2: the mask', () => {
  it('holds in page, PDF and data of every transcript of everybody, and hides no money', async () => {
    for (const { source, transcript } of all) {
      const copies = [pageOf(transcript), JSON.stringify(transcriptAsJson(transcript))];
      // the record of account is the return and the account, so its file is theirs
      if (transcript.kind === 'record' || transcript.kind === 'wage-and-income') {
        copies.push(await pdfText(transcript));
      }
      for (const copy of copies) {
        for (const hidden of hiddenIn(source)) expect(copy).not.toContain(hidden);
        for (const cents of amountsIn(transcript)) expect(copy).toMatch(inAnyForm(cents));
      }
    }
  }, 60_000);

  it.each([
    ['Rivera', 'account'],
    ['Rivera', 'wage-and-income'],
    ['Núñez-Ortiz', 'record'],
    ['Aldous', 'wage-and-income'],
  ] as const)('T2: golden files: %s, %s', async (familyName, kind) => {
    const found = all.find(
      ({ source, transcript }) => source.taxpayer.familyName === familyName && transcript.kind === kind,
    );
    if (!found) throw new Error('no such transcript');
    const { transcript } = found;
    const name = `./golden/${familyName
      .slice(0, 4)
      .normalize('NFD')
      .replaceAll(/[^A-Za-z]/g, '')}-${kind}`;
    await expect(`${textOf(pageOf(transcript))}\n`).toMatchFileSnapshot(`${name}.page.txt`);
    await expect(`${(await pdfText(transcript)).trim()}\n`).toMatchFileSnapshot(`${name}.pdf.txt`);
    await expect(`${JSON.stringify(transcriptAsJson(transcript), null, 2)}\n`).toMatchFileSnapshot(
      `${name}.json`,
    );
  });

  it('T3: whole, it says so, and shows what is needed to file', () => {
    const robin = all.find(({ source }) => source.taxpayer.business !== undefined);
    if (!robin) throw new Error('no business owner');
    const transcript = writeTranscript('wage-and-income', robin.source, today, whole);
    const page = textOf(pageOf(transcript));
    for (const shown of ['907-18-5512', 'Robin Aldous', 'Northlight Design Studio', '00-3348829']) {
      expect(page).toContain(shown);
    }
    expect(page).toContain(words('en').transcripts.unmasked);
    expect(transcriptAsJson(transcript).masked).toBe(false);
  });
});

describe('a PDF', () => {
  it('is tagged, in its language, titled, with headings and tables in reading order', async () => {
    const record = all.find(({ transcript }) => transcript.kind === 'record');
    if (!record) throw new Error('no record of account');
    const pdf = await pdfOf(record.transcript, 'es');
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({
      Language: 'es',
      Title: expect.stringContaining('Transcripción del registro de cuenta'),
    });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const roles = await rolesIn(pdf);
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1);
    expect(roles.filter((role) => role === 'H2').length).toBe(record.transcript.sections.length);
    for (const role of ['Document', 'Table', 'TR', 'TH', 'TD', 'P']) expect(roles).toContain(role);
    expect(roles.indexOf('H1')).toBeLessThan(roles.indexOf('H2'));
  });

  it('finding P15: says that it is made for everybody (PDF/UA), and of each header cell what it heads', async () => {
    for (const kind of ['record', 'wage-and-income'] as const) {
      const found = all.find(({ transcript }) => transcript.kind === kind);
      if (!found) throw new Error(`no ${kind}`);
      const file = await writePdf(transcriptAsPdf('en', found.transcript));
      const pdf = await openPdf(file);
      const { metadata } = await pdf.getMetadata();
      expect(metadata.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
      const headers = (await rolesIn(pdf)).filter((role) => role === 'TH').length;
      expect(headers).toBeGreaterThan(0);
      expect(file.toString('latin1').match(/\/Scope \/(Row|Column)\b/g)).toHaveLength(headers);
    }
  });
});
