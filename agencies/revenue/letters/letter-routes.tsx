import type { Clock } from '@signet/agencies-ui/clock';
import { type Problem, readFields } from '@signet/agencies-ui/forms';
import { type Context, Hono } from 'hono';
import { frameOf, page } from '../http/answer.ts';
import { langOf } from '../http/language.ts';
import type { OwnFile } from '../http/own-file.ts';
import { type Lang, words } from '../locales/index.ts';
import { answerPdf } from '../pdf/answer-pdf.ts';
import { type Paper, writePdf } from '../pdf/document.ts';
import type { Notice } from '../records/letters/letter.ts';
import type { Letters } from '../records/letters/postgres-letters.ts';
import type { PapersByYear } from '../records/papers-by-year.ts';
import { saySentAgain } from '../records/returns/rejection-in-words.ts';
import { addressLines, type Taxpayer } from '../records/taxpayers/taxpayer.ts';
import { latestYear, type TranscriptRecords, yearsOf } from '../transcripts/index.ts';
import { NotFoundPage } from '../ui/problem-pages.tsx';
import { LettersPage, NoticePage, noticeFacts } from './letters-page.tsx';
import { proofAsPaper } from './proof-in-words.ts';
import { ProofPage } from './proof-page.tsx';
import type { Proofs, ProofWish } from './proofs.ts';
import { type RequestField, readRequestForm, type TypedRequest } from './read-request-form.ts';
import { RequestLetterPage } from './request-letter-page.tsx';
import type { NoProof } from './write-proof.ts';

interface LetterRoutesNeeds extends TranscriptRecords {
  readonly letters: Letters;
  readonly proofs: Proofs;
  readonly papers: PapersByYear;
  readonly clock: Clock;
}

const ask = '/letters/ask';

/**
 * Notices, and letters that the person asks for to show to others, as pages and as accessible PDFs. Opening a notice is
 * reading it.
 */
export function letterRoutes(needs: LetterRoutesNeeds) {
  const { letters, proofs, clock } = needs;
  const personOf = (c: Context<OwnFile>) => c.var.taxpayer.customerFileNumber;

  /** The years to choose from, and which of them have a return. */
  async function yearsFor(c: Context<OwnFile>) {
    const [years, accounts] = await Promise.all([
      yearsOf(needs, c.var.taxpayer, latestYear(clock)),
      needs.accounts.all(personOf(c)),
    ]);
    const filed = accounts.map(({ taxReturn }) => taxReturn.taxYear);
    return years.map((taxYear) => ({ taxYear, hasReturn: filed.includes(taxYear) }));
  }

  async function askPage(
    c: Context<OwnFile>,
    typed: TypedRequest,
    problems: readonly Problem[] = [],
    notFiled?: number,
  ) {
    const element = (
      <RequestLetterPage
        frame={frameOf(c, ask)}
        years={await yearsFor(c)}
        typed={typed}
        problems={problems}
        notFiled={notFiled}
      />
    );
    return page(c, element, problems.length > 0 ? 422 : 200);
  }

  /** What to do about a notice: of a return that was sent back and sent again since, nothing more. */
  async function actOn(c: Context<OwnFile>, { kind, taxYear }: Notice): Promise<string> {
    const lang = langOf(c);
    const { act } = words(lang).letters.kinds[kind];
    if (kind !== 'return-rejected') return act;
    const filed = (await needs.papers(personOf(c))).flatMap(({ filings }) => filings);
    const rejected = filed.find((one) => one.state === 'rejected' && one.taxYear === taxYear);
    return (rejected && saySentAgain(lang, rejected, filed)) ?? act;
  }

  return new Hono<OwnFile>()
    .get('/letters', async (c) =>
      page(
        c,
        <LettersPage frame={frameOf(c)} letters={await letters.of(personOf(c))} today={clock.today()} />,
      ),
    )

    .get(ask, async (c) => {
      const { kind = '', year = '' } = c.var.kept ?? c.req.query();
      return askPage(c, { kind, year });
    })

    .post(ask, async (c) => {
      const typed = await readFields(c, 'kind', 'year');
      const read = readRequestForm(
        typed,
        (await yearsFor(c)).map(({ taxYear }) => taxYear),
      );
      if ('wrong' in read) return askPage(c, typed, sayWrong(c, read.wrong));
      const written = await proofs.ask(c.var.taxpayer, read.wish);
      if (written.ok) return c.redirect(`/letters/${written.value}`, 303);
      const notFiled = written.error === 'no-return' ? read.wish.taxYear : undefined;
      return askPage(c, typed, [sayRefusal(c, read.wish, written.error)], notFiled);
    })

    .get('/letters/:file', async (c) => {
      const [, id = '', pdf] = /^([\w-]{1,60}?)(\.pdf)?$/.exec(c.req.param('file')) ?? [];
      const lang = langOf(c);
      const proof = await proofs.get(personOf(c), id);
      if (proof && !pdf) return page(c, <ProofPage frame={frameOf(c)} proof={proof} />);
      if (proof) {
        const name = `${proof.statement.kind}-${proof.taxYear}`;
        return answerPdf(c, name, await writePdf(proofAsPaper(lang, proof)));
      }
      const notice = await letters.read(personOf(c), id, clock.now());
      if (!notice) return page(c, <NotFoundPage frame={frameOf(c)} />, 404);
      const act = await actOn(c, notice);
      if (!pdf)
        return page(c, <NoticePage frame={frameOf(c)} notice={notice} taxpayer={c.var.taxpayer} act={act} />);
      return answerPdf(
        c,
        `notice-${notice.sentOn}`,
        await writePdf(noticeAsPaper(lang, notice, c.var.taxpayer, act)),
      );
    });
}

const sayWrong = (c: Context, wrong: readonly RequestField[]): readonly Problem[] =>
  wrong.map((field) => ({ field, text: words(langOf(c)).proofs.problems[field] }));

function sayRefusal(c: Context, { kind, taxYear }: ProofWish, why: NoProof): Problem {
  const { problems } = words(langOf(c)).proofs;
  const text = why === 'no-return' ? problems[why][kind](taxYear) : problems[why](taxYear);
  return { field: 'year', text };
}

function noticeAsPaper(lang: Lang, notice: Notice, taxpayer: Taxpayer, act: string): Paper {
  const say = words(lang);
  const { title, text } = say.letters.kinds[notice.kind];
  return {
    lang,
    title,
    from: say.agency,
    to: addressLines(taxpayer),
    notice: say.demonstration,
    lead: text,
    blocks: [{ facts: noticeFacts(lang, notice) }, { note: act }, { note: say.letters.questions }],
  };
}
