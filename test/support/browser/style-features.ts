/** One `property: value` of a rule. */
interface Declaration {
  readonly property: string;
  readonly value: string;
}

/** What a style sheet asks of a browser, in the names of features.tsv. */
export function styleFeatures(source: string): Set<string> {
  const found = new Set<string>();
  const bare = source.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/"[^"]*"|url\([^)]*\)/g, '""');
  readBlock(bare, found, 'sheet');
  return found;
}

type Kind = 'sheet' | 'rule' | 'font-face' | 'keyframes';

/** Reads what stands between two braces. What is guarded by `@supports` asks nothing of browsers that lack it. */
function readBlock(text: string, found: Set<string>, kind: Kind): void {
  const declarations: Declaration[] = [];
  let rest = text;
  while (rest.trim() !== '') {
    const at = rest.search(/[;{]/);
    const head = rest.slice(0, at < 0 ? undefined : at).trim();
    if (rest[at] === '{') {
      const end = closingBrace(rest, at);
      readNested(head, rest.slice(at + 1, end), found, kind);
      rest = rest.slice(end + 1);
      continue;
    }
    const [, property, value] = /^([\w-]+)\s*:\s*([\s\S]*)$/.exec(head) ?? [];
    if (property !== undefined && value !== undefined) declarations.push({ property, value });
    else if (head.startsWith('@')) found.add(`at-rule ${/^@([\w-]+)/.exec(head)?.[1]}`);
    rest = at < 0 ? '' : rest.slice(at + 1);
  }
  declarations.forEach((one, at) => {
    if (kind === 'font-face') found.add(`descriptor ${one.property}`);
    else if (!isFallenBackOn(declarations.slice(0, at), one)) addDeclaration(one, found);
  });
}

/** Where a browser does not know the value it uses the one before it, unless a variable hides until later what it is. */
const isFallenBackOn = (before: readonly Declaration[], { property, value }: Declaration): boolean =>
  !value.includes('var(') && before.some((one) => one.property === property);

function readNested(head: string, inside: string, found: Set<string>, kind: Kind): void {
  const [, rule, condition = ''] = /^@([\w-]+)\s*([\s\S]*)$/.exec(head) ?? [];
  if (rule === undefined) {
    if (kind === 'rule') found.add('selector nesting');
    if (kind !== 'keyframes') addSelector(head, found);
    readBlock(inside, found, 'rule');
    return;
  }
  if (rule === 'supports' && !/\bnot\b/.test(condition)) return;
  found.add(`at-rule ${rule}`);
  if (rule === 'media')
    for (const [, feature] of condition.matchAll(/\(\s*([\w-]+)/g)) found.add(`media ${feature}`);
  const kinds: Readonly<Record<string, Kind>> = { 'font-face': 'font-face', keyframes: 'keyframes' };
  readBlock(inside, found, kinds[rule] ?? kind);
}

function addSelector(selector: string, found: Set<string>): void {
  for (const [, name] of selector.matchAll(/::?([a-z][\w-]*)/g))
    if (!name?.startsWith('-')) found.add(`selector ${name}`);
  if (selector.includes('&')) found.add('selector nesting');
}

function addDeclaration({ property, value }: Declaration, found: Set<string>): void {
  if (!property.startsWith('-')) {
    found.add(`property ${property}`);
    for (const [word] of value.matchAll(/[a-z][a-z0-9-]*/g)) found.add(`value ${property}: ${word}`);
    if (property === 'content' && value.includes('/')) found.add('value content: / words for it');
  }
  for (const [, name] of value.matchAll(/(?<![\w-])([a-z][a-z0-9-]*)\(/g)) found.add(`function ${name}`);
  for (const [, unit] of value.matchAll(/(?<![\w#.-])[\d.]+([a-z]+)/g)) found.add(`function ${unit}`);
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}' && --depth === 0) return at;
  }
  throw new Error('a brace is not closed');
}
