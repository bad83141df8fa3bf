import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureDatabase, startEmbeddedPostgres } from '../../sandbox/postgres/index.ts';
import { buildBeside } from '../../scripts/build.ts';
import { CookieBrowser } from '../../test/support/browser/cookie-browser.ts';
import { repository } from '../../test/support/repository.ts';
import {
  type FakeRegistration,
  type FakeVisitor,
  startFakeSignet,
} from '../../test/support/sites/fake-signet.ts';
import { freePort } from '../../test/support/sites/free-port.ts';
import { type Child, startChild } from '../child.ts';
import { median, percentile, rounded, spread } from '../figures.ts';
import type { Usage } from '../usage.ts';
import { fillRevenue, firstFiller } from './fill-revenue.ts';

export interface RevenueBench {
  readonly rounds: number;
  readonly taxpayers: number;
  readonly json: string | undefined;
}

/** One page asked for again and again, one after another. */
interface Asked {
  readonly name: string;
  ask(): Promise<number>;
  readonly expected: number;
}

interface Round {
  readonly p50: number;
  readonly p95: number;
  readonly cpuMs: number;
  readonly statements: number;
}

const bar = 100;
const asksEach = 200;

/** The pages of one person among so many, on PostgreSQL as `npm start` runs it. Its database is removed afterwards. */
export async function benchRevenue({ rounds, taxpayers, json }: RevenueBench): Promise<void> {
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const { server, databaseUrl, asked } = await open(closing);
    const began = performance.now();
    await fillRevenue(databaseUrl, taxpayers);
    const fillSeconds = (performance.now() - began) / 1000;
    console.log(
      `\n${taxpayers.toLocaleString('en-US')} taxpayers put on file in ${fillSeconds.toFixed(0)} s.`,
    );
    const seen = new Map<string, Round[]>();
    const pages = asked(taxpayers);
    for (const page of pages) await measure(server, page); // until compiled and connected
    for (let round = 0; round < rounds; round += 1) {
      for (const page of round % 2 === 0 ? pages : pages.toReversed()) {
        seen.set(page.name, [...(seen.get(page.name) ?? []), await measure(server, page)]);
      }
    }
    print(seen);
    if (json) await writeFile(json, `${JSON.stringify(figures(seen, taxpayers, fillSeconds), null, 2)}\n`);
  } finally {
    for (const step of closing.reverse()) await step();
  }
}

async function open(closing: (() => Promise<unknown>)[]) {
  await buildBeside('bench/revenue/revenue-server.ts', 'dist/bench-revenue.js');
  const dir = await mkdtemp(path.join(tmpdir(), 'revenue-bench-'));
  closing.push(() => rm(dir, { recursive: true, force: true }));
  await chmod(dir, 0o711); // run by root, the server's user comes through: nothing of it lies elsewhere
  const postgres = await startEmbeddedPostgres({ dir: path.join(dir, 'postgres') });
  closing.push(postgres.stop);
  const signet = await startFakeSignet();
  closing.push(signet.close);
  const server = startChild(path.join(repository, 'dist', 'bench-revenue.js'));
  closing.push(server.stop);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const databaseUrl = await ensureDatabase(postgres.url, 'revenue');
  const bank = { url: 'http://127.0.0.1:9', key: '' }; // nobody pays while pages are read
  const options = { port, host: '127.0.0.1', databaseUrl, issuer: signet.issuer, origin, dataDir: dir, bank };
  signet.register(await server.ask<FakeRegistration>('registration', options));
  await server.ask('start', options);

  const [person, agent] = [new CookieBrowser(), new CookieBrowser()];
  signet.visitor = ana;
  await person.visit(`${origin}/sign-in`);
  signet.visitor = anAgent;
  const enroll = await agent.visit(`${origin}/staff/sign-in?return_to=/staff/enroll`);
  const code = await server.ask<string>('staffCode');
  const find = await agent.post(`${origin}/staff/enroll`, { form_token: tokenIn(enroll.body), code });
  return {
    server,
    databaseUrl,
    asked: (taxpayers: number) => pagesOf({ origin, person, agent, find, taxpayers }),
  };
}

interface Visitors {
  readonly origin: string;
  readonly person: CookieBrowser;
  readonly agent: CookieBrowser;
  readonly find: { readonly body: string };
  readonly taxpayers: number;
}

function pagesOf({ origin, person, agent, find, taxpayers }: Visitors): readonly Asked[] {
  const year = new Date().getFullYear() - 2;
  const page = (name: string, address: string): Asked => ({
    name,
    ask: async () => (await person.visit(`${origin}${address}`)).status,
    expected: 200,
  });
  return [
    page('home', '/account'),
    page('a year', `/account?year=${year}`),
    page('a year’s record of account', `/transcripts/record/${year}`),
    {
      name: 'an agent opens any file',
      async ask() {
        const number = String(firstFiller + Math.floor(Math.random() * taxpayers));
        const form = { form_token: tokenIn(find.body), number, reason: 'person-called' };
        const looks = `${origin}/staff/looks`;
        return (await agent.post(looks, form, {}, { stopAt: `${looks}/` })).status;
      },
      expected: 0, // found, written down, and led on to the file, which is not opened: its seal is made up
    },
  ];
}

async function measure(server: Child, { name, ask, expected }: Asked): Promise<Round> {
  const times: number[] = [];
  const before = await server.ask<Usage>('usage');
  for (let at = 0; at < asksEach; at += 1) {
    const began = performance.now();
    const status = await ask();
    times.push(performance.now() - began);
    if (status !== expected) throw new Error(`${name} answered ${status}`);
  }
  const after = await server.ask<Usage>('usage');
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    cpuMs: (after.cpuMs - before.cpuMs) / asksEach,
    statements: (after.statements - before.statements) / asksEach,
  };
}

const of = (rounds: readonly Round[], key: keyof Round): number[] => rounds.map((round) => round[key]);

function print(seen: ReadonlyMap<string, readonly Round[]>): void {
  console.log(
    'Pages of one person among them, one request after another. Medians, and the spread over the rounds.\n',
  );
  for (const [name, rounds] of seen) {
    console.log(`  ${name}`);
    console.log(`    ms, p50                ${spread(of(rounds, 'p50'))}`);
    console.log(`    ms, p95                ${spread(of(rounds, 'p95'))} (the bar is ${bar})`);
    console.log(`    server CPU ms each     ${spread(of(rounds, 'cpuMs'), 2)}`);
    console.log(`    database statements    ${spread(of(rounds, 'statements'))}`);
  }
}

const figures = (seen: ReadonlyMap<string, readonly Round[]>, taxpayers: number, fillSeconds: number) => ({
  revenue: {
    taxpayers,
    fillSeconds: rounded(fillSeconds),
    pages: [...seen].map(([name, rounds]) => ({
      name,
      bar,
      p50: rounded(median(of(rounds, 'p50'))),
      p95: rounded(median(of(rounds, 'p95'))),
      p95Least: rounded(Math.min(...of(rounds, 'p95'))),
      p95Most: rounded(Math.max(...of(rounds, 'p95'))),
      cpuMs: rounded(median(of(rounds, 'cpuMs'))),
      statements: rounded(median(of(rounds, 'statements'))),
    })),
  },
});

const tokenIn = (body: string): string => /name="form_token" value="([^"]+)"/.exec(body)?.[1] ?? '';

const identity = { given_name: 'ANA', family_name: 'RIVERA', birthdate: '1983-03-14' };

/** A real record of the sandbox. */
const ana: FakeVisitor = {
  sub: 'ana',
  acr: 'http://idmanagement.gov/ns/assurance/ial/2 http://idmanagement.gov/ns/assurance/aal/2',
  amr: ['pwd', 'otp', 'mfa'],
  ial: 2,
  aal: 2,
  claims: {
    ...identity,
    social_security_number: '900123417',
    verified_claims: {
      verification: { trust_framework: 'https://signet.example/trust/sandbox' },
      claims: identity,
    },
  },
};

const anAgent: FakeVisitor = {
  sub: 'agent',
  acr: 'http://idmanagement.gov/ns/assurance/aal/2?phishing_resistant=true',
  amr: ['hwk', 'mfa'],
  ial: 1,
  aal: 2,
  claims: {},
};
