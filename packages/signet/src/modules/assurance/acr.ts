import { err, ok, type Result } from '../../kernel/index.ts';

/** The levels that a request demands at least (C2). */
export interface Demand {
  readonly minIal: 0 | 1 | 2 | 3;
  readonly minAal: 0 | 1 | 2 | 3;
  readonly phishingResistant: boolean;
}

/** The levels that a person has and a sign-in reached. */
export interface Reached {
  readonly ial: number;
  readonly aal: number;
  readonly phishingResistant: boolean;
}

type Level = 0 | 1 | 2 | 3;

/** One requested value: a demand, and in whose words. Federal names speak of one dimension each. */
interface Named extends Demand {
  readonly words: 'own' | 'federal-ial' | 'federal-aal';
}

// P5: the names by which agencies ask today, so that one can move here without changing code.
const federal = 'http://idmanagement.gov/ns/assurance';
const federalNames: ReadonlyMap<string, Named> = new Map(
  (
    [
      [`${federal}/ial/1`, 'federal-ial', 1, 0, false],
      [`${federal}/ial/2`, 'federal-ial', 2, 0, false],
      [`${federal}/ial/3`, 'federal-ial', 3, 0, false],
      [`${federal}/aal/1`, 'federal-aal', 0, 1, false],
      [`${federal}/aal/2`, 'federal-aal', 0, 2, false],
      [`${federal}/aal/2?phishing_resistant=true`, 'federal-aal', 0, 2, true],
      [`${federal}/aal/3`, 'federal-aal', 0, 3, true],
    ] as const
  ).map(([name, words, minIal, minAal, phishingResistant]) => [
    name,
    { words, minIal, minAal, phishingResistant },
  ]),
);

/** `<issuer>/assurance/ial2-aal2`, and with `-phishing-resistant` where that was asked for or AAL3 brings it. */
const ownName = (issuer: string, { ial, aal, phishingResistant }: Reached): string =>
  `${issuer}/assurance/ial${ial}-aal${aal}${phishingResistant ? '-phishing-resistant' : ''}`;

const ownPattern = /^\/assurance\/ial([0-3])-aal([1-3])(-phishing-resistant)?$/;

function parse(issuer: string, value: string): Named | undefined {
  const named = federalNames.get(value);
  if (named) return named;
  const own = value.startsWith(issuer) ? ownPattern.exec(value.slice(issuer.length)) : null;
  if (!own) return undefined;
  return {
    words: 'own',
    minIal: Number(own[1]) as Level,
    minAal: Number(own[2]) as Level,
    phishingResistant: own[3] !== undefined || own[2] === '3',
  };
}

/**
 * What values demand together: the strictest of what is named in each dimension, so that the federal IAL and AAL names
 * add up. Unknown values are passed over beside a known one; alone they are an error, and `demandOf` says what of. None at all demands nothing. `issuer` has no slash at its end.
 */
export function parseAcrValues(issuer: string, values: readonly string[]): Result<Demand, 'unknown-acr'> {
  const known = values.flatMap((value) => parse(issuer, value) ?? []);
  return values.length > 0 && known.length === 0 ? err('unknown-acr') : ok(strictest(known));
}

function strictest(demands: readonly Demand[]): Demand {
  const highest = (levels: readonly Level[]) => Math.max(0, ...levels) as Level;
  return {
    minIal: highest(demands.map(({ minIal }) => minIal)),
    minAal: highest(demands.map(({ minAal }) => minAal)),
    phishingResistant: demands.some(({ phishingResistant }) => phishingResistant),
  };
}

/**
 * The answer's `acr`, in the words in which it was asked, several separated by spaces. What was asked for and
 * reached is named as it was asked, for a stock client compares; what was not reached is named as it is, so that a
 * downgrade shows (C2). The exact levels always ride beside it as `ial`, `aal` and `fal`.
 */
export function formatAcr(issuer: string, reached: Reached, asked: readonly string[]): string {
  const known = asked.flatMap((value) => parse(issuer, value) ?? []);
  const answerIn = (words: Named['words'], say: (levels: Reached) => string) => {
    const spoken = known.filter((named) => named.words === words);
    return spoken.length > 0 ? say(shown(spoken, reached)) : '';
  };
  const answers = [
    answerIn('own', (levels) => ownName(issuer, levels)),
    answerIn('federal-ial', ({ ial }) => (ial > 0 ? `${federal}/ial/${ial}` : '')),
    answerIn('federal-aal', federalAal),
  ].filter((answer) => answer !== '');
  return answers.length > 0 ? answers.join(' ') : ownName(issuer, exact(reached));
}

/** The demand where it was met, else what was reached. */
function shown(demands: readonly Demand[], reached: Reached): Reached {
  const { minIal, minAal, phishingResistant } = strictest(demands);
  return meets(reached, { minIal, minAal, phishingResistant })
    ? { ial: minIal, aal: minAal, phishingResistant: minAal < 3 && phishingResistant }
    : exact(reached);
}

const exact = (reached: Reached): Reached => ({
  ...reached,
  phishingResistant: reached.aal < 3 && reached.phishingResistant,
});

function federalAal({ aal, phishingResistant }: Reached): string {
  if (aal === 0) return '';
  return `${federal}/aal/${aal}${aal === 2 && phishingResistant ? '?phishing_resistant=true' : ''}`;
}

/** Whether what was reached satisfies a demand. */
export function meets(reached: Reached, demand: Demand): boolean {
  return (
    reached.ial >= demand.minIal &&
    reached.aal >= demand.minAal &&
    (reached.phishingResistant || !demand.phishingResistant)
  );
}

/** What an agency asks of a sign-in (OpenID Connect Core 5.5.1.1). */
export interface AskedLevels {
  /** `acr_values`, and `acr` as a claim that is not essential: reached where that can be, and the level reached is told. */
  readonly voluntary: readonly string[];
  /** `acr` as an essential claim: without it the agency wants no sign-in. */
  readonly essential: readonly string[];
}

/**
 * What is asked of the person for it. An unknown value, and one that nobody can reach here, ask for nothing where they are
 * voluntary; where every essential one is such, there is no sign-in that would do.
 */
export function demandOf(
  issuer: string,
  { voluntary, essential }: AskedLevels,
): Result<Demand, 'cannot-be-met'> {
  const reachable = essential
    .map((value) => parseAcrValues(issuer, [value]))
    .flatMap((parsed) => (parsed.ok && parsed.value.minIal <= highestIal ? [parsed.value] : []));
  if (essential.length > 0 && reachable.length === 0) return err('cannot-be-met');
  const wished = voluntary.flatMap((value) => parse(issuer, value) ?? []).map(asFarAsReachable);
  return ok(strictest([...reachable, ...wished]));
}

/** A11: nobody is proofed on site here. */
const highestIal = 2;

const asFarAsReachable = (demand: Named): Named => ({
  ...demand,
  minIal: Math.min(demand.minIal, highestIal) as Level,
});

/** What discovery names in `acr_values_supported`: no IAL3, since nobody is proofed on site (A11). */
export function supportedAcrs(issuer: string): readonly string[] {
  const own = Array.from({ length: highestIal + 1 }, (_, ial) => ial).flatMap((ial) => [
    ownName(issuer, { ial, aal: 2, phishingResistant: false }),
    ownName(issuer, { ial, aal: 2, phishingResistant: true }),
    ownName(issuer, { ial, aal: 3, phishingResistant: false }),
  ]);
  return [...own, ...[...federalNames.keys()].filter((name) => name !== `${federal}/ial/3`)];
}
