import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { auditFigures, benchAudit, printAudit } from './audit/index.ts';
import { openBench, type Round } from './bench-setup.ts';
import { startChild } from './child.ts';
import { median, rounded, spread } from './figures.ts';
import type { Kind } from './load.ts';
import { printMemory } from './memory.ts';
import { type Beside, besideFigures, printBeside, whenGrown, whileProofing } from './paired-conditions.ts';
import type { ProofingFigures } from './proofing.ts';
import { benchRevenue } from './revenue/index.ts';
import { printStatements } from './statements.ts';

const help = `Measures what a sign-in costs beside a bare oidc-provider on the same PostgreSQL, and what a proofing costs.

  npm run bench -- [--rounds N] [--seconds S] [--accounts A] [--json FILE] [--profile DIR]
  npm run bench -- audit [--rounds N] [--seconds S] [--json FILE]
  npm run bench -- statements
  npm run bench -- memory
  npm run bench -- revenue [--rounds N] [--taxpayers T] [--json FILE]

  --rounds N     rounds of each kind, taking turns (default 5)
  --seconds S    length of one (default 5)
  --accounts A   accounts in the database when its growth is measured (default 1000000; 0 leaves it out)
  --taxpayers T  taxpayers on file at the department (default 1000000)
  --json FILE    writes the figures
  --profile DIR  leaves a CPU profile of each server there

Measured, each with the server's CPU, PostgreSQL's and what is allocated: whole sign-ins by passkey, by password and app, and by one factor after an hour away (resume), beside the bare
provider; userinfo alone; passkey sign-ins while a worker has 50 proofings to do, and while it stands still; passkey sign-ins with 1,000
accounts in the database and with A; acts with their audit entries (with "audit", these alone); one proofing. Ratios are of
one run: read no other. With "statements", what a sign-in of each kind costs by HTTP request: the server's CPU, and what it
asks of the database. With "memory", what a web process holds after 500 and after 5,000 sign-ins. With "revenue", the pages of
one person's tax account among T, and an agent's way to a file.`;

const {
  values: options,
  positionals: [what],
} = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    accounts: { type: 'string', default: '1000000' },
    taxpayers: { type: 'string', default: '1000000' },
    json: { type: 'string' },
    profile: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const signIns: readonly Kind[] = ['bare', 'passkey', 'password', 'resume'];
const kinds: readonly Kind[] = [...signIns, 'bare-userinfo', 'userinfo'];
type Rounds = Readonly<Record<Kind, Round[]>>;

async function run(): Promise<void> {
  const [rounds, seconds] = [count(options.rounds), count(options.seconds)];
  const { signIn, beside } = await measureSignIn(rounds, seconds);
  const proofing = await measureProofing();
  const audit = await benchAudit(rounds, seconds);
  printSignIn(signIn);
  printBeside(beside);
  printAudit(audit);
  printProofing(proofing);
  const all = { ...figures(signIn, proofing), beside: besideFigures(beside), audit: auditFigures(audit) };
  if (options.json) await writeFile(options.json, `${JSON.stringify(all, null, 2)}\n`);
}

/** The kinds take turns, and every second time in the other order: what the machine does meanwhile hits all alike. */
async function measureSignIn(rounds: number, seconds: number): Promise<{ signIn: Rounds; beside: Beside }> {
  const bench = await openBench(options.profile);
  const seen: Rounds = {
    bare: [],
    passkey: [],
    password: [],
    resume: [],
    'bare-userinfo': [],
    userinfo: [],
  };
  try {
    for (const kind of kinds) await bench.measure(kind, 2 * seconds); // until compiled and connected
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) {
        seen[kind].push(await bench.measure(kind, seconds));
      }
    }
    const passkeys = () => bench.measure('passkey', seconds);
    const busy = await whileProofing(rounds, passkeys);
    const accounts = Number(options.accounts);
    const grown = accounts > 0 ? await whenGrown(rounds, passkeys, bench.fill, accounts) : undefined;
    return { signIn: seen, beside: { busy, grown } };
  } finally {
    await bench.close();
  }
}

async function measureProofing(): Promise<ProofingFigures> {
  const child = startChild(path.join(import.meta.dirname, 'proofing.ts'));
  try {
    return await child.ask<ProofingFigures>('measure', 3);
  } finally {
    await child.stop();
  }
}

const of = (rounds: readonly Round[], key: keyof Round): number[] => rounds.map((round) => round[key]);

/** How many bare sign-ins one of Signet's costs, round by round. */
const costs = (bare: readonly Round[], signet: readonly Round[]): number[] =>
  bare.map(({ perSecond }, n) => perSecond / (signet[n]?.perSecond ?? Number.NaN));

/** The same of the server's processor time. */
const cpuCosts = (bare: readonly Round[], signet: readonly Round[]): number[] =>
  bare.map(({ cpuMs }, n) => (signet[n]?.cpuMs ?? Number.NaN) / cpuMs);

function printSignIn({ bare, passkey, password, resume, ...asked }: Rounds): void {
  const rows: [string, readonly Round[]][] = [
    ['bare oidc-provider, nobody authenticated', bare],
    ['Signet, passkey', passkey],
    ['Signet, password and authenticator app', password],
    ['Signet, back after an hour with one factor (passkey)', resume],
  ];
  console.log('\nWhole sign-ins in a fresh browser: pushed request, authorization, authentication checked,');
  console.log('consent remembered, code exchange, userinfo. Medians, and the spread over the rounds.\n');
  for (const [name, rounds] of rows) {
    console.log(`  ${name}`);
    console.log(`    sign-ins/s               ${spread(of(rounds, 'perSecond'))}`);
    console.log(`    server CPU ms each       ${spread(of(rounds, 'cpuMs'), 2)}`);
    console.log(`    database round trips     ${spread(of(rounds, 'roundTrips'))}`);
    console.log(`    statements in them       ${spread(of(rounds, 'statements'))}`);
    console.log(`    megabytes allocated each ${spread(of(rounds, 'allocatedMb'), 2)}`);
    console.log(`    PostgreSQL's CPU ms each ${spread(of(rounds, 'postgresCpuMs'), 2)}`);
    console.log(`    ms in the browser, p50   ${spread(of(rounds, 'p50'))}`);
    console.log(`    ms in the browser, p95   ${spread(of(rounds, 'p95'))}`);
  }
  printUserinfo(asked['bare-userinfo'], asked.userinfo);
  console.log(`\n  A passkey sign-in costs ${spread(costs(bare, passkey), 2)} bare ones (the bar is 1.25),`);
  console.log(`  and ${spread(cpuCosts(bare, passkey), 2)} of their server CPU (the bar is 1.4);`);
  console.log(
    `  a password sign-in ${spread(costs(bare, password), 2)}, which is the same and one Argon2id more.`,
  );
}

function printUserinfo(bare: readonly Round[], signet: readonly Round[]): void {
  const say = (name: string, rounds: readonly Round[]) =>
    console.log(
      `    ${name} ${spread(of(rounds, 'perSecond'))} a second, ${spread(of(rounds, 'cpuMs'), 2)} ms`,
    );
  console.log('  userinfo alone, again and again by the same token, and the server CPU of each');
  say('the bare provider   ', bare);
  say('Signet              ', signet);
}

function printProofing({ cpuMs, firstCpuMs, wallMs, stages }: ProofingFigures): void {
  console.log(
    `\nOne proofing's documents and faces: ${cpuMs.toFixed(0)} ms of one core (the bar is 110 bare sign-ins),`,
  );
  console.log(
    `${wallMs.toFixed(0)} ms by the clock; the first in a process, loading models, ${firstCpuMs.toFixed(0)} ms of one core.\n`,
  );
  for (const [stage, ms] of Object.entries(stages))
    console.log(`  ${stage.padEnd(24)} ${ms.toFixed(1).padStart(8)} ms`);
}

/** `ratio`: bare sign-ins that one of Signet's costs. `totalMs`: one core's time; stages are by the clock. */
const figures = (
  { bare, passkey, password, resume, userinfo }: Rounds,
  { cpuMs, stages }: ProofingFigures,
) => ({
  signIn: {
    signet: rounded(median(of(passkey, 'perSecond'))),
    bare: rounded(median(of(bare, 'perSecond'))),
    ratio: rounded(median(costs(bare, passkey))),
    roundTrips: rounded(median(of(passkey, 'roundTrips'))),
    statements: rounded(median(of(passkey, 'statements'))),
    cpuRatio: rounded(median(cpuCosts(bare, passkey))),
    password: perKind(password),
    resume: perKind(resume),
    allocatedMb: rounded(median(of(passkey, 'allocatedMb'))),
    postgresCpuMs: rounded(median(of(passkey, 'postgresCpuMs'))),
  },
  userinfo: perKind(userinfo),
  proofing: {
    totalMs: rounded(cpuMs),
    stages: Object.fromEntries(Object.entries(stages).map(([name, ms]) => [name, rounded(ms)])),
  },
});

const perKind = (rounds: readonly Round[]) => ({
  perSecond: rounded(median(of(rounds, 'perSecond'))),
  cpuMs: rounded(median(of(rounds, 'cpuMs'))),
  roundTrips: rounded(median(of(rounds, 'roundTrips'))),
  p95: rounded(median(of(rounds, 'p95'))),
});

function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new Error(`"${value}" is not a number of at least 1`);
  return number;
}

if (options.help) console.log(help);
else if (what === 'revenue') {
  await benchRevenue({
    rounds: count(options.rounds),
    taxpayers: count(options.taxpayers),
    json: options.json,
  });
} else if (what === 'audit') {
  const audit = await benchAudit(count(options.rounds), count(options.seconds));
  printAudit(audit);
  if (options.json) await writeFile(options.json, `${JSON.stringify(auditFigures(audit), null, 2)}\n`);
} else if (what === 'statements') await printStatements(signIns);
else if (what === 'memory') await printMemory();
else await run();
