import path from 'node:path';
import type { Round } from './bench-setup.ts';
import { startChild } from './child.ts';
import { median, rounded, spread } from './figures.ts';

/** The same sign-ins in two conditions of one run. */
export interface Pair {
  readonly without: readonly Round[];
  readonly with: readonly Round[];
}

/** What sign-ins should not notice. */
export interface Beside {
  readonly busy: Pair;
  readonly grown: (Pair & { readonly accounts: number }) | undefined;
}

const fewAccounts = 1000;
const proofings = 50;

/** Rounds with a worker that has so many proofings to do, and with the same worker standing still, taking turns. */
export async function whileProofing(rounds: number, measure: () => Promise<Round>): Promise<Pair> {
  const worker = startChild(path.join(import.meta.dirname, 'proofing.ts'));
  const seen: { without: Round[]; with: Round[] } = { without: [], with: [] };
  try {
    await worker.ask('work', 1); // models loaded
    const done = worker.ask('work', proofings);
    done.catch(() => undefined); // it is stopped before it is through
    for (let round = 0; round < rounds; round += 1) {
      seen.with.push(await measure());
      worker.pause();
      seen.without.push(await measure());
      worker.goOn();
    }
    return seen;
  } finally {
    await worker.stop();
  }
}

/** Rounds with a thousand accounts in the database, and then with as many as a country's agency has. */
export async function whenGrown(
  rounds: number,
  measure: () => Promise<Round>,
  fill: (accounts: number) => Promise<void>,
  accounts: number,
): Promise<Pair & { readonly accounts: number }> {
  const times = async (): Promise<Round[]> => {
    const seen: Round[] = [];
    await measure(); // plans and caches are those of the new size
    for (let round = 0; round < rounds; round += 1) seen.push(await measure());
    return seen;
  };
  await fill(fewAccounts);
  const without = await times();
  await fill(accounts);
  return { without, with: await times(), accounts };
}

const p95 = (rounds: readonly Round[]): number[] => rounds.map((round) => round.p95);
const ratio = (pair: Pair): number => median(p95(pair.with)) / median(p95(pair.without));

export function printBeside({ busy, grown }: Beside): void {
  console.log('\nWhat passkey sign-ins should not notice: p95 in ms, and how it compares.\n');
  const say = (name: string, pair: Pair, bar: string) =>
    console.log(
      `  ${name}\n    ${spread(p95(pair.without))} without, ${spread(p95(pair.with))} with: ${ratio(pair).toFixed(2)} (the bar is ${bar})`,
    );
  say(`a worker with ${proofings} proofings to do`, busy, '1.10');
  if (grown)
    say(`${grown.accounts.toLocaleString('en-US')} accounts in place of ${fewAccounts}`, grown, '1.1');
}

export const besideFigures = ({ busy, grown }: Beside) => ({
  proofing: { ...both(busy), proofings },
  ...(grown ? { growth: { ...both(grown), accounts: grown.accounts } } : {}),
});

const both = (pair: Pair) => ({
  p95Without: rounded(median(p95(pair.without))),
  p95With: rounded(median(p95(pair.with))),
  ratio: rounded(ratio(pair)),
});
