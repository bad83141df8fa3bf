import { type Context, Hono } from 'hono';
import { frameOf, page } from './answer.ts';
import { langOf } from './language.ts';
import { type OwnFile, ownFile } from './own-file.ts';
import { FilingsPage, type YearOfPapers } from './pages/filings.tsx';
import { NotFoundPage } from './pages/notices.tsx';
import { TranscriptPage } from './pages/transcript.tsx';
import { answerPdf } from './pdf/answer-pdf.ts';
import { writePdf } from './pdf/document.ts';
import type { Filings } from './returns/postgres-filings.ts';
import { asPaper } from './transcripts/as-paper.ts';
import type { TranscriptRecords } from './transcripts/find-source.ts';
import { masked } from './transcripts/mask.ts';
import { writeTranscript } from './transcripts/write-transcript.ts';
import { dayOf } from './values/day.ts';

interface FilingRoutesDeps extends TranscriptRecords {
  readonly filings: Filings;
  readonly now: () => Date;
}

/** Filing history, past returns and income documents. Mount behind the session and its guard. */
export function filingRoutes({ taxpayers, accounts, documents, filings, now }: FilingRoutesDeps) {
  const own = ownFile(taxpayers);
  const personOf = (c: Context<OwnFile>) => c.var.taxpayer.customerFileNumber;

  async function papersOf(person: string): Promise<readonly YearOfPapers[]> {
    const years = await accounts.all(person);
    const filers = [...new Set([person, ...years.map(({ taxReturn }) => taxReturn.filer)])];
    const [papers, ...filed] = await Promise.all([
      documents.of(person),
      ...filers.map(async (filer) => ({ filer, all: await filings.of(filer) })),
    ]);
    const taxYears = [
      ...new Set([...years.map((one) => one.taxReturn.taxYear), ...papers.map((one) => one.taxYear)]),
    ];
    return taxYears
      .toSorted((a, b) => b - a)
      .map((taxYear) => {
        const filer = years.find((one) => one.taxReturn.taxYear === taxYear)?.taxReturn.filer ?? person;
        const all = filed.find((one) => one.filer === filer)?.all ?? [];
        return {
          taxYear,
          hasReturn: years.some((one) => one.taxReturn.taxYear === taxYear),
          filings: all.filter((one) => one.taxYear === taxYear),
          documents: papers.filter((one) => one.taxYear === taxYear),
        };
      });
  }

  return (
    new Hono<OwnFile>()
      .get('/filings', own, async (c) =>
        page(c, <FilingsPage frame={frameOf(c)} years={await papersOf(personOf(c))} />),
      )

      // one document is a wage and income transcript of one
      .get('/documents/:file', own, async (c) => {
        const [, id = '', pdf] = /^(\d{4}-\d{1,3})(\.pdf)?$/.exec(c.req.param('file')) ?? [];
        const document = await documents.get(personOf(c), id);
        if (!document) return page(c, <NotFoundPage frame={frameOf(c)} />, 404);
        const { taxpayer } = c.var;
        const source = { taxpayer, taxYear: document.taxYear, documents: [document] };
        const transcript = writeTranscript('wage-and-income', source, dayOf(now()), masked);
        if (!pdf)
          return page(c, <TranscriptPage frame={frameOf(c)} transcript={transcript} document={document} />);
        return answerPdf(
          c,
          `${document.kind}-${document.taxYear}`,
          await writePdf(asPaper(langOf(c), transcript)),
        );
      })
  );
}
