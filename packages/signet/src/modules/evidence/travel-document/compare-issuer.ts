import { isMadeUpState, isSameState, isState, statesNamedBy } from '../mrz/index.ts';
import { type Agreement, compareExact, type LabeledText, type PrintedLine } from '../print/index.ts';
import { dataPageLabels } from './data-page-labels.ts';
import { valuesOf } from './labeled-values.ts';

/**
 * How the state that a zone names compares with what the page prints: its code beside that label, and its name over the fields.
 * It has no check digit, and by another one no office here would be asked about the passport. Among the fields other states
 * are named rightly: where the holder was born, whose citizen they are.
 */
export function compareIssuers(issuerId: string, lines: readonly PrintedLine[]): Agreement[] {
  const codes = valuesOf('issuer', lines, isCode).map(asCode);
  const names = titlesOf(lines).map((line) => ({ line, codes: statesNamedBy(line.text) }));
  return [
    ...codes.map((value) => (isSameState(value.text, issuerId) ? 'same' : compareExact(issuerId, value))),
    ...names.flatMap(({ line, codes: [first, ...others] }): Agreement[] => {
      if (!first) return [];
      const isNamed = [first, ...others].some((code) => isSameState(code, issuerId));
      return [isNamed ? 'same' : compareExact(issuerId, { ...line, text: first })];
    }),
  ];
}

/** The state whose code stands beside its label, or whose name alone stands over the fields. */
export function printedIssuer(lines: readonly PrintedLine[]): string | undefined {
  const [code] = valuesOf('issuer', lines, isCode).map(asCode);
  const named = titlesOf(lines).map(({ text }) => statesNamedBy(text));
  return code?.text ?? named.find(({ length }) => length === 1)?.[0];
}

/** A code that is on no list was misread, or is a word of the page. */
const isCode = (text: string): boolean => {
  const code = asCode({ text, certainty: [] }).text;
  return isState(code) || isMadeUpState(code);
};

const asCode = ({ text, certainty }: LabeledText): LabeledText => ({
  text: text.trim().toUpperCase().replaceAll('0', 'O').replaceAll('1', 'I'),
  certainty,
});

/** What stands over the first label. */
function titlesOf(lines: readonly PrintedLine[]): PrintedLine[] {
  const labels = lines.filter(({ text }) => Object.values(dataPageLabels).some((label) => label.test(text)));
  const first = Math.min(...labels.map(({ y }) => y));
  return lines.filter(({ y, height }) => Number.isFinite(first) && y < first - height / 2);
}
