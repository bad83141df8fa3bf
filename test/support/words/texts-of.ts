/** What stands for a value in a text: distinct, so that it is seen which of them a translation leaves out. */
const marks = ['⟨1⟩', '⟨2⟩', '⟨3⟩', '⟨4⟩', '⟨5⟩'];

/** Each value a mark of its own. */
export const marked: readonly Values[] = [marks];
/** Words of numbers also choose singular and plural by their values. */
const markedAndCounted: readonly Values[] = [marks, [1, 1, 1, 1, 1], [7, 7, 7, 7, 7], [0, 0, 0, 0, 0]];

type Values = readonly (string | number)[];

export type Text = readonly [path: string, text: string];

/** Every text of a dictionary with its path; of a text with values, what it says with several. */
export function textsOf(words: unknown, values = markedAndCounted, path = ''): Text[] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') {
    const said = values.map((some) => sayWith(words as Says, some));
    if (said.every((one) => 'error' in one))
      throw new Error(`${path} says nothing`, { cause: said[0]?.error });
    return said.flatMap(({ text }, at) => textsOf(text, values, `${path}(${at})`));
  }
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, inner]) => textsOf(inner, values, `${path}.${key}`));
}

type Says = (...values: Values) => unknown;

/** An error where the text takes something else than these: one with a name in it takes no number, and the reverse. */
function sayWith(words: Says, values: Values): { readonly text?: unknown; readonly error?: unknown } {
  try {
    return { text: words(...values) };
  } catch (error) {
    return { error };
  }
}

/** The values that a text shows, each once: a language may name one twice. */
export const valuesIn = (text: string): readonly string[] =>
  [...new Set(text.match(/⟨\d⟩|\{\w+\}/g) ?? [])].toSorted();
