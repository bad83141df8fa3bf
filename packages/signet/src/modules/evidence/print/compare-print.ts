import {
  type ComparedField,
  comparedFields,
  type DocumentFields,
  type FieldComparison,
} from '../document/index.ts';
import { type Agreement, compareExact, compareWords } from './compare-values.ts';
import { withoutSuffix } from './name-suffix.ts';
import { type LabeledField, type LabeledText, labeledTexts, part, withoutLabel } from './print-labels.ts';
import { alignedNeighbor, bare, editDistance, folded, type PrintedLine } from './printed-line.ts';

/**
 * Compares what the machine-read data states with what the document prints (A18), field by field. `differs` needs a value clearly
 * read in that field's own place: beside its label, or, for names and streets that stand without one, in the line
 * next to another field that was found. Everything else that was not found is `unread`: the photo is weak, the document
 * not proven false. A field that the data does not state is left out.
 */
export function comparePrint(fields: DocumentFields, lines: readonly PrintedLine[]): FieldComparison[] {
  const names = compareNames(fields, lines);
  const agreements: Record<ComparedField, Agreement | undefined> = {
    familyName: names.familyName,
    givenName: fields.givenName === '' ? undefined : names.givenName,
    birthDate: compareDate(fields.birthDate, 'birthDate', fields, lines),
    documentNumber: compareNumber(fields.documentNumber, lines),
    expiryDate: ifStated(fields.expiryDate, (date) => compareDate(date, 'expiryDate', fields, lines)),
    street: ifStated(fields.street, (street) => compareStreet(street, fields, lines)),
    postalCode: ifStated(fields.postalCode, (code) => comparePostalCode(code, fields, lines)),
  };
  return comparedFields.flatMap((field) => {
    const agreement = agreements[field];
    return agreement === undefined ? [] : [{ field, agreement }];
  });
}

const ifStated = (value: string | undefined, compare: (value: string) => Agreement) =>
  value === undefined ? undefined : compare(value);

const RANK: Record<Agreement, number> = { same: 3, close: 2, differs: 1, unread: 0 };

function best(agreements: Iterable<Agreement>): Agreement {
  let found: Agreement = 'unread';
  for (const agreement of agreements) if (RANK[agreement] > RANK[found]) found = agreement;
  return found;
}

const agrees = (agreement: Agreement) => agreement === 'same' || agreement === 'close';

const DATE = /([0-9OIl]{2})([/\-. ]?)([0-9OIl]{2})\2((?:19|20|I9|2O)[0-9OIl]{2})(?![0-9])/g;

/** Every date in a text as MMDDCCYY digits, with how surely its characters were read. */
function datesIn(text: LabeledText): LabeledText[] {
  return [...text.text.matchAll(DATE)].map((match) => part(text, match.index, match.index + match[0].length));
}

const monthFirst = (iso: string) => `${iso.slice(5, 7)}${iso.slice(8, 10)}${iso.slice(0, 4)}`;

function compareDate(
  iso: string,
  label: LabeledField & ('birthDate' | 'expiryDate'),
  fields: DocumentFields,
  lines: readonly PrintedLine[],
): Agreement {
  const expected = monthFirst(iso);
  // A date beside the wrong label is still one of the document's own dates: then the label was misplaced, not the date.
  const others = [fields.birthDate, fields.issueDate, fields.expiryDate]
    .filter((other) => other !== undefined && other !== iso)
    .map((other) => folded(monthFirst(other ?? '')));
  const labeled = labeledTexts(label, lines, (text) => text.search(DATE) >= 0)
    .flatMap((value) => datesIn(value).slice(0, 1))
    .filter((value) => !others.includes(folded(value.text)));
  if (labeled.length > 0) return best(labeled.map((value) => compareExact(expected, value)));
  const anywhere = lines.flatMap(datesIn).map((value) => compareExact(expected, value));
  return best(anywhere.filter(agrees));
}

/** A license number has four digits or more; letters and dashes may stand among them. */
const isNumber = (text: string) => (text.match(/\d/g)?.length ?? 0) >= 4 && !/\d[/.]\d/.test(text);

function compareNumber(expected: string, lines: readonly PrintedLine[]): Agreement {
  const labeled = labeledTexts('documentNumber', lines, isNumber).map((value) => {
    const [first] = /^[A-Z0-9*-]+(?: [A-Z0-9*-]*\d[A-Z0-9*-]*)*/i.exec(value.text.trimStart()) ?? [
      value.text,
    ];
    return compareExact(
      expected,
      part(value, value.text.indexOf(first), value.text.indexOf(first) + first.length),
    );
  });
  if (labeled.length > 0) return best(labeled);
  const wanted = folded(expected);
  if (wanted.length < 5) return 'unread';
  return lines.some((line) => folded(line.text).includes(wanted)) ? 'same' : 'unread';
}

/** Words of the card itself, which stand near the names on some designs and are nobody's. */
const FURNITURE =
  /LICEN[CS]E|DRIVER|IDENTIFICATION|STATEOF|COMMONWEALTH|SPECIMEN|SYNTHETIC|^USA$|CLASS|REST|DONOR|VETERAN/;

const isNameLike = (line: LabeledText) => /^[^\d]{2,}$/.test(line.text) && !FURNITURE.test(bare(line.text));

function compareNames(
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
function findLine(
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

function compareStreet(street: string, fields: DocumentFields, lines: readonly PrintedLine[]): Agreement {
  const found = findLine('street', [street], lines);
  if (found) return found.agreement;
  // A long address runs over two lines, or over one with the town.
  const joined = lines.flatMap((line) => {
    const next = alignedNeighbor(line, lines, 1);
    const text = withoutLabel('street', line).text;
    return next ? [folded(text + next.text)] : [folded(text)];
  });
  if (joined.some((text) => text.startsWith(folded(street)))) return 'same';
  const town = townLine(fields, lines);
  const over = town && alignedNeighbor(town, lines, -1);
  const place = over && withoutLabel('street', over);
  return place && /^\d+ ?\D/.test(place.text) ? compareWords(street, place) : 'unread';
}

/** The line that ends in the state and a postal code. */
function townLine(fields: DocumentFields, lines: readonly PrintedLine[]): PrintedLine | undefined {
  const end = new RegExp(`${fields.state ?? '[A-Z]{2}'}\\W*[0-9OIl]{5}(?:\\W?\\d{4})?\\W*$`, 'i');
  return lines.find((line) => end.test(line.text));
}

function comparePostalCode(code: string, fields: DocumentFields, lines: readonly PrintedLine[]): Agreement {
  const five = code.slice(0, 5);
  const town = townLine(fields, lines);
  const [printed] = /[0-9OIl]{5}(?=(?:\W?\d{4})?\W*$)/.exec(town?.text ?? '') ?? [];
  if (town && printed) {
    const at = town.text.lastIndexOf(printed);
    return compareExact(five, part(town, at, at + printed.length));
  }
  // A digit of five got lost: the line still ends almost as it should.
  const wanted = folded(`${fields.state ?? ''}${five}`);
  const ends = lines.map((line) => folded(line.text)).filter((text) => /\d{4}$/.test(text));
  return ends.some((text) => editDistance(text.slice(1 - wanted.length), wanted) <= 1) ? 'close' : 'unread';
}
