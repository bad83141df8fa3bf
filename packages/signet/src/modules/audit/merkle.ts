import { createHash } from 'node:crypto';

/**
 * The Merkle tree hash of RFC 6962 §2.1 over a growing list, in constant memory: only the roots of the perfect
 * subtrees are kept (one for each bit set in the size), largest first.
 */
export interface Tree {
  readonly size: number;
  readonly frontier: readonly Buffer[];
}

export const emptyTree: Tree = { size: 0, frontier: [] };

/** The tree with one more leaf: subtrees of equal size merge, as a carry runs through a binary counter. */
export function grow(tree: Tree, leaf: Uint8Array): Tree {
  const frontier = [...tree.frontier];
  let subtree = hash(leafPrefix, leaf);
  for (let rest = tree.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    subtree = hash(nodePrefix, frontier.pop() ?? missing(), subtree);
  }
  return { size: tree.size + 1, frontier: [...frontier, subtree] };
}

/** MTH of all leaves, 32 bytes. */
export function rootOf(tree: Tree): Buffer {
  const [last, ...larger] = [...tree.frontier].reverse();
  if (!last) return hash(); // of the empty list: the hash of nothing
  return larger.reduce((right, left) => hash(nodePrefix, left, right), last);
}

const leafPrefix = Buffer.of(0);
const nodePrefix = Buffer.of(1);

function hash(...parts: Uint8Array[]): Buffer {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
}

function missing(): never {
  throw new Error('the frontier has fewer subtrees than its size has bits');
}
