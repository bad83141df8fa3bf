import { alignedNeighbor, type PrintedLine, rightOf, UNREAD } from './printed-line.ts';

/** A piece of print that stands where a label says a field is. */
export interface LabeledText {
  readonly text: string;
  readonly certainty: readonly number[];
}

/**
 * The labels of the AAMVA card design standard with their numbers, and those that issuers print in words. OCR drops
 * spaces and takes O for 0, so both are allowed for; and a letter before a digit begins a number, it ends no label.
 */
export const labels = {
  birthDate: /(?:^|[^a-z])(?:3\W*)?(?:D[O0]B|date\s*of\s*birth|birth\s*date|born)\b[\W_]*/i,
  expiryDate:
    /(?:^|[^a-z])(?:4\s*b\W*)?(?:exp(?:ires|iry|iration)?(?:\s*date)?|date\s*of\s*expiry)(?![a-z])[\W_]*/i,
  documentNumber:
    /^(?:4\s*d\W*)?(?:(?:DL|ID|LIC|OLN|licen[cs]e|customer\s*id)\s*(?:no|nbr|num(?:ber)?|#|n(?!\d))?)(?![a-z](?!\d))[\W_]*/i,
  familyName: /^(?:1|LN|last\s*name|surname|family\s*name)(?![a-z0-9])[\W_]*|^1(?=[A-Z])/i,
  givenName: /^(?:2|FN|first\s*name|given\s*names?)(?![a-z0-9])[\W_]*|^2(?=[A-Z])/i,
  street: /^(?:8|ADD(?:R(?:ESS)?)?)(?![a-z0-9])[\W_]*/i,
} as const;

export type LabeledField = keyof typeof labels;

/**
 * What may be a field's value by its label: the rest of the label's own line, else the lines on its right, else the
 * one under it, each nearest first. `isValue` tells whether a text can be a value of that kind at all; a line that is not
 * read can.
 */
export function labeledTexts(
  field: LabeledField,
  lines: readonly PrintedLine[],
  isValue: (text: string) => boolean,
): LabeledText[] {
  return lines.flatMap((line) => {
    const match = labels[field].exec(line.text);
    if (!match) return [];
    const rest = part(line, match.index + match[0].length);
    const under = alignedNeighbor(line, lines, 1);
    const value = [rest, ...rightOf(line, lines), ...(under ? [under] : [])].find(
      ({ text }) => text === UNREAD || isValue(text),
    );
    return value ? [value] : [];
  });
}

/** A line's text without the label it begins with. */
export function withoutLabel(field: LabeledField, line: PrintedLine): LabeledText {
  const match = labels[field].exec(line.text);
  return match?.index === 0 ? part(line, match[0].length) : line;
}

export function part({ text, certainty }: LabeledText, from: number, to = text.length): LabeledText {
  return { text: text.slice(from, to), certainty: certainty.slice(from, to) };
}
