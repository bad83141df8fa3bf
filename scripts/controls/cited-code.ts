/** Rules that a source's comments cite: the code says by them which rule it keeps. Strings and names do not count. */
export function rulesInComments(source: string): string[] {
  const comments = source.match(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/[^\n]*/g) ?? [];
  return [...new Set(comments.flatMap((comment) => comment.match(/\b[ABCDPT]\d{1,2}\b/g) ?? []))].sort();
}
