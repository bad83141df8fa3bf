import { type Context, Hono } from 'hono';
import { frameOf, page } from './answer.ts';
import { langOf } from './language.ts';
import type { Letter } from './letters/letter.ts';
import type { Letters } from './letters/postgres-letters.ts';
import { type Lang, words } from './locales/index.ts';
import { type OwnFile, ownFile } from './own-file.ts';
import { LetterPage, LettersPage, letterFacts } from './pages/letters.tsx';
import { NotFoundPage } from './pages/notices.tsx';
import { answerPdf } from './pdf/answer-pdf.ts';
import { type Paper, writePdf } from './pdf/document.ts';
import type { Taxpayers } from './records/postgres-taxpayers.ts';

interface LetterRoutesDeps {
  readonly taxpayers: Taxpayers;
  readonly letters: Letters;
  readonly now: () => Date;
}

/** Notices, as pages and as accessible PDFs. Opening one is reading it. Mount behind the session and its guard. */
export function letterRoutes({ taxpayers, letters, now }: LetterRoutesDeps) {
  const own = ownFile(taxpayers);
  const personOf = (c: Context<OwnFile>) => c.var.taxpayer.customerFileNumber;

  return new Hono<OwnFile>()
    .get('/letters', own, async (c) =>
      page(c, <LettersPage frame={frameOf(c)} letters={await letters.of(personOf(c))} />),
    )

    .get('/letters/:file', own, async (c) => {
      const [, id = '', pdf] = /^([\w-]{1,60}?)(\.pdf)?$/.exec(c.req.param('file')) ?? [];
      const letter = await letters.read(personOf(c), id, now());
      if (!letter) return page(c, <NotFoundPage frame={frameOf(c)} />, 404);
      if (!pdf) return page(c, <LetterPage frame={frameOf(c)} letter={letter} />);
      return answerPdf(c, `notice-${letter.sentOn}`, await writePdf(asPaper(langOf(c), letter)));
    });
}

function asPaper(lang: Lang, letter: Letter): Paper {
  const say = words(lang);
  const { title, text, act } = say.letters.kinds[letter.kind];
  return {
    lang,
    title,
    from: say.agency,
    notice: say.demonstration,
    lead: text,
    blocks: [{ facts: letterFacts(lang, letter) }, { note: act }],
  };
}
