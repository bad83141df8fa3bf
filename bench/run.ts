import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startChild } from './child.ts';
import { median, rounded, spread } from './figures.ts';
import type { Kind } from './load.ts';
import type { ProofingFigures } from './proofing.ts';
import { openRig, type Round } from './rig.ts';

const help = `Measures what a sign-in costs beside a bare oidc-provider on the same PostgreSQL, and what a proofing costs.

  npm run bench -- [--rounds N] [--seconds S] [--json FILE] [--profile DIR]

  --rounds N     rounds of each kind, taking turns (default 5)
  --seconds S    length of one (default 5)
  --json FILE    writes the figures
  --profile DIR  leaves a CPU profile of each server there`;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '5' },
    json: { type: 'string' },
    profile: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const kinds: readonly Kind[] = ['bare', 'passkey', 'password'];
type Rounds = Readonly<Record<Kind, Round[]>>;

async function run(): Promise<void> {
  const [rounds, seconds] = [count(options.rounds), count(options.seconds)];
  const signIn = await measureSignIn(rounds, seconds);
  const proofing = await measureProofing();
  printSignIn(signIn);
  printProofing(proofing);
  if (options.json) await writeFile(options.json, `${JSON.stringify(figures(signIn, proofing), null, 2)}\n`);
}

/** The kinds take turns, and every second time in the other order: what the machine does meanwhile hits all alike. */
async function measureSignIn(rounds: number, seconds: number): Promise<Rounds> {
  const rig = await openRig(options.profile);
  const seen: Rounds = { bare: [], passkey: [], password: [] };
  try {
    for (const kind of kinds) await rig.measure(kind, 2 * seconds); // until compiled and connected
    for (let round = 0; round < rounds; round += 1) {
      for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) {
        seen[kind].push(await rig.measure(kind, seconds));
      }
    }
    return seen;
  } finally {
    await rig.close();
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

function printSignIn({ bare, passkey, password }: Rounds): void {
  const rows: [string, readonly Round[]][] = [
    ['bare oidc-provider, nobody authenticated', bare],
    ['Signet, passkey', passkey],
    ['Signet, password and authenticator app', password],
  ];
  console.log('\nWhole sign-ins in a fresh browser: pushed request, authorization, authentication checked,');
  console.log('consent remembered, code exchange, userinfo. Medians, and the spread over the rounds.\n');
  for (const [name, rounds] of rows) {
    console.log(`  ${name}`);
    console.log(`    sign-ins/s               ${spread(of(rounds, 'perSecond'))}`);
    console.log(`    server CPU ms each       ${spread(of(rounds, 'cpuMs'), 2)}`);
    console.log(`    database round trips     ${spread(of(rounds, 'queries'))}`);
    console.log(`    ms in the browser, p50   ${spread(of(rounds, 'p50'))}`);
    console.log(`    ms in the browser, p95   ${spread(of(rounds, 'p95'))}`);
  }
  console.log(`\n  A passkey sign-in costs ${spread(costs(bare, passkey), 2)} bare ones (the bar is 1.5);`);
  console.log(
    `  a password sign-in ${spread(costs(bare, password), 2)}, which is the same and one Argon2id more.`,
  );
}

function printProofing({ cpuMs, firstCpuMs, wallMs, stages }: ProofingFigures): void {
  console.log(`\nOne proofing's documents and faces: ${cpuMs.toFixed(0)} ms of one core (the bar is 4,000),`);
  console.log(
    `${wallMs.toFixed(0)} ms by the clock; the first in a process, loading models, ${firstCpuMs.toFixed(0)} ms of one core.\n`,
  );
  for (const [stage, ms] of Object.entries(stages))
    console.log(`  ${stage.padEnd(24)} ${ms.toFixed(1).padStart(8)} ms`);
}

/** `ratio`: bare sign-ins that one of Signet's costs. `totalMs`: one core's time; stages are by the clock. */
const figures = ({ bare, passkey }: Rounds, { cpuMs, stages }: ProofingFigures) => ({
  signIn: {
    signet: rounded(median(of(passkey, 'perSecond'))),
    bare: rounded(median(of(bare, 'perSecond'))),
    ratio: rounded(median(costs(bare, passkey))),
    queries: rounded(median(of(passkey, 'queries'))),
  },
  proofing: {
    totalMs: rounded(cpuMs),
    stages: Object.fromEntries(Object.entries(stages).map(([name, ms]) => [name, rounded(ms)])),
  },
});

function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) throw new Error(`"${value}" is not a number of at least 1`);
  return number;
}

if (options.help) console.log(help);
else await run();
