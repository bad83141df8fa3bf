import type { DocumentFields } from '../../document/index.ts';
import { type Agreement, best, compareWords } from './compare-values.ts';
import { withoutSuffix } from './name-suffix.ts';
import { type LabeledText, labeledTexts, withoutLabel } from './print-labels.ts';
import { alignedNeighbor, bare, folded, type PrintedLine } from './printed-line.ts';

/** Words of the card itself, which stand near the names on some designs and are nobody's. */
const FURNITURE =
  /LICEN[CS]E|DRIVER|IDENTIFICATION|STATEOF|COMMONWEALTH|SPECIMEN|SYNTHETIC|^USA$|CLASS|REST|DONOR|VETERAN/;

export const isNameLike = (line: LabeledText) =>
  /^[^\d]{2,}$/.test(line.text) && !FURNITURE.test(bare(line.text));

export function compareNames(
  fields: DocumentFields,
  printed: readonly PrintedLine[],
): { familyName: Agreement; givenName: Agreement } {
  const lines = printed.map((line) => withoutSuffix(line, fields.suffix));
  const { familyName: family, givenName: given, middleName: middle = '' } = fields;
  const initial = middle.slice(0, 1);
  const givenForms = [given, `${given} ${middle}`, `${given} ${initial}`];
  const whole = givenForms.map((form) => `${family} ${form}`);
  if (
    lines.some((line) => whole.some((form) => folded(form) === folded(withoutLabel('familyName', line).text)))
  )
    return { familyName: 'same', givenName: 'same' };

  const familyLine = findLine('familyName', [family], lines);
  const givenLine = findLine('givenName', givenForms, lines);
  return {
    familyName: familyLine?.agreement ?? contradiction('familyName', [family], givenLine?.line, -1, lines),
    givenName: givenLine?.agreement ?? contradiction('givenName', givenForms, familyLine?.line, 1, lines),
  };
}

/** The line that is one of these forms and nothing more: a signature, which joins the names, is not evidence of either. */
export function findLine(
  field: 'familyName' | 'givenName' | 'street',
  forms: readonly string[],
  lines: readonly PrintedLine[],
) {
  for (const wanted of ['same', 'close'] as const)
    for (const line of lines) {
      const agreement = best(forms.map((form) => compareWords(form, withoutLabel(field, line))));
      if (agreement === wanted) return { line, agreement };
    }
  return undefined;
}

/** What stands in the field's place instead: by its label, else next to the field it is always printed beside. */
function contradiction(
  field: 'familyName' | 'givenName',
  forms: readonly string[],
  beside: PrintedLine | undefined,
  step: 1 | -1,
  lines: readonly PrintedLine[],
): Agreement {
  const labeled = labeledTexts(field, lines, (text) => isNameLike({ text, certainty: [] }));
  const neighbor = beside && alignedNeighbor(beside, lines, step);
  const place = labeled[0] ?? (neighbor && withoutLabel(field, neighbor));
  if (!place || !isNameLike(place)) return 'unread';
  return best(forms.map((form) => compareWords(form, place)));
}
