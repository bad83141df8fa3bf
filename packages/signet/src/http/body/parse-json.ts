import { textOf } from './chunks.ts';

/** What scripts of ours send is not nested deeper than this. */
const deepest = 16;

/**
 * What was sent, or undefined where it is no JSON, or is nested deeper than anything of ours: whoever walks through it
 * later does so by recursion.
 */
export async function parseJson(chunks: AsyncIterable<Uint8Array>): Promise<unknown> {
  const text = await textOf(chunks);
  if (depthOf(text) > deepest) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How deep the text is nested, were it JSON. */
function depthOf(text: string): number {
  let [depth, most, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') quoted = !quoted;
    else if (quoted) at += char === '\\' ? 1 : 0;
    else if (char === '[' || char === '{') most = Math.max(most, ++depth);
    else if (char === ']' || char === '}') depth -= 1;
  }
  return most;
}
