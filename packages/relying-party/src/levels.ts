/**
 * Assurance levels as they travel in `acr_values`, `acr`, `amr` and Signet's `ial` / `aal` / `fal` claims.
 * The federal names (`http://idmanagement.gov/ns/assurance/ial/2`) and any other URI or URN that ends in
 * `ial/2`, `aal:2` … are read alike, so an agency that moves here keeps its acr values (P5).
 */
export interface Levels {
  /** 0 when nobody vouched for an identity. */
  readonly ial: number;
  readonly aal: number;
  readonly fal: number;
  readonly acr: string | undefined;
  readonly amr: readonly string[];
}

/** The acr values that a personal record asks for (T10). */
export const IAL2 = 'http://idmanagement.gov/ns/assurance/ial/2';
/** One factor: for a page that shows little, and nothing of a record. */
export const AAL1 = 'http://idmanagement.gov/ns/assurance/aal/1';
export const AAL2 = 'http://idmanagement.gov/ns/assurance/aal/2';
export const AAL2_PHISHING_RESISTANT = 'http://idmanagement.gov/ns/assurance/aal/2?phishing_resistant=true';

const LEVEL = /[/:](ial|aal|fal)[/:]([0-3])(\?phishing_resistant=true)?$/;

/** Authentication methods (RFC 8176) in which a key answers only the site it was made for. */
const KEY_METHODS = ['hwk', 'swk'];

interface AskedLevel {
  readonly scale: 'ial' | 'aal' | 'fal';
  readonly level: number;
  readonly phishingResistant: boolean;
}

/** What one acr value asks for; undefined for a name that is not a level. */
function readAcrValue(value: string): AskedLevel | undefined {
  const [, scale, level, phishing] = LEVEL.exec(value) ?? [];
  if (scale !== 'ial' && scale !== 'aal' && scale !== 'fal') return undefined;
  return { scale, level: Number(level), phishingResistant: phishing !== undefined };
}

/** `acr` may name several levels, separated by spaces. */
const namesIn = (acr: string | undefined): string[] => (acr ?? '').split(' ').filter((name) => name !== '');

/** The level on one scale that an `acr` claim vouches for, 0 when it names none. */
export const levelInAcr = (acr: string | undefined, scale: AskedLevel['scale']): number =>
  Math.max(
    0,
    ...namesIn(acr).map((name) => {
      const read = readAcrValue(name);
      return read?.scale === scale ? read.level : 0;
    }),
  );

const isPhishingResistant = ({ acr, amr }: Levels): boolean =>
  KEY_METHODS.some((method) => amr.includes(method)) ||
  namesIn(acr).some((name) => readAcrValue(name)?.phishingResistant === true);

/**
 * Whether `actual` is at least everything asked for (C2). OpenID lets a provider answer with less than
 * `acr_values` asked, so an agency that does not compare is open to a downgrade. An asked name that is not
 * a level is met only by itself.
 */
export function levelMet(actual: Levels, asked: string | readonly string[]): boolean {
  const askedNames = typeof asked === 'string' ? namesIn(asked) : asked;
  return askedNames.every((name) => {
    const wanted = readAcrValue(name);
    if (wanted === undefined) return namesIn(actual.acr).includes(name);
    return actual[wanted.scale] >= wanted.level && (!wanted.phishingResistant || isPhishingResistant(actual));
  });
}
