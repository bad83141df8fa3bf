import { randomUUID } from 'node:crypto';
import type { Clock } from '@signet/agencies-ui/clock';
import { formKeyOf, type Problem, readFields } from '@signet/agencies-ui/forms';
import { isSignInFailure, levelMet, type RelyingPartyOptions } from '@signet/relying-party';
import type { AgencyEnv } from '@signet/relying-party/hono';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { type LogEvent, type RevenueKeys, staffAcrValues, staffPaths } from '../config/config.ts';
import type { RevenueDatabase } from '../database/open.ts';
import { page } from '../http/answer.ts';
import { guarded } from '../http/guards.ts';
import { langOf } from '../http/language.ts';
import { words } from '../locales/index.ts';
import { postgresPayments } from '../payments/index.ts';
import { postgresAccounts } from '../records/accounts/postgres-accounts.ts';
import { postgresLetters } from '../records/letters/postgres-letters.ts';
import { postgresFilings } from '../records/returns/postgres-filings.ts';
import type { Taxpayers } from '../records/taxpayers/postgres-taxpayers.ts';
import type { Frame } from '../ui/frame.ts';
import { NotFoundPage } from '../ui/problem-pages.tsx';
import { EnrollPage } from './enroll-page.tsx';
import { FilePage } from './file-page.tsx';
import { type Look, staffLooks } from './file-views.ts';
import { FindPage } from './find-page.tsx';
import { isLookReason } from './look-reasons.ts';
import { type Agent, staffMembers } from './members.ts';
import {
  LookEndedPage,
  NoFilePage,
  StaffProblemPage,
  StaffSignedOutPage,
  StaffSignInPage,
  TooManyPage,
} from './problem-pages.tsx';
import { createStaffSignIn } from './staff-sign-in.ts';

type StaffEnv = AgencyEnv<null>;
type AgentEnv = { Variables: StaffEnv['Variables'] & { agent: Agent } };

interface StaffRoutesNeeds {
  readonly origin: string;
  readonly relyingParty: RelyingPartyOptions;
  readonly database: RevenueDatabase;
  readonly keys: RevenueKeys;
  readonly taxpayers: Taxpayers;
  readonly clock: Clock;
  readonly log: (event: LogEvent) => void;
}

const inRoom = (path: string): string => path.slice(staffPaths.home.length);

const frameOf = <E extends StaffEnv>(c: Context<E>, path = c.req.path): Frame => ({
  lang: langOf(c),
  path,
  formToken: c.var.session?.formToken,
  site: 'staff',
});

/** Its own way through Signet, with its own cookie and its own pages. */
function staffSignIn(needs: StaffRoutesNeeds) {
  const { keys, clock, log } = needs;
  return createStaffSignIn({
    ...needs,
    now: clock.now,
    cookieKey: keys.cookie,
    languageOf: langOf,
    onFailure(c, failure) {
      log({ level: 'warn', event: 'staff-sign-in-failed', detail: failure });
      return c.redirect(`${staffPaths.problem}/${failure}`, 303);
    },
    onSessionMissing: (c: Context<StaffEnv>, returnTo) =>
      page(c, <StaffSignInPage frame={frameOf(c, staffPaths.home)} returnTo={returnTo} />, 401),
  });
}

/** The staff's site, whole: mount it at `/staff`. Nothing in it is reached with a taxpayer's session. */
export function staffRoutes(needs: StaffRoutesNeeds) {
  const { database, keys, taxpayers, clock } = needs;
  const { db } = database;
  const members = staffMembers(db, clock.now);
  const looks = staffLooks(db, clock.now);
  const signIn = staffSignIn(needs);

  const notFound = (c: Context<AgentEnv>) => page(c, <NotFoundPage frame={frameOf(c)} />, 404);

  /** For anybody who is not staff, or no longer, there is nothing here. Asked anew at every request. */
  const onlyAgents: MiddlewareHandler<AgentEnv> = async (c, next) => {
    const { session } = c.var;
    const proven = session !== undefined && levelMet(session.levels, staffAcrValues);
    const agent = proven ? await members.find(session.subject) : undefined;
    if (agent === undefined) return notFound(c);
    c.set('agent', agent);
    return next();
  };

  const findPage = (
    c: Context<AgentEnv>,
    typed = { number: '', reason: '' },
    problems: readonly Problem[] = [],
  ) => {
    const { pseudonym } = c.var.agent;
    const frame = frameOf(c, staffPaths.home);
    const element = (
      <FindPage frame={frame} pseudonym={pseudonym} look={randomUUID()} typed={typed} problems={problems} />
    );
    return page(c, element, problems.length > 0 ? 422 : 200);
  };

  const openFile = async (number: Look['customerFileNumber']) => {
    const [taxpayer, accounts, filings, payments, letters] = await Promise.all([
      taxpayers.get(number),
      postgresAccounts(db, keys).all(number),
      postgresFilings(db).of(number),
      postgresPayments(db).of(number),
      postgresLetters(db).of(number),
    ]);
    return taxpayer && { taxpayer, accounts, filings, payments, letters };
  };

  const enrolPage = (c: Context<AgentEnv>, typed = '', problems: readonly Problem[] = []) =>
    page(
      c,
      <EnrollPage frame={frameOf(c)} typed={typed} problems={problems} />,
      problems.length > 0 ? 422 : 200,
    );

  const room = new Hono<AgentEnv>();
  room.route('/', signIn.routes);
  room.get(inRoom(staffPaths.signedOut), (c) => {
    const { only, return_to: returnTo } = c.req.query();
    return page(c, <StaffSignedOutPage frame={frameOf(c)} onlyHere={only === 'here'} returnTo={returnTo} />);
  });
  room.get(`${inRoom(staffPaths.problem)}/:failure`, (c) => {
    const failure = c.req.param('failure');
    if (!isSignInFailure(failure)) return notFound(c);
    const status = failure === 'signet-unavailable' ? 503 : 400;
    return page(c, <StaffProblemPage frame={frameOf(c)} failure={failure} />, status);
  });

  const pages = new Hono<AgentEnv>();
  pages.get(inRoom(staffPaths.enroll), (c) => enrolPage(c));
  pages.post(inRoom(staffPaths.enroll), async (c) => {
    const { code } = await readFields(c, 'code');
    const subject = c.var.session?.subject ?? '';
    // pressed twice at once, the second finds the code spent and the person staff
    if ((await members.enroll(subject, code)) || (await members.find(subject)))
      return c.redirect(staffPaths.home, 303);
    return enrolPage(c, code, [{ field: 'code', text: words(langOf(c)).staff.problems.code }]);
  });

  pages.get('/', (c) => findPage(c));
  pages.post(inRoom(staffPaths.looks), async (c) => {
    const typed = await readFields(c, 'look', 'number', 'reason');
    const say = words(langOf(c)).staff.problems;
    const number = typed.number.replaceAll(/[\s-]/g, '');
    const id = formKeyOf(typed.look);
    const { reason } = typed;
    const problems = [
      ...(/^\d{1,10}$/.test(number) ? [] : [{ field: 'number', text: say.number }]),
      ...(isLookReason(reason) ? [] : [{ field: 'reason', text: say.reason }]),
    ];
    if (problems.length > 0 || !isLookReason(reason)) return findPage(c, typed, problems);
    const outcome = await looks.open(c.var.agent, { id, customerFileNumber: number, reason });
    if (outcome === 'opened') return c.redirect(`${staffPaths.looks}/${id}`, 303);
    if (outcome === 'form-used') return findPage(c, typed, [{ field: 'number', text: say.used }]);
    const frame = frameOf(c, staffPaths.home);
    if (outcome === 'too-many') return page(c, <TooManyPage frame={frame} />, 429);
    return page(c, <NoFilePage frame={frame} />, 404);
  });
  pages.get(`${inRoom(staffPaths.looks)}/:id`, async (c) => {
    const look = await looks.get(c.var.agent, c.req.param('id'));
    if (look === 'ended') return page(c, <LookEndedPage frame={frameOf(c, staffPaths.home)} />, 410);
    const file = look && (await openFile(look.customerFileNumber));
    if (!look || !file) return notFound(c);
    return page(c, <FilePage frame={frameOf(c)} look={look} file={file} timeZone={clock.timeZone} />);
  });

  const session = [signIn.session, signIn.signedIn];
  room.route('/', guarded('staff', pages, { session, form: signIn.ownForm, agent: onlyAgents }));
  room.use('*', ...session);
  room.all('*', notFound);
  return room;
}
