import { alignedNeighbor, type LabeledText, type PrintedLine, rightOf, UNREAD } from '../print/index.ts';
import { type DataPageField, dataPageLabels } from './data-page-labels.ts';

/**
 * What may be a field's value by its label: the line under it, else those on its right, nearest first. What stands behind a
 * label on its own line is the label in another language. A line that is not read may be any value.
 */
export function valuesOf(
  field: DataPageField,
  lines: readonly PrintedLine[],
  isValue: (text: string) => boolean,
): LabeledText[] {
  return lines.flatMap((line) => {
    if (!dataPageLabels[field].test(line.text)) return [];
    const under = alignedNeighbor(line, lines, 1);
    const value = [...(under ? [under] : []), ...rightOf(line, lines)].find(
      ({ text }) => text === UNREAD || (isValue(text) && !isLabel(text)),
    );
    return value && value.text !== UNREAD ? [value] : [];
  });
}

const isLabel = (text: string): boolean => Object.values(dataPageLabels).some((label) => label.test(text));
