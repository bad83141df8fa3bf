import type { Clock } from '@signet/agencies-ui/clock';
import { type Problem, readFields } from '@signet/agencies-ui/forms';
import { onSignInFailure, page, statusOf } from '@signet/agencies-ui/site';
import { isSignInFailure, type RelyingPartyOptions } from '@signet/relying-party';
import type { AgencyEnv } from '@signet/relying-party/hono';
import { type Context, Hono } from 'hono';
import { yearOf } from '../amounts-and-dates/day.ts';
import { type LogEvent, type RevenueKeys, refundPaths } from '../config/config.ts';
import type { RevenueDatabase } from '../database/open.ts';
import { langOf } from '../http/language.ts';
import { words } from '../locales/index.ts';
import type { Frame } from '../ui/frame.ts';
import { NotFoundPage, SignInProblemPage } from '../ui/problem-pages.tsx';
import { readQuestion, type TypedQuestion } from './read-question.ts';
import { RefundFormPage } from './refund-form-page.tsx';
import { RefundIntroPage } from './refund-intro-page.tsx';
import { createRefundSignIn } from './refund-sign-in.ts';
import { createRefundTool, followedYears } from './refund-tool.ts';
import { RefundsPage } from './refunds-page.tsx';
import { TooManyPage } from './too-many-tries-page.tsx';

type RefundEnv = AgencyEnv<null>;

interface RefundRoutesNeeds {
  readonly origin: string;
  readonly relyingParty: RelyingPartyOptions;
  readonly database: RevenueDatabase;
  readonly keys: RevenueKeys;
  readonly clock: Clock;
  readonly log: (event: LogEvent) => void;
}

const inRoom = (path: string): string => path.slice(refundPaths.home.length);

const frameOf = (c: Context<RefundEnv>, path: string = refundPaths.home): Frame => ({
  lang: langOf(c),
  path,
  formToken: c.var.session?.formToken,
  site: 'refund',
});

/** "Where is my refund?": mount it at `/refund`. T4, at AAL1, for whoever filed, proven or not. */
export function refundRoutes({ database, keys, clock, log, ...needs }: RefundRoutesNeeds) {
  const tool = createRefundTool({ db: database.db, keys, clock });
  const signIn = createRefundSignIn({
    ...needs,
    database,
    now: clock.now,
    cookieKey: keys.cookie,
    languageOf: langOf,
    onFailure: onSignInFailure(log, refundPaths.problem),
    onSessionMissing: (c: Context<RefundEnv>) => page(c, <RefundIntroPage frame={frameOf(c)} />, 401),
  });
  const subjectOf = (c: Context<RefundEnv>): string => c.var.session?.subject ?? '';
  const years = (): readonly number[] =>
    Array.from({ length: followedYears }, (_, at) => yearOf(clock.today()) - 1 - at);

  function formPage(
    c: Context<RefundEnv>,
    typed: TypedQuestion,
    {
      problems = [],
      noMatch = false,
    }: { readonly problems?: readonly Problem[]; readonly noMatch?: boolean } = {},
  ) {
    const element = (
      <RefundFormPage
        frame={frameOf(c)}
        years={years()}
        typed={typed}
        problems={problems}
        noMatch={noMatch}
      />
    );
    return page(c, element, problems.length > 0 ? 422 : 200);
  }

  const room = new Hono<RefundEnv>();
  room.route('/', signIn.routes);
  room.get(`${inRoom(refundPaths.problem)}/:failure`, (c) => {
    const failure = c.req.param('failure');
    if (!isSignInFailure(failure)) return page(c, <NotFoundPage frame={frameOf(c)} />, 404);
    const path = `${refundPaths.problem}/${failure}`;
    return page(c, <SignInProblemPage frame={frameOf(c, path)} failure={failure} />, statusOf(failure));
  });

  room.get('/', signIn.session, async (c) => {
    if (c.var.session === undefined) return page(c, <RefundIntroPage frame={frameOf(c)} />);
    c.header('Cache-Control', 'no-store');
    const known = await tool.ofKnown(subjectOf(c));
    if (known) {
      const { refunds, without } = known;
      return page(c, <RefundsPage frame={frameOf(c)} refunds={refunds} without={without} asked={false} />);
    }
    const [latest] = years();
    return formPage(c, { number: '', year: String(latest), status: '', amount: '' });
  });

  room.post('/', signIn.session, signIn.signedIn, signIn.ownForm, async (c) => {
    const typed = await readFields(c, 'number', 'year', 'status', 'amount');
    const read = readQuestion(typed, years());
    if ('wrong' in read) {
      const { problems } = words(langOf(c)).refundTool;
      return formPage(c, typed, {
        problems: read.wrong.map((field) => ({ field, text: problems[field] })),
      });
    }
    const found = await tool.find(subjectOf(c), read.question);
    if (found === 'too-many' || found === 'number-closed')
      return page(c, <TooManyPage frame={frameOf(c)} of={found} />, 429);
    if (found === 'no-match') return formPage(c, typed, { noMatch: true });
    return page(c, <RefundsPage frame={frameOf(c)} refunds={[found]} asked />);
  });
  return room;
}
