import type { Clock } from '@signet/agencies-ui/clock';
import { type Context, Hono } from 'hono';
import { frameOf, page } from '../http/answer.ts';
import { langOf } from '../http/language.ts';
import type { OwnFile } from '../http/own-file.ts';
import { answerPdf } from '../pdf/answer-pdf.ts';
import { writePdf } from '../pdf/document.ts';
import type { PapersByYear } from '../records/papers-by-year.ts';
import {
  own,
  TranscriptPage,
  type TranscriptRecords,
  transcriptAsPdf,
  writeTranscript,
} from '../transcripts/index.ts';
import { NotFoundPage } from '../ui/problem-pages.tsx';
import { FilingsPage } from './returns-page.tsx';

interface ReturnRoutesNeeds extends TranscriptRecords {
  readonly papers: PapersByYear;
  readonly clock: Clock;
}

/** Filing history, past returns and income documents. */
export function returnRoutes({ documents, papers, clock }: ReturnRoutesNeeds) {
  const personOf = (c: Context<OwnFile>) => c.var.taxpayer.customerFileNumber;

  return (
    new Hono<OwnFile>()
      .get('/filings', async (c) =>
        page(c, <FilingsPage frame={frameOf(c)} years={await papers(personOf(c))} />),
      )

      // one document is a wage and income transcript of one
      .get('/documents/:file', async (c) => {
        const [, id = '', pdf] = /^(\d{4}-\d{1,3})(\.pdf)?$/.exec(c.req.param('file')) ?? [];
        const document = await documents.get(personOf(c), id);
        if (!document) return page(c, <NotFoundPage frame={frameOf(c)} />, 404);
        const { taxpayer } = c.var;
        const source = { taxpayer, taxYear: document.taxYear, documents: [document] };
        const transcript = writeTranscript('wage-and-income', source, clock.today(), own);
        if (!pdf)
          return page(c, <TranscriptPage frame={frameOf(c)} transcript={transcript} document={document} />);
        return answerPdf(
          c,
          `${document.kind}-${document.taxYear}`,
          await writePdf(transcriptAsPdf(langOf(c), transcript, document)),
        );
      })
  );
}
