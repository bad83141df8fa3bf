// Verifies an audit export from the description in format.md alone, and shares no line with the server.
//   node verify.mjs EXPORT KEY.pem [KEPT.note]...
// Ends with 0 where the log is whole, 1 where it is not, 2 where it could not be read.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** RFC 6962 section 2.1, as it is written there. Full subtrees are kept: many checkpoints share them. */
const full = new Map();
function merkleRoot(leaves, from, to) {
  const count = to - from;
  if (count === 0) return sha256();
  if (count === 1) return leaves[from];
  const known = full.get(`${from} ${to}`);
  if (known) return known;
  let split = 1;
  while (split * 2 < count) split *= 2;
  const [left, right] = [merkleRoot(leaves, from, from + split), merkleRoot(leaves, from + split, to)];
  const root = sha256(Buffer.of(1), left, right);
  if (split * 2 === count) full.set(`${from} ${to}`, root);
  return root;
}

function openNote(note, key) {
  const [, text, name, size, root, signed] =
    /^(([^\n]+)\n(\d+)\n([^\n]+)\n)\n(?:[^\n]*\n)*?\u2014 \2 (\S+)\n?/u.exec(note) ?? [];
  if (!text) return undefined;
  const raw = key.export({ format: 'der', type: 'spki' }).subarray(-32);
  const id = sha256(Buffer.from(`${name}\n`), Buffer.of(1), raw).subarray(0, 4);
  const bytes = Buffer.from(signed, 'base64');
  const good = bytes.subarray(0, 4).equals(id) && verify(null, Buffer.from(text), key, bytes.subarray(4));
  return good ? { name, size: Number(size), root } : undefined;
}

function problemsOf(lines, key, kept) {
  const problems = [];
  const leaves = [];
  const notes = [...kept];
  let before = Buffer.alloc(32);
  let head;
  for (const line of lines) {
    if (head) problems.push('something stands after the head');
    if ('entry' in line) {
      if (line.position !== leaves.length) problems.push(`${line.position}: not the next position`);
      const entry = Buffer.from(line.entry, 'utf8');
      if (sha256(before, entry).toString('hex') !== line.hash)
        problems.push(`${line.position}: chain broken`);
      before = Buffer.from(line.hash, 'hex');
      leaves.push(sha256(Buffer.of(0), entry));
    } else if ('checkpoint' in line) notes.push(line.checkpoint);
    else if ('unsequenced' in line) {
      if (line.unsequenced.age > 60) problems.push('an entry was left out');
    } else if ('head' in line) head = line.head;
    else throw new Error('a line of no kind that the format knows');
  }
  if (!head) problems.push('no head');
  else if (head.size !== leaves.length || head.hash !== before.toString('hex')) problems.push('head differs');
  const opened = notes.map((note) => openNote(note, key));
  if (opened.length === 0) problems.push('no checkpoint');
  for (const checkpoint of opened) {
    if (!checkpoint) problems.push('a checkpoint is not signed by this key');
    else if (checkpoint.name !== opened.find(Boolean).name) problems.push('a checkpoint is of another log');
    else if (checkpoint.size > leaves.length) problems.push(`${checkpoint.size}: signed entries are missing`);
    else if (merkleRoot(leaves, 0, checkpoint.size).toString('base64') !== checkpoint.root)
      problems.push(`${checkpoint.size}: not the entries that were signed`);
  }
  return { problems, size: leaves.length };
}

try {
  const [file, keyFile, ...kept] = process.argv.slice(2);
  const text = readFileSync(file, 'utf8');
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const key = createPublicKey(readFileSync(keyFile));
  const { problems, size } = problemsOf(
    lines,
    key,
    kept.map((note) => readFileSync(note, 'utf8')),
  );
  for (const problem of problems) console.log(problem);
  console.log(problems.length === 0 ? `whole: ${size} entries` : 'NOT WHOLE');
  process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`could not be read: ${error.message}`);
  process.exitCode = 2;
}
