import type { Clock } from '@signet/agencies-ui/clock';
import { type Context, Hono } from 'hono';
import { frameOf, page } from '../http/answer.ts';
import { langOf } from '../http/language.ts';
import type { OwnFile } from '../http/own-file.ts';
import { answerPdf } from '../pdf/answer-pdf.ts';
import { writePdf } from '../pdf/document.ts';
import type { AccessLog } from '../records/access/postgres-access-log.ts';
import { NotFoundPage } from '../ui/problem-pages.tsx';
import { transcriptAsJson } from './as-json.ts';
import { transcriptAsPdf } from './as-pdf.ts';
import { findSource, latestYear, type TranscriptRecords, yearsOf } from './find-source.ts';
import { type Mask, masked, whole } from './mask.ts';
import { isTranscriptKind, type Transcript, type TranscriptKind, transcriptKinds } from './transcript.ts';
import { TranscriptPage } from './transcript-page.tsx';
import { TranscriptsPage } from './transcripts-page.tsx';
import { type NoTranscript, whyNone, writeTranscript } from './write-transcript.ts';

interface TranscriptRoutesNeeds extends TranscriptRecords {
  readonly accessLog: AccessLog;
  readonly clock: Clock;
}

type Form = 'page' | 'pdf' | 'json';

const forms: Readonly<Record<string, Form>> = { '': 'page', '.pdf': 'pdf', '.json': 'json' };

/** T1: the list, and each transcript as page, PDF and data. */
export function transcriptRoutes(needs: TranscriptRoutesNeeds) {
  const { accessLog, clock } = needs;

  async function write(c: Context<OwnFile>, kind: TranscriptKind, year: number, mask: Mask) {
    const source = await findSource(needs, c.var.taxpayer, year);
    return whyNone(kind, source) ? undefined : writeTranscript(kind, source, clock.today(), mask);
  }

  return (
    new Hono<OwnFile>()
      .get('/transcripts', async (c) => {
        const years = await yearsOf(needs, c.var.taxpayer, latestYear(clock));
        const asked = Number(c.req.query('year'));
        const year = years.includes(asked) ? asked : (years[0] ?? asked);
        const source = await findSource(needs, c.var.taxpayer, year);
        const missing = Object.fromEntries(
          transcriptKinds.map((kind) => [kind, whyNone(kind, source)]),
        ) as Record<TranscriptKind, NoTranscript | undefined>;
        return page(c, <TranscriptsPage frame={frameOf(c)} year={year} years={years} missing={missing} />);
      })

      .get('/transcripts/:kind/:file', async (c) => {
        const asked = read(c.req.param('kind'), c.req.param('file'));
        const transcript = asked && (await write(c, asked.kind, asked.year, masked));
        return transcript ? answer(c, asked.form, transcript) : missing(c);
      })

      // T3: wage and income without masks, for filing: after a step-up, and on record before it is shown
      .get('/transcripts/wage-and-income/:year{[0-9]{4}}/:file{whole(?:\\.pdf|\\.json)?}', async (c) => {
        const year = Number(c.req.param('year'));
        const form = forms[c.req.param('file').replace('whole', '')] ?? 'page';
        const transcript = await write(c, 'wage-and-income', year, whole);
        if (!transcript) return missing(c);
        await accessLog.record(c.var.taxpayer.customerFileNumber, {
          at: clock.now(),
          act: 'whole-transcript',
          by: 'person',
          taxYear: year,
        });
        return answer(c, form, transcript);
      })
  );
}

function read(kind: string, file: string) {
  const [, year, suffix = ''] = /^(\d{4})(\.pdf|\.json)?$/.exec(file) ?? [];
  return year && isTranscriptKind(kind)
    ? { kind, year: Number(year), form: forms[suffix] ?? 'page' }
    : undefined;
}

const missing = (c: Context<OwnFile>) => page(c, <NotFoundPage frame={frameOf(c)} />, 404);

async function answer(c: Context<OwnFile>, form: Form, transcript: Transcript): Promise<Response> {
  if (form === 'page') return page(c, <TranscriptPage frame={frameOf(c)} transcript={transcript} />);
  const name = `${transcript.kind}-transcript-${transcript.taxYear}`;
  if (form === 'pdf') return answerPdf(c, name, await writePdf(transcriptAsPdf(langOf(c), transcript)));
  c.header('Content-Disposition', `attachment; filename="${name}.json"`);
  return c.json(transcriptAsJson(transcript));
}
